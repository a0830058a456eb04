import { lazy, Suspense } from 'react'
import { grants } from '../../../shared/grants/facts.ts'
import type { Deviation } from '../../../shared/outcome.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import type { TokenView } from '../../../shared/token.ts'
import { clientWay } from '../../i18n/client-authentication.ts'
import { wholeDuration } from '../../i18n/duration.ts'
import { renewalText } from '../../i18n/keep-fresh.ts'
import { endText } from '../../i18n/life.ts'
import { hasIdAlone } from '../../i18n/refused-client.ts'
import { holderOf, permissionsOf, saidIssuer, servicesOf } from '../../i18n/token-holder.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Fact, Part, ScopeList, Told } from '../token/Facts.tsx'
import { Disclosure } from './Disclosure.tsx'
import classes from './OverviewPanel.module.css'
import { useTokenContents } from './use-token-contents.ts'

const ChecksPanel = lazy(async () => {
  const { ChecksPanel } = await import('../token-checks/ChecksPanel.tsx')
  return { default: ChecksPanel }
})

interface TokenProps {
  readonly profile: ProfileView
  readonly token: TokenView
}

/** The holder of the token, its permissions, its expiry and how it was obtained. */
export function OverviewPanel({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  const { token } = profile
  const { notes } = profile.settings.about
  return (
    <div className={classes['overview']}>
      {token === null ? (
        <p className={classes['none']}>{t('detail.overview.noToken')}</p>
      ) : (
        <>
          <WhoAndWhat profile={profile} token={token} />
          <UntilWhen profile={profile} token={token} />
        </>
      )}
      {notes !== undefined && (
        <Part title={t('groups.notes')}>
          <p className={classes['notes']}>{notes}</p>
        </Part>
      )}
      <HowObtained profile={profile} />
      <Suspense>
        <ChecksPanel key={profile.id} profile={profile} />
      </Suspense>
      {token !== null && <Deviations deviations={token.deviations} />}
    </div>
  )
}

function WhoAndWhat({ profile, token }: TokenProps) {
  const { t } = useSentences()
  const reading = useTokenContents(profile)
  const isRead = reading.kind === 'read' && reading.contents.format === 'jwt'
  const claims = isRead && reading.contents.format === 'jwt' ? reading.contents.claims : null
  // A token that is still being read shows nothing instead of *unknown*.
  const isWaiting = reading.kind === 'loading' && token.format === 'jwt'
  const asked = { token, settings: profile.settings }
  const issuer = claims === null ? null : saidIssuer(claims)
  return (
    <>
      <Part title={t('detail.overview.who')}>
        <dl>
          <Fact label={t('detail.overview.holder')} term={t('detail.overview.holderTerm')}>
            {!isWaiting && <Told fact={holderOf(t, asked, claims)} />}
          </Fact>
          <Fact label={t('detail.overview.service')} term={t('detail.overview.serviceTerm')}>
            {!isWaiting && <Told fact={servicesOf(t, asked, claims)} />}
          </Fact>
          {issuer !== null && (
            <Fact label={t('detail.overview.issuer')} term={t('detail.overview.issuerTerm')}>
              {issuer}
            </Fact>
          )}
        </dl>
      </Part>
      <Part title={t('detail.overview.what')} term={t('detail.overview.scopeTerm')}>
        {!isWaiting && <ScopeList {...permissionsOf(token, claims)} />}
      </Part>
    </>
  )
}

function UntilWhen({ profile, token }: TokenProps) {
  const { t, moments } = useSentences()
  const { expiresAt, issuedAt, clockOffset } = token
  return (
    <Part title={t('detail.overview.until')}>
      <dl>
        <Fact
          label={t('detail.overview.expires')}
          {...(expiresAt === null ? {} : { term: t('detail.overview.localTime') })}
        >
          {endText(t, token, moments)}
        </Fact>
        {expiresAt !== null && clockOffset !== null && (
          <Fact label={t('detail.overview.serverTime')}>
            {moments.exact(expiresAt + clockOffset)}
          </Fact>
        )}
        {expiresAt !== null && (
          <Fact label={t('detail.overview.life')}>
            {t('detail.overview.lifeWhole', { duration: wholeDuration(t, expiresAt - issuedAt) })}
          </Fact>
        )}
        <Fact label={t('detail.overview.renewal')} term={t('detail.overview.renewalTerm')}>
          {renewalText(t, profile)}
        </Fact>
      </dl>
    </Part>
  )
}

function HowObtained({ profile: { settings, token } }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const grant = token?.obtainedBy ?? settings.grant.kind
  return (
    <Part title={token === null ? t('detail.overview.howNext') : t('detail.overview.how')}>
      <dl>
        {token !== null && (
          <Fact label={t('detail.overview.issued')} term={t('detail.overview.localTime')}>
            {moments.exact(token.issuedAt)}
          </Fact>
        )}
        <Fact label={t('detail.overview.obtainedBy')} term={t('detail.overview.obtainedByTerm')}>
          {grants[grant].owner === 'client' && hasIdAlone(settings)
            ? t('detail.grants.clientIdAlone')
            : t(`detail.grants.${grant}`)}
        </Fact>
        <Fact label={t('detail.overview.endpoint')} term={t('detail.overview.endpointTerm')}>
          {settings.server.tokenEndpoint}
        </Fact>
        {settings.server.refreshEndpoint !== undefined && (
          <Fact
            label={t('detail.overview.refreshEndpoint')}
            term={t('detail.overview.refreshEndpointTerm')}
          >
            {settings.server.refreshEndpoint}
          </Fact>
        )}
        <Fact label={t('detail.overview.way')} term={t('detail.overview.wayTerm')}>
          {clientWay(t, settings.client.authentication)}
        </Fact>
        {token !== null && (
          <>
            <Fact label={t('detail.overview.tokenType')} term={t('detail.overview.tokenTypeTerm')}>
              {token.tokenType}
            </Fact>
            <Fact label={t('detail.overview.readableLabel')}>
              {t(`detail.overview.readable.${token.format}`, { count: token.length })}
            </Fact>
          </>
        )}
      </dl>
    </Part>
  )
}

/** The accepted deviations of the server from the standard: for information only. */
function Deviations({ deviations }: { readonly deviations: readonly Deviation[] }) {
  const { t } = useSentences()
  if (deviations.length === 0) return null
  // The standard allows further fields (RFC 6749 §5.1), so they alone are nothing odd.
  const isOdd = deviations.some((deviation) => deviation !== 'extra-fields')
  return (
    <Disclosure title={isOdd ? t('detail.deviations.title') : t('detail.deviations.titleExtra')}>
      <p>{t('detail.deviations.hint')}</p>
      <ul className={classes['list']}>
        {deviations.map((deviation) => (
          <li key={deviation}>{t(`detail.deviations.${deviation}`)}</li>
        ))}
      </ul>
    </Disclosure>
  )
}
