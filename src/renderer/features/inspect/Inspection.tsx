import { VisuallyHidden } from '@mantine/core'
import type { PastedContents } from '../../../shared/token.ts'
import { errorText } from '../../i18n/app-error.ts'
import { hidesClaims } from '../../i18n/claim.ts'
import { foundText } from '../../i18n/inspection.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { OpaqueToken } from '../claims/OpaqueToken.tsx'
import { ReadableToken } from '../claims/ReadableToken.tsx'
import { Notice } from '../notices/Notice.tsx'
import { TokenGlance } from './TokenGlance.tsx'
import type { InspectionReading } from './use-inspection.ts'

/** What was found in the pasted text. What kind of thing it is, is read out. */
export function Inspection({ reading }: { readonly reading: InspectionReading }) {
  const { t } = useSentences()
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {reading.kind === 'read' && foundText(t, reading.contents)}
      </VisuallyHidden>
      <section aria-label={t('claims.inspect.result')}>
        <Found reading={reading} />
      </section>
    </>
  )
}

function Found({ reading }: { readonly reading: InspectionReading }) {
  const { t } = useSentences()
  switch (reading.kind) {
    case 'nothing':
      return null
    case 'too-long':
      return <Notice kind="info">{t('claims.inspect.tooLong')}</Notice>
    case 'refused':
      return <Notice kind="trouble">{errorText(t, reading.error)}</Notice>
    case 'read':
      return <Contents contents={reading.contents} />
  }
}

function Contents({ contents }: { readonly contents: PastedContents }) {
  const { t } = useSentences()
  switch (contents.format) {
    case 'jwt':
      return (
        <ReadableToken contents={contents}>
          {!hidesClaims(contents.notes) && <TokenGlance claims={contents.claims} />}
        </ReadableToken>
      )
    case 'encrypted':
      return <ReadableToken contents={contents} />
    case 'opaque':
      return (
        <OpaqueToken
          what={t('claims.inspect.opaque')}
          more={t('claims.inspect.opaqueMore', { count: contents.length })}
        />
      )
    case 'answer':
    case 'words':
      return <Notice kind="info">{t(`claims.inspect.${contents.format}`)}</Notice>
  }
}
