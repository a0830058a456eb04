import type { ReactNode } from 'react'
import type { ProfileView } from '../../../shared/profile-view.ts'
import type { TokenView } from '../../../shared/token.ts'
import { clientWay } from '../../sentences/client-way.ts'
import { renewalText } from '../../sentences/keep-fresh.ts'
import { endText } from '../../sentences/life.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { Deviations } from './Deviations.tsx'
import classes from './OverviewPanel.module.css'

export function OverviewPanel({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { token, settings } = profile
  return (
    <div className={classes['overview']}>
      {token === null && <p className={classes['none']}>{t('detail.overview.noToken')}</p>}
      <dl className={classes['facts']}>
        {token !== null && <TokenFacts profile={profile} token={token} />}
        <Fact label={t('detail.overview.endpoint')} term={t('detail.overview.endpointTerm')}>
          {settings.tokenEndpoint}
        </Fact>
        {settings.refreshEndpoint !== '' && (
          <Fact
            label={t('detail.overview.refreshEndpoint')}
            term={t('detail.overview.refreshEndpointTerm')}
          >
            {settings.refreshEndpoint}
          </Fact>
        )}
        <Fact label={t('detail.overview.way')} term={t('detail.overview.wayTerm')}>
          {clientWay(t, settings)}
        </Fact>
      </dl>
      {token !== null && <Deviations deviations={token.deviations} />}
    </div>
  )
}

interface TokenFactsProps {
  readonly profile: ProfileView
  readonly token: TokenView
}

function TokenFacts({ profile, token }: TokenFactsProps) {
  const { t, moments } = useSentences()
  return (
    <>
      <Fact label={t('detail.overview.scope')} term={t('detail.overview.scopeTerm')}>
        {token.scope.length === 0 ? t('detail.overview.noScope') : <Scope words={token.scope} />}
      </Fact>
      <Fact label={t('detail.overview.tokenType')} term={t('detail.overview.tokenTypeTerm')}>
        {token.tokenType}
      </Fact>
      <Fact label={t('detail.overview.issued')}>{moments.exact(token.issuedAt)}</Fact>
      <Fact label={t('detail.overview.expires')}>{endText(t, token, moments)}</Fact>
      <Fact label={t('detail.overview.obtainedBy')} term={t('detail.overview.obtainedByTerm')}>
        {t(`detail.grants.${token.obtainedBy}`)}
      </Fact>
      <Fact label={t('detail.overview.renewal')} term={t('detail.overview.renewalTerm')}>
        {renewalText(t, profile)}
      </Fact>
      <Fact label={t('detail.overview.readableLabel')}>
        {t(`detail.overview.readable.${token.format}`, { count: token.length })}
      </Fact>
    </>
  )
}

function Scope({ words }: { readonly words: readonly string[] }) {
  return (
    <ul className={classes['chips']}>
      {[...new Set(words)].map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}

interface FactProps {
  readonly label: string
  /** The field's own word, where it differs from the label. */
  readonly term?: string
  readonly children: ReactNode
}

function Fact({ label, term, children }: FactProps) {
  return (
    <div className={classes['fact']}>
      <dt>
        {label}
        {term !== undefined && <small> {term}</small>}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
