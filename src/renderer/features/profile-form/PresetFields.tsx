import { NativeSelect, TextInput } from '@mantine/core'
import { authentications } from '../../../shared/client-authentication/facts.ts'
import { grants, type SignInEndpoint } from '../../../shared/grants/facts.ts'
import { signInServer } from '../../../shared/longer-access.ts'
import { completeTokenEndpoint, type Preset } from '../../../shared/preset.ts'
import type { SecretName } from '../../../shared/profile.ts'
import { providerHint } from '../../i18n/provider-advice.ts'
import { useSentences, useTexts } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import { FindSettings } from './FindSettings.tsx'
import { GrantChoice } from './GrantChoice.tsx'
import { RedirectAddressField } from './RedirectAddressField.tsx'
import { SecretField } from './SecretField.tsx'
import { shownFields } from './shown-fields.ts'
import type { ProfileFormApi } from './use-profile-form.ts'
import type { FormValues } from './values.ts'

type TextField = SignInEndpoint | 'clientId' | 'userName'

interface ProviderProps {
  readonly form: ProfileFormApi
  readonly preset: Preset
}

interface Props extends ProviderProps {
  readonly savedSecrets: readonly SecretName[]
  /** A known address of the server, by which to find its settings. */
  readonly serverAddress?: string
}

/** Completes the endpoint from a server's address, if each customer has a separate server. */
function TokenEndpointField({ form, preset }: ProviderProps) {
  const { t } = useTexts()
  const { tokenEndpointTemplate: template, defaults } = preset
  const input = form.getInputProps('tokenEndpoint')
  const hint =
    template !== null
      ? t('form.hint.tokenEndpointServer')
      : defaults.server.tokenEndpoint === undefined
        ? t('form.hint.tokenEndpoint')
        : t('form.hint.tokenEndpointKnown')
  return (
    <TextInput
      label={t('form.label.tokenEndpoint')}
      description={hint}
      type="text"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      {...input}
      onBlur={(event) => {
        input.onBlur?.(event)
        const typed = form.getValues().tokenEndpoint
        const whole = completeTokenEndpoint(typed, template)
        if (whole !== typed) form.setFieldValue('tokenEndpoint', whole)
      }}
    />
  )
}

/** Edits the parameter name of the user name: one of the provider's, or any. */
function UserNameFieldField({ form, preset }: ProviderProps) {
  const { t } = useTexts()
  const label = t('form.label.userNameField')
  const input = form.getInputProps('userNameField')
  return preset.userNameFields.length > 0 ? (
    <NativeSelect
      label={label}
      description={t('form.hint.userNameFieldChoice')}
      data={preset.userNameFields}
      {...input}
    />
  ) : (
    <TextInput
      label={label}
      description={t('form.hint.userNameField')}
      autoComplete="off"
      spellCheck={false}
      {...input}
    />
  )
}

/**
 * Returns whether the server may give no refresh token: with OpenID Connect most give one for a
 * scope of its own (OpenID Connect Core §11).
 */
function mayLackRefreshToken({ grantType: kind, scope, ...server }: FormValues): boolean {
  const words = scope.split(/\s+/)
  const { longerAccess } = signInServer({ grant: { kind }, server })
  const needsPerson = grants[kind].renewal === 'needs-person'
  const isMissing = longerAccess.scope !== undefined && !words.includes(longerAccess.scope)
  return needsPerson && words.includes('openid') && isMissing
}

/** Shows the fields of the chosen provider, in the order that providers' documentation uses. */
export function PresetFields({ form, preset, savedSecrets, serverAddress }: Props) {
  const { t } = useSentences()
  const { values } = form
  const shown = shownFields(preset, values)
  const hintOf = (field: TextField | 'clientSecret' | 'password' | 'refreshToken') =>
    providerHint(t, preset.id, field) ?? t(`form.hint.${field}`)
  const text = (field: TextField) =>
    shown.has(field) && (
      <TextInput
        label={t(`form.label.${field}`)}
        description={hintOf(field)}
        inputMode={field.endsWith('Endpoint') ? 'url' : 'text'}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps(field)}
      />
    )
  const secret = (field: 'clientSecret' | 'password' | 'refreshToken') =>
    shown.has(field) && (
      <SecretField
        label={t(`form.label.${field}`)}
        hint={hintOf(field)}
        isSaved={savedSecrets.includes(field)}
        {...form.getInputProps(field)}
      />
    )

  return (
    <>
      {shown.has('issuer') && (
        <FindSettings
          form={form}
          preset={preset}
          savedSecrets={savedSecrets}
          suggested={values.issuer || (serverAddress ?? '')}
        />
      )}
      {shown.has('grantType') && (
        <GrantChoice form={form} preset={preset} savedSecrets={savedSecrets} />
      )}
      {text('authorizationEndpoint')}
      {text('deviceAuthorizationEndpoint')}
      {shown.has('tokenEndpoint') && <TokenEndpointField form={form} preset={preset} />}
      {shown.has('redirectAddress') && <RedirectAddressField form={form} />}
      {shown.has('clientAuthentication') && (
        <NativeSelect
          label={t('form.label.clientAuthentication')}
          description={
            grants[values.grantType].needsClientId
              ? t('form.hint.publicClient')
              : t('form.hint.clientAuthentication')
          }
          data={preset.clientAuthentications.map((value) => ({
            value,
            label: t(`form.authentication.${value}`),
          }))}
          {...form.getInputProps('clientAuthentication')}
        />
      )}
      {shown.has('clientAuthentication') &&
        authentications[values.clientAuthentication].sentIn === 'query' && (
          <Notice kind="warning">{t('form.hint.queryWarning')}</Notice>
        )}
      {text('clientId')}
      {secret('clientSecret')}
      {shown.has('userNameField') && <UserNameFieldField form={form} preset={preset} />}
      {text('userName')}
      {secret('password')}
      {secret('refreshToken')}
      {shown.has('scope') && (
        <TextInput
          label={t('form.label.scope')}
          description={`${t('form.optional')} ${t('form.hint.scope')}`}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('scope')}
        />
      )}
      {shown.has('scope') && mayLackRefreshToken(values) && (
        <Notice kind="info">{t('form.hint.offlineAccess')}</Notice>
      )}
    </>
  )
}
