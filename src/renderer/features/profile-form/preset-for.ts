import { type Preset, type PresetField, presetFields } from '../../../shared/preset.ts'
import { requiredSecrets, type SecretName } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { fixedValues } from './values.ts'

/** As much of a profile as its fields depend on. */
type Model = Pick<ProfileView, 'settings'>

function including<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? [...values] : [...values, value]
}

/** Whether a profile has something in a field that its provider fixes at something else. */
function isBeyond(preset: Preset, { settings }: Model, field: PresetField): boolean {
  switch (field) {
    case 'clientSecret':
    case 'password':
    case 'refreshToken':
      return requiredSecrets(settings).includes(field satisfies SecretName)
    case 'extraParameters':
    case 'extraHeaders':
      return settings[field].length > 0
    default:
      return settings[field] !== fixedValues(preset)[field]
  }
}

/**
 * The provider as a profile needs it. A profile can have what its provider does not
 * list, such as the way to authenticate the client that was found by trying the others:
 * the form shows it as one more choice instead of taking it away unseen.
 */
export function presetFor(preset: Preset, profile: Model | undefined): Preset {
  if (profile === undefined || profile.settings.presetId !== preset.id) return preset
  const { grantType, clientAuthentication, userNameField } = profile.settings
  const { fields, grantTypes, clientAuthentications, userNameFields } = preset
  return {
    ...preset,
    fields: presetFields.filter(
      (field) => fields.includes(field) || isBeyond(preset, profile, field),
    ),
    grantTypes: including(grantTypes, grantType),
    clientAuthentications: including(clientAuthentications, clientAuthentication),
    userNameFields:
      userNameFields.length === 0 ? userNameFields : including(userNameFields, userNameField),
  }
}
