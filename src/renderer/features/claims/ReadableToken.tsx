import { type ReactNode, useState } from 'react'
import { rawJson } from '../../i18n/claim.ts'
import { claimClockText } from '../../i18n/duration.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import { Disclosure } from '../profile-detail/Disclosure.tsx'
import { ClaimSearch } from './ClaimSearch.tsx'
import { ClaimTable } from './ClaimTable.tsx'
import classes from './ReadableToken.module.css'
import { type Readable, useShownClaims } from './use-shown-claims.ts'

interface Props {
  readonly contents: Readable
  /** Milliseconds by which the server's clock was ahead; `null`: not noticeably. */
  readonly clockOffset?: number | null
  /** Shown before the claims. */
  readonly children?: ReactNode
}

/** The header and claims of a JWT, or the header of an encrypted one. */
export function ReadableToken({ contents, clockOffset = null, children }: Props) {
  const { t } = useSentences()
  const [search, setSearch] = useState('')
  const { claims, header } = useShownClaims(contents, search)
  const isEncrypted = contents.format === 'encrypted'
  const isSearching = search.trim() !== ''
  const count = (claims?.length ?? 0) + header.length
  return (
    <div className={classes['claims']}>
      {isEncrypted && (
        <p>
          {t('claims.encrypted')} <small>{t('claims.encryptedTerm')}</small>
        </p>
      )}
      <p className={classes['soft']}>
        {isEncrypted ? t('claims.notVerifiedHeader') : t('claims.notVerified')}{' '}
        <small>{t('claims.notVerifiedTerm')}</small>
      </p>
      <Notes contents={contents} />
      {claims !== null && clockOffset !== null && (
        <p className={classes['soft']}>{claimClockText(t, clockOffset)}</p>
      )}
      {children}
      <ClaimSearch text={search} count={count} onChange={setSearch} />
      {claims !== null && !(isSearching && claims.length === 0) && (
        <ClaimTable title={t('claims.contents')} term={t('claims.contentsTerm')} claims={claims} />
      )}
      {!(isSearching && header.length === 0) && (
        <ClaimTable
          title={t('claims.header')}
          term={isEncrypted ? t('claims.lockedHeaderTerm') : t('claims.headerTerm')}
          claims={header}
        />
      )}
      {!isSearching && <RawJson contents={contents} hasClaims={claims !== null} />}
    </div>
  )
}

function Notes({ contents: { notes } }: { readonly contents: Readable }) {
  const { t } = useSentences()
  if (notes.length === 0) return null
  return (
    <Notice kind="info" title={t('claims.notes')}>
      <ul className={classes['notes']}>
        {notes.map((note) => (
          <li key={note}>{t(`claims.note.${note}`)}</li>
        ))}
      </ul>
    </Notice>
  )
}

interface RawJsonProps {
  readonly contents: Readable
  readonly hasClaims: boolean
}

/** Header and claims exactly as in the token; rendered when opened, since they may be long. */
function RawJson({ contents, hasClaims }: RawJsonProps) {
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

/** A block that can be scrolled by keyboard. */
function Json({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes['json']} aria-label={label} tabIndex={0}>
      <pre>{text}</pre>
    </section>
  )
}
