import type { TokenContents } from '../../../shared/token.ts'
import {
  claimMeaning,
  headerMeaning,
  hidesClaims,
  lockedHeaderMeaning,
} from '../../sentences/claim.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { Notice } from '../notices/Notice.tsx'
import { ClaimTable } from './ClaimTable.tsx'
import classes from './ReadableToken.module.css'

type Readable = Exclude<TokenContents, { format: 'opaque' }>

/** What a JWT says about itself, or the header of an encrypted one. */
export function ReadableToken({ contents }: { readonly contents: Readable }) {
  const { t } = useSentences()
  const { notes } = contents
  const isEncrypted = contents.format === 'encrypted'
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
      {notes.length > 0 && (
        <Notice kind="info" title={t('claims.notes')}>
          <ul className={classes['notes']}>
            {notes.map((note) => (
              <li key={note}>{t(`claims.note.${note}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!isEncrypted && !hidesClaims(notes) && (
        <ClaimTable
          title={t('claims.contents')}
          term={t('claims.contentsTerm')}
          claims={contents.claims}
          meaningOf={(name) => claimMeaning(t, name)}
        />
      )}
      <ClaimTable
        title={t('claims.header')}
        term={isEncrypted ? t('claims.lockedHeaderTerm') : t('claims.headerTerm')}
        claims={contents.header}
        meaningOf={(name) => (isEncrypted ? lockedHeaderMeaning(t, name) : headerMeaning(t, name))}
      />
    </div>
  )
}
