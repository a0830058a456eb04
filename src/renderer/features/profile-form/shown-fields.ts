import { authenticationMethods } from '../../../shared/client-authentication/facts.ts'
import { type GrantKind, grantKinds, grants } from '../../../shared/grants/facts.ts'
import {
  authenticationFields,
  grantFields,
  type Preset,
  type PresetField,
} from '../../../shared/preset.ts'
import type { FormValues } from './values.ts'

/** The endpoints that only some grants use, beside those that they need. */
const furtherEndpoints = {
  authorizationEndpoint: ['pushedAuthorizationRequestEndpoint'],
  deviceAuthorizationEndpoint: [],
} as const

function ownFields(kind: GrantKind): readonly PresetField[] {
  const endpoints = grants[kind].endpoints.flatMap((endpoint): readonly PresetField[] => [
    endpoint,
    ...furtherEndpoints[endpoint],
  ])
  return [...grantFields(kind), ...endpoints]
}

/** The fields that only some grants or client authentication methods have. */
const conditional: ReadonlySet<PresetField> = new Set([
  ...authenticationMethods.flatMap(authenticationFields),
  ...grantKinds.flatMap(ownFields),
])

/** Returns the fields that a provider needs for the grant and the authentication that are chosen. */
export function shownFields(
  preset: Preset,
  { grantType, clientAuthentication }: Pick<FormValues, 'grantType' | 'clientAuthentication'>,
): ReadonlySet<PresetField> {
  const own = [...ownFields(grantType), ...authenticationFields(clientAuthentication)]
  const isNeeded = (field: PresetField): boolean => {
    if (field === 'grantType') return preset.grantTypes.length > 1
    if (field === 'clientAuthentication') return preset.clientAuthentications.length > 1
    return !conditional.has(field) || own.includes(field)
  }
  return new Set(preset.fields.filter(isNeeded))
}
