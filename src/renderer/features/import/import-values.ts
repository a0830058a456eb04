import type { ImportCandidate } from '../../../shared/import.ts'
import type { Preset, PresetField } from '../../../shared/preset.ts'
import { presetFor } from '../profile-form/preset-for.ts'
import { problemsIn } from '../profile-form/problems.ts'
import { uniqueName } from '../profile-form/unique-name.ts'
import { type FormValues, valuesOf } from '../profile-form/values.ts'

/** The form of a profile that was received: what is given, under a name of its own. */
export function importValues(
  { settings, given }: ImportCandidate,
  presets: readonly Preset[],
  names: readonly string[],
): FormValues {
  const provider = presets.find(({ id }) => id === settings.presetId)?.name ?? ''
  const name = uniqueName(settings.name || provider, names)
  return valuesOf({ settings: { ...settings, group: '', name }, savedSecrets: given })
}

/** The provider, with a place for everything that was received, whoever was recognised. */
export function importPreset(
  presetId: string,
  { settings }: ImportCandidate,
  presets: readonly Preset[],
): Preset | undefined {
  const preset = presets.find(({ id }) => id === presetId)
  return preset && presetFor(preset, { settings: { ...settings, group: '', presetId } })
}

/**
 * What was typed, taken along when something else is read: all that differs from what was
 * `before`. The provider and the name are those of the new reading.
 */
export function carriedOver(next: FormValues, before: FormValues, typed: FormValues): FormValues {
  const fields = Object.keys(before) as (keyof FormValues)[]
  const own = fields.filter(
    (field) => field !== 'presetId' && field !== 'name' && typed[field] !== before[field],
  )
  return { ...next, ...Object.fromEntries(own.map((field) => [field, typed[field]])) }
}

/** The fields that the user has to fill in: those that are empty or wrong as they were received. */
export function missingFields(
  values: FormValues,
  preset: Preset | undefined,
  { given }: ImportCandidate,
): ReadonlySet<string> {
  const problems = problemsIn(values, preset, given)
  return new Set([...problems.keys()].map((path) => path.split('.')[0] ?? path))
}

/** The same provider, asking for some of its fields alone. */
export function askingFor(preset: Preset, fields: ReadonlySet<string>): Preset {
  return { ...preset, fields: preset.fields.filter((field: PresetField) => fields.has(field)) }
}

type LeftOut = ImportCandidate['leftOut'][number]

/** Reasons why a server gets the same without a part; all others may matter. */
export const idleReasons: readonly LeftOut['why'][] = [
  'no-effect',
  'not-needed',
  'always-post',
  'sent-in-body',
  'sent-once',
]

/** Tells if a part that may matter is not used. */
export function losesSomething({ leftOut }: Pick<ImportCandidate, 'leftOut'>): boolean {
  return leftOut.some(({ why }) => !idleReasons.includes(why))
}
