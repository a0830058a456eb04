import { wholeAddress } from '../../../shared/api-address.ts'
import { authenticationSchemas } from '../../../shared/client-authentication/index.ts'
import { grantSchemas } from '../../../shared/grants/index.ts'
import { completeTokenEndpoint, type Preset } from '../../../shared/preset.ts'
import { fieldSecrets, type ProfileDraft, type SecretName } from '../../../shared/profile.ts'
import type { SentTo } from '../../../shared/provider-hosts.ts'
import { about } from '../../../shared/settings/about.ts'
import { incompleteClient } from '../../../shared/settings/client.ts'
import { request } from '../../../shared/settings/request.ts'
import { server } from '../../../shared/settings/server.ts'
import { extraLists, extraSecretsOf, extrasOf } from './extra-rows.ts'
import { shownFields } from './shown-fields.ts'
import { type FormValues, fixedValues } from './values.ts'

type DraftSettings = ProfileDraft['settings']

/** Returns the values that count: a field that is not shown has the provider's. */
function countingValues(values: FormValues, preset: Preset): FormValues {
  const counting = [...shownFields(preset, values), ...(Object.keys(about.shape) as AboutField[])]
  const typed = Object.fromEntries(counting.map((field) => [field, values[field]]))
  return { ...fixedValues(preset), ...typed, presetId: preset.id }
}
type AboutField = keyof typeof about.shape

/**
 * Returns the members of a part of the settings. An empty value of an optional member is absent;
 * spaces around a text come from copying.
 */
function partOf<Part>(
  { shape }: { readonly shape: Readonly<Record<string, { readonly type: string }>> },
  values: Readonly<Record<string, unknown>>,
): Part {
  const members = Object.entries(shape).map(([name, { type }]) => {
    const value = values[name]
    const trimmed = typeof value === 'string' ? value.trim() : value
    const isAbsent = type === 'optional' && (trimmed === '' || trimmed === null)
    return [name, trimmed, isAbsent] as const
  })
  return Object.fromEntries(members.filter(([, , isAbsent]) => !isAbsent)) as Part
}

/** Returns the settings that the values mean; they may be incomplete or wrong. */
function settingsOf(values: FormValues, preset: Preset): DraftSettings {
  const { grantType: kind, clientAuthentication: method } = values
  const authentication = partOf(authenticationSchemas[method], { ...values, method })
  return {
    about: partOf(about, {
      ...values,
      name: values.name.trim() || preset.name,
      apiAddress: wholeAddress(values.apiAddress),
    }),
    server: partOf(server, {
      ...values,
      tokenEndpoint: completeTokenEndpoint(values.tokenEndpoint, preset.tokenEndpointTemplate),
    }),
    client: partOf(incompleteClient, { id: values.clientId, authentication }),
    grant: partOf(grantSchemas[kind].settings, { ...values, kind }),
    request: partOf(request, {
      ...values,
      extraParameters: extrasOf(values.extraParameters),
      extraHeaders: extrasOf(values.extraHeaders),
    }),
  }
}

/** Returns the addresses that a profile of these values would have. */
export function addressesOf(typed: FormValues, preset: Preset): SentTo {
  return settingsOf(countingValues(typed, preset), preset)
}

/**
 * Returns what the form sends. Of the secrets only those that were typed: an empty field keeps the
 * saved one. The secret of an extra value that was taken out or renamed is forgotten.
 */
export function draftOf(
  typed: FormValues,
  preset: Preset,
  savedSecrets: readonly SecretName[],
): ProfileDraft {
  const values = countingValues(typed, preset)
  const secrets: ProfileDraft['secrets'] = {}
  for (const name of fieldSecrets) {
    if (values[name] !== '') secrets[name] = values[name]
  }
  for (const list of extraLists) {
    Object.assign(secrets, extraSecretsOf(list, values[list], savedSecrets))
  }
  return { settings: settingsOf(values, preset), secrets }
}
