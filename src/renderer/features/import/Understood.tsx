import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportCandidate } from '../../../shared/import.ts'
import { extraSecret, type SecretName } from '../../../shared/profile.ts'
import { Name } from '../name/Name.tsx'
import classes from './Understood.module.css'

interface Props {
  readonly candidate: ImportCandidate
  /** The name of the provider that it is for. */
  readonly provider: string
  /** The fields that are asked for below. */
  readonly missing: ReadonlySet<string>
}

/** What was understood, field by field, in the words of the form; of a secret only that it is there. */
export function Understood({ candidate, provider, missing }: Props) {
  const { t } = useTranslation()
  const { settings, given } = candidate
  const { grantType, clientAuthentication, extraParameters, extraHeaders } = settings
  const isForUser = grantType === 'password'
  const optional = (['scope', 'audience', 'resource', 'refreshEndpoint'] as const).filter(
    (field) => settings[field] !== '',
  )
  const text = (field: 'tokenEndpoint' | 'clientId' | 'userName' | (typeof optional)[number]) => (
    <Fact label={t(`form.label.${field}`)} isMissing={missing.has(field)}>
      {settings[field]}
    </Fact>
  )
  const secret = (name: 'clientSecret' | 'password' | 'refreshToken') => (
    <Fact label={t(`form.label.${name}`)} isMissing={!given.includes(name)}>
      <Given />
    </Fact>
  )
  const extra = (kind: 'parameter' | 'header', each: (typeof extraParameters)[number]) => {
    const name: SecretName = extraSecret(kind, each)
    return (
      <Fact key={name} label={each.name} isMissing={each.secret && !given.includes(name)}>
        {each.secret ? <Given /> : each.value}
      </Fact>
    )
  }
  return (
    <dl className={classes['facts']}>
      <Fact label={t('form.label.provider')}>{provider}</Fact>
      {text('tokenEndpoint')}
      <Fact label={t('form.label.grantType')}>{t(`form.grant.${grantType}`)}</Fact>
      <Fact label={t('form.label.clientAuthentication')}>
        {t(`form.authentication.${clientAuthentication}`)}
      </Fact>
      {(settings.clientId !== '' || clientAuthentication !== 'none') && text('clientId')}
      {clientAuthentication !== 'none' && secret('clientSecret')}
      {isForUser && settings.userNameField !== 'username' && (
        <Fact label={t('form.label.userNameField')}>{settings.userNameField}</Fact>
      )}
      {isForUser && text('userName')}
      {isForUser && secret('password')}
      {grantType === 'refresh_token' && secret('refreshToken')}
      {optional.map((field) => (
        <Fact key={field} label={t(`form.label.${field}`)}>
          {settings[field]}
        </Fact>
      ))}
      {settings.bodyFormat === 'json' && (
        <Fact label={t('form.label.bodyFormat')}>{t('form.body.json')}</Fact>
      )}
      {extraParameters.map((each) => extra('parameter', each))}
      {extraHeaders.map((each) => extra('header', each))}
    </dl>
  )
}

interface FactProps {
  readonly label: string
  readonly isMissing?: boolean
  readonly children: ReactNode
}

function Fact({ label, isMissing = false, children }: FactProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['fact']}>
      <dt>
        <Name>{label}</Name>
      </dt>
      <dd data-missing={isMissing || undefined}>
        {isMissing ? (
          t('imports.missing')
        ) : typeof children === 'string' ? (
          <Name>{children}</Name>
        ) : (
          children
        )}
      </dd>
    </div>
  )
}

function Given() {
  const { t } = useTranslation()
  return (
    <span className={classes['given']}>
      <IconCheck size={16} aria-hidden />
      {t('imports.given')}
    </span>
  )
}
