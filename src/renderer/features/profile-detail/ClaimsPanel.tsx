import type { ProfileView } from '../../../shared/profile-view.ts'
import type { TokenContents } from '../../../shared/token.ts'
import { errorText } from '../../sentences/app-error.ts'
import { claimMeaning, headerMeaning } from '../../sentences/claim.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { Notice } from '../notices/Notice.tsx'
import classes from './ClaimsPanel.module.css'
import { ClaimTable } from './ClaimTable.tsx'
import { useTokenContents } from './use-token-contents.ts'

/** What the token says. */
export function ClaimsPanel({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const contents = useTokenContents(profile)
  switch (contents.kind) {
    case 'no-token':
      return <p className={classes['soft']}>{t('claims.noToken')}</p>
    case 'loading':
      return null
    case 'refused':
      return <Notice kind="trouble">{errorText(t, contents.error)}</Notice>
    case 'read':
      return <Contents contents={contents.contents} />
  }
}

function Contents({ contents }: { readonly contents: TokenContents }) {
  const { t } = useSentences()
  if (contents.format === 'opaque') {
    return (
      <div className={classes['opaque']}>
        <p>
          {t('claims.opaque')} <small>{t('claims.opaqueTerm')}</small>
        </p>
        <p className={classes['soft']}>{t('claims.opaqueMore', { count: contents.length })}</p>
      </div>
    )
  }
  return (
    <div className={classes['claims']}>
      <p className={classes['soft']}>
        {t('claims.notVerified')} <small>{t('claims.notVerifiedTerm')}</small>
      </p>
      <ClaimTable
        title={t('claims.contents')}
        term={t('claims.contentsTerm')}
        claims={contents.claims}
        meaningOf={(name) => claimMeaning(t, name)}
      />
      <ClaimTable
        title={t('claims.header')}
        term={t('claims.headerTerm')}
        claims={contents.header}
        meaningOf={(name) => headerMeaning(t, name)}
      />
    </div>
  )
}
