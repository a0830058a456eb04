import { completeTokenEndpoint, type Preset } from '../../../shared/preset.ts'
import type {
  ExtraParameter,
  ProfileDraft,
  ProfileSettings,
  SecretName,
} from '../../../shared/profile.ts'
import { shownFields } from './shown-fields.ts'
import type { FormValues, ParameterRow } from './values.ts'

export const secretFields = ['clientSecret', 'password', 'refreshToken'] as const

function parameterOf({ name, value, secret }: ParameterRow): ExtraParameter {
  return secret ? { secret, name: name.trim() } : { secret, name: name.trim(), value }
}

export function parameterSecret({ name }: Pick<ParameterRow, 'name'>): SecretName {
  return `parameter:${name.trim()}`
}

/** A row in which nothing was typed is no parameter. */
export const isBlank = ({ name, value }: ParameterRow) => name.trim() === '' && value === ''

function settingsOf(values: FormValues, preset: Preset): ProfileSettings {
  const shown = shownFields(preset, values)
  const { defaults } = preset
  return {
    name: values.name.trim() || preset.name,
    presetId: preset.id,
    tokenEndpoint: shown.has('tokenEndpoint')
      ? completeTokenEndpoint(values.tokenEndpoint, preset.tokenEndpointTemplate)
      : defaults.tokenEndpoint,
    grantType: shown.has('grantType') ? values.grantType : defaults.grantType,
    clientAuthentication: shown.has('clientAuthentication')
      ? values.clientAuthentication
      : defaults.clientAuthentication,
    basicEncoding: shown.has('basicEncoding') ? values.basicEncoding : defaults.basicEncoding,
    // What is copied from a mail often brings a space along; no server gives out such an ID.
    clientId: shown.has('clientId') ? values.clientId.trim() : '',
    userName: shown.has('userName') ? values.userName.trim() : '',
    userNameField: shown.has('userNameField')
      ? values.userNameField.trim()
      : defaults.userNameField,
    scope: shown.has('scope') ? values.scope : defaults.scope,
    extraParameters: shown.has('extraParameters')
      ? values.extraParameters.filter((row) => !isBlank(row)).map(parameterOf)
      : [],
    keepFresh: values.keepFresh,
  }
}

/**
 * What the form sends. Of the secrets only what was typed: an empty field keeps the
 * saved one. The secret of a parameter that was taken out is forgotten.
 */
export function draftOf(
  values: FormValues,
  preset: Preset,
  savedSecrets: readonly SecretName[],
): ProfileDraft {
  const settings = settingsOf(values, preset)
  const shown = shownFields(preset, values)
  const secrets: Partial<Record<SecretName, string | null>> = {}
  for (const name of secretFields) {
    if (shown.has(name) && values[name] !== '') secrets[name] = values[name]
  }
  for (const name of savedSecrets) {
    if (name.startsWith('parameter:')) secrets[name] = null
  }
  for (const row of settings.extraParameters.length === 0 ? [] : values.extraParameters) {
    if (!row.secret || isBlank(row)) continue
    const name = parameterSecret(row)
    if (row.value !== '') secrets[name] = row.value
    else delete secrets[name]
  }
  return { settings, secrets }
}
