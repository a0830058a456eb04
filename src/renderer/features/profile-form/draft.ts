import { wholeAddress } from '../../../shared/api-address.ts'
import { completeTokenEndpoint, type Preset } from '../../../shared/preset.ts'
import type { ProfileDraft, ProfileSettings, SecretName } from '../../../shared/profile.ts'
import type { SentTo } from '../../../shared/provider-hosts.ts'
import { extraLists, extraSecretsOf, extrasOf } from './extra-rows.ts'
import { shownFields } from './shown-fields.ts'
import { type FormValues, fixedValues } from './values.ts'

export const secretFields = ['clientSecret', 'password', 'refreshToken'] as const

/** What counts of what was typed: a field that is not shown has the provider's value. */
function countingValues(values: FormValues, preset: Preset): FormValues {
  const shown = [...shownFields(preset, values)]
  const { name, keepFresh, group, tag, apiAddress } = values
  const typed: Partial<FormValues> = Object.fromEntries(
    shown.map((field) => [field, values[field]]),
  )
  return { ...fixedValues(preset), name, keepFresh, group, tag, apiAddress, ...typed }
}

/** Returns the addresses that a profile of these values would have. */
export function addressesOf(typed: FormValues, preset: Preset): SentTo {
  const { tokenEndpoint, refreshEndpoint, apiAddress } = countingValues(typed, preset)
  return {
    tokenEndpoint: completeTokenEndpoint(tokenEndpoint, preset.tokenEndpointTemplate),
    refreshEndpoint,
    apiAddress: wholeAddress(apiAddress),
  }
}

function settingsOf(values: FormValues, preset: Preset): ProfileSettings {
  return {
    name: values.name.trim() || preset.name,
    presetId: preset.id,
    tokenEndpoint: completeTokenEndpoint(values.tokenEndpoint, preset.tokenEndpointTemplate),
    refreshEndpoint: values.refreshEndpoint,
    grantType: values.grantType,
    clientAuthentication: values.clientAuthentication,
    basicEncoding: values.basicEncoding,
    bodyFormat: values.bodyFormat,
    // What is copied from a mail often brings a space along; no server gives out such an ID.
    clientId: values.clientId.trim(),
    userName: values.userName.trim(),
    userNameField: values.userNameField.trim(),
    scope: values.scope,
    audience: values.audience,
    resource: values.resource,
    extraParameters: extrasOf(values.extraParameters),
    extraHeaders: extrasOf(values.extraHeaders),
    keepFresh: values.keepFresh,
    group: values.group,
    tag: values.tag,
    apiAddress: wholeAddress(values.apiAddress),
  }
}

/**
 * What the form sends. Of the secrets only what was typed: an empty field keeps the
 * saved one. The secret of an extra value that was taken out or renamed is forgotten.
 */
export function draftOf(
  typed: FormValues,
  preset: Preset,
  savedSecrets: readonly SecretName[],
): ProfileDraft {
  const values = countingValues(typed, preset)
  const secrets: ProfileDraft['secrets'] = {}
  for (const name of secretFields) {
    if (values[name] !== '') secrets[name] = values[name]
  }
  for (const list of extraLists) {
    Object.assign(secrets, extraSecretsOf(list, values[list], savedSecrets))
  }
  return { settings: settingsOf(values, preset), secrets }
}
