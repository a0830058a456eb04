import { NativeSelect, TextInput } from '@mantine/core'
import { authentications } from '../../../shared/client-authentication/facts.ts'
import type { Preset, PresetField } from '../../../shared/preset.ts'
import type { SecretName } from '../../../shared/profile.ts'
import { providerHint } from '../../i18n/provider-advice.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { Notice } from '../notices/Notice.tsx'
import { SecretField } from './SecretField.tsx'
import { shownFields } from './shown-fields.ts'
import { TokenEndpointField } from './TokenEndpointField.tsx'
import { UserNameFieldField } from './UserNameFieldField.tsx'
import type { ProfileFormApi } from './use-profile-form.ts'

export interface FieldsProps {
  readonly form: ProfileFormApi
  readonly preset: Preset
  readonly savedSecrets: readonly SecretName[]
}

/** The fields of the chosen provider, in the order that providers' documentation uses. */
export function PresetFields({ form, preset, savedSecrets }: FieldsProps) {
  const { t } = useSentences()
  const { values } = form
  const shown = shownFields(preset, values)
  const hintOf = (field: 'clientId' | 'clientSecret' | 'userName' | 'password' | 'refreshToken') =>
    providerHint(t, preset.id, field) ?? t(`form.hint.${field}`)
  const text = (field: PresetField & ('clientId' | 'userName')) =>
    shown.has(field) && (
      <TextInput
        label={t(`form.label.${field}`)}
        description={hintOf(field)}
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
      {shown.has('tokenEndpoint') && <TokenEndpointField form={form} preset={preset} />}
      {shown.has('grantType') && (
        <NativeSelect
          label={t('form.label.grantType')}
          description={t('form.hint.grantType')}
          data={preset.grantTypes.map((value) => ({ value, label: t(`form.grant.${value}`) }))}
          {...form.getInputProps('grantType')}
        />
      )}
      {shown.has('clientAuthentication') && (
        <NativeSelect
          label={t('form.label.clientAuthentication')}
          description={t('form.hint.clientAuthentication')}
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
    </>
  )
}
