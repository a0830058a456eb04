import { authenticationMethods } from '../../../shared/client-authentication/facts.ts'
import { grantKinds } from '../../../shared/grants/facts.ts'
import {
  authenticationFields,
  grantFields,
  type Preset,
  type PresetField,
} from '../../../shared/preset.ts'
import type { FormValues } from './values.ts'

/** The fields that only some grants or client authentication methods have. */
const conditional: ReadonlySet<PresetField> = new Set([
  ...authenticationMethods.flatMap(authenticationFields),
  ...grantKinds.flatMap(grantFields),
])

/** Returns the fields that a provider needs for the grant and the authentication that are chosen. */
export function shownFields(
  preset: Preset,
  { grantType, clientAuthentication }: Pick<FormValues, 'grantType' | 'clientAuthentication'>,
): ReadonlySet<PresetField> {
  const own = [...grantFields(grantType), ...authenticationFields(clientAuthentication)]
  const isNeeded = (field: PresetField): boolean => {
    if (field === 'grantType') return preset.grantTypes.length > 1
    if (field === 'clientAuthentication') return preset.clientAuthentications.length > 1
    return !conditional.has(field) || own.includes(field)
  }
  return new Set(preset.fields.filter(isNeeded))
}
