import { type Preset, type PresetField, presetFields } from '../../../shared/preset.ts'
import { type FieldSecret, fieldSecrets, requiredSecrets } from '../../../shared/profile.ts'
import type { ImportedSettings } from '../../../shared/settings/index.ts'
import { fixedValues, valuesOf } from './values.ts'

/** The parts of a profile or an import that the fields depend on. */
interface Model {
  readonly settings: ImportedSettings
}

function including<Value>(values: readonly Value[], value: Value): Value[] {
  return values.includes(value) ? [...values] : [...values, value]
}

const isSecret = (field: PresetField): field is FieldSecret =>
  fieldSecrets.some((name) => name === field)

/** Returns whether a profile has something in a field that its provider fixes otherwise. */
function isBeyond(preset: Preset, { settings }: Model, field: PresetField): boolean {
  if (isSecret(field)) return requiredSecrets(settings).includes(field)
  const value = valuesOf({ settings, savedSecrets: [] })[field]
  return Array.isArray(value) ? value.length > 0 : value !== fixedValues(preset)[field]
}

/**
 * Returns the provider as a profile needs it. A profile can have what its provider does not list,
 * such as the client authentication method that was found by trying the others: the form shows it
 * as one more choice instead of taking it away unseen.
 */
export function presetFor(preset: Preset, profile: Model | undefined): Preset {
  if (profile === undefined || profile.settings.about.presetId !== preset.id) return preset
  const { grantType, clientAuthentication, userNameField } = valuesOf({
    settings: profile.settings,
    savedSecrets: [],
  })
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
