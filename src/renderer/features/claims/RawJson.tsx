import { useState } from 'react'
import { rawJson } from '../../i18n/raw-json.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { Disclosure } from '../profile-detail/Disclosure.tsx'
import classes from './RawJson.module.css'
import type { Readable } from './use-shown-claims.ts'

interface Props {
  readonly contents: Readable
  readonly hasClaims: boolean
}

/** Header and claims as they stand in the token. Made when it is opened: it may be long. */
export function RawJson({ contents, hasClaims }: Props) {
  const { t } = useSentences()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure title={t('claims.raw')} term={t('claims.rawTerm')} onToggle={setOpen}>
      {isOpen && (
        <div className={classes['raw']}>
          {contents.format === 'jwt' && hasClaims && (
            <Json label={t('claims.rawClaims')} text={rawJson(contents.claims)} />
          )}
          <Json label={t('claims.rawHeader')} text={rawJson(contents.header)} />
        </div>
      )}
    </Disclosure>
  )
}

/** It can be scrolled by keyboard. */
function Json({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes['json']} aria-label={label} tabIndex={0}>
      <pre>{text}</pre>
    </section>
  )
}
