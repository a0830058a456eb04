import { VisuallyHidden } from '@mantine/core'
import type { Claim, PastedContents } from '../../../shared/token.ts'
import { errorText } from '../../i18n/app-error.ts'
import { foundText, hidesClaims } from '../../i18n/claim.ts'
import { permissionsIn, saidHolder, saidServices } from '../../i18n/token-holder.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { ReadableToken } from '../claims/ReadableToken.tsx'
import { Notice } from '../notices/Notice.tsx'
import { OpaqueToken } from '../profile-detail/ClaimsPanel.tsx'
import { Fact, Part, ScopeList, Told } from '../token/Facts.tsx'
import type { InspectionReading } from './use-inspection.ts'

/** The contents of the pasted text. A screen reader reads out its kind. */
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

/** The main facts of a pasted token, before all its claims. */
function TokenGlance({ claims }: { readonly claims: readonly Claim[] }) {
  const { t, moments } = useSentences()
  const services = saidServices(claims)
  const end = claims.find(({ name, repeated }) => name === 'exp' && !repeated)?.date ?? null
  const scope = permissionsIn(claims)
  const notSaid = { text: t('holder.notSaid'), more: null }
  return (
    <>
      <Part title={t('claims.inspect.glance')}>
        <dl>
          <Fact label={t('detail.overview.holder')} term={t('detail.overview.holderTerm')}>
            <Told fact={saidHolder(t, claims, null) ?? notSaid} />
          </Fact>
          <Fact label={t('detail.overview.service')} term={t('detail.overview.serviceTerm')}>
            <Told
              fact={services.length === 0 ? notSaid : { text: services.join('\n'), more: null }}
            />
          </Fact>
          <Fact label={t('detail.overview.expires')} term={t('detail.overview.localTime')}>
            {end === null ? t('holder.notSaid') : moments.exact(end)}
          </Fact>
        </dl>
      </Part>
      {scope.length > 0 && (
        <Part title={t('detail.overview.what')} term={t('detail.overview.scopeTerm')}>
          <ScopeList words={scope} />
        </Part>
      )}
    </>
  )
}
