import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { authentications } from '../../../shared/client-authentication/facts.ts'
import { grants, type SignInEndpoint } from '../../../shared/grants/facts.ts'
import type { ImportCandidate } from '../../../shared/import.ts'
import { authenticationFields, grantFields, type Preset } from '../../../shared/preset.ts'
import { extraSecret, type FieldSecret, type SecretName } from '../../../shared/profile.ts'
import { presetName } from '../../i18n/provider-name.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Name } from '../name/Name.tsx'
import { emptyValues, fixedValues, valuesOf } from '../profile-form/values.ts'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './Understood.module.css'

interface Props {
  readonly candidate: ImportCandidate
  /** The provider that it is for. */
  readonly preset: Preset
  /** The fields that are asked for below. */
  readonly missing: ReadonlySet<string>
}

/**
 * Shows everything that was understood, field by field, in the words of the form; of a secret
 * only that it is there. Nothing else of it goes into the profile.
 */
export function Understood({ candidate, preset, missing }: Props) {
  const { t } = useTexts()
  const { settings, given } = candidate
  const { extraParameters, extraHeaders } = settings.request
  const values = valuesOf({ settings, savedSecrets: given })
  const { grantType, clientAuthentication, tag } = values
  const own = [...grantFields(grantType), ...authenticationFields(clientAuthentication)]
  const needsId = authentications[clientAuthentication].needsId || grants[grantType].needsClientId
  const optional = (
    [
      'scope',
      'audience',
      'resource',
      'refreshEndpoint',
      'apiAddress',
      'loginHint',
      'prompt',
    ] as const
  ).filter((field) => values[field] !== '')
  const text = (
    field:
      | SignInEndpoint
      | 'tokenEndpoint'
      | 'redirectAddress'
      | 'clientId'
      | 'userName'
      | (typeof optional)[number],
  ) => (
    <Fact key={field} label={t(`form.label.${field}`)} isMissing={missing.has(field)}>
      {values[field]}
    </Fact>
  )
  const secret = (name: FieldSecret) => (
    <Fact key={name} label={t(`form.label.${name}`)} isMissing={!given.includes(name)}>
      <Given />
    </Fact>
  )
  const extra = (kind: 'parameter' | 'header', each: (typeof extraParameters)[number]) => {
    const name: SecretName = extraSecret(kind, each)
    return (
      <Fact
        key={name}
        label={each.name}
        isMissing={each.secret && !given.includes(name)}
        note={
          each.sentWith === 'always'
            ? t(`imports.extra.${kind}`)
            : `${t(`imports.extra.${kind}`)}. ${t(`form.sentWith.${each.sentWith}`)}`
        }
      >
        {each.secret ? <Given /> : each.value || t('imports.emptyValue')}
      </Fact>
    )
  }
  return (
    <dl className={classes['facts']}>
      <Fact label={t('form.label.provider')}>{presetName(t, preset)}</Fact>
      {grants[grantType].endpoints.map(text)}
      {text('tokenEndpoint')}
      {own.includes('redirectAddress') && text('redirectAddress')}
      <Fact label={t('detail.overview.obtainedBy')}>{t(`detail.grants.${grantType}`)}</Fact>
      <Fact label={t('form.label.clientAuthentication')}>
        {t(`form.authentication.${clientAuthentication}`)}
      </Fact>
      {own.includes('encoding') && values.encoding !== fixedValues(preset).encoding && (
        <Fact label={t('form.label.encoding')}>{t(`form.encoding.${values.encoding}`)}</Fact>
      )}
      {(values.clientId !== '' || needsId) && text('clientId')}
      {authentications[clientAuthentication].secrets.map(secret)}
      {own.includes('userNameField') && values.userNameField !== emptyValues.userNameField && (
        <Fact label={t('form.label.userNameField')}>{values.userNameField}</Fact>
      )}
      {own.includes('userName') && text('userName')}
      {grants[grantType].secrets.map(secret)}
      {optional.map((field) => (
        <Fact key={field} label={t(`form.label.${field}`)}>
          {values[field]}
        </Fact>
      ))}
      {values.bodyFormat === 'json' && (
        <Fact label={t('form.label.bodyFormat')}>{t('form.body.json')}</Fact>
      )}
      {extraParameters.map((each) => extra('parameter', each))}
      {extraHeaders.map((each) => extra('header', each))}
      {values.keepFresh && <Fact label={t('form.label.keepFresh')}>{t('imports.on')}</Fact>}
      {tag !== null && (
        <Fact label={t('groups.tag.label')}>
          <TagChip tag={tag} />
        </Fact>
      )}
    </dl>
  )
}

interface FactProps {
  readonly label: string
  readonly isMissing?: boolean
  readonly note?: string
  readonly children: ReactNode
}

function Fact({ label, isMissing = false, note, children }: FactProps) {
  const { t } = useTexts()
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
        {note !== undefined && <small className={classes['note']}>{note}</small>}
      </dd>
    </div>
  )
}

function Given() {
  const { t } = useTexts()
  return (
    <span className={classes['given']}>
      <IconCheck size={16} aria-hidden />
      {t('imports.given')}
    </span>
  )
}
