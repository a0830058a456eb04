import { assertNever } from '../../../shared/assert-never.ts'
import type { Preset, PresetField } from '../../../shared/preset.ts'
import type { FormValues } from './values.ts'

/** The fields that a provider needs for what is chosen. Nothing else is asked. */
export function shownFields(
  preset: Preset,
  { grantType, clientAuthentication }: Pick<FormValues, 'grantType' | 'clientAuthentication'>,
): ReadonlySet<PresetField> {
  const isNeeded = (field: PresetField): boolean => {
    switch (field) {
      case 'grantType':
        return preset.grantTypes.length > 1
      case 'clientAuthentication':
        return preset.clientAuthentications.length > 1
      case 'basicEncoding':
        return clientAuthentication === 'basic'
      case 'clientSecret':
        return clientAuthentication !== 'none'
      case 'userNameField':
      case 'userName':
      case 'password':
        return grantType === 'password'
      case 'refreshToken':
        return grantType === 'refresh_token'
      case 'tokenEndpoint':
      case 'clientId':
      case 'scope':
      case 'refreshEndpoint':
      case 'audience':
      case 'resource':
      case 'bodyFormat':
      case 'extraParameters':
      case 'extraHeaders':
        return true
      default:
        return assertNever(field)
    }
  }
  return new Set(preset.fields.filter(isNeeded))
}
