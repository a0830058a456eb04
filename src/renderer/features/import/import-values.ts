import type { ImportCandidate } from '../../../shared/import.ts'
import type { Preset, PresetField } from '../../../shared/preset.ts'
import { presetFor } from '../profile-form/preset-for.ts'
import { problemsIn } from '../profile-form/problems.ts'
import { uniqueName } from '../profile-form/unique-name.ts'
import { type FormValues, valuesOf } from '../profile-form/values.ts'

/** Returns the form's values for an import: what is given, under a name that no profile has. */
export function importValues(
  { settings, given }: ImportCandidate,
  presets: readonly Preset[],
  names: readonly string[],
): FormValues {
  const { name, presetId } = settings.about
  const provider = presets.find(({ id }) => id === presetId)?.name ?? ''
  return {
    ...valuesOf({ settings, savedSecrets: given }),
    name: uniqueName(name ?? provider, names),
  }
}

/** Returns the provider with a place for everything that was received, also for another one. */
export function importPreset(
  presetId: string,
  { settings }: ImportCandidate,
  presets: readonly Preset[],
): Preset | undefined {
  const preset = presets.find(({ id }) => id === presetId)
  return (
    preset &&
    presetFor(preset, { settings: { ...settings, about: { ...settings.about, presetId } } })
  )
}

/**
 * Returns the values of a new reading with everything that was typed, which is all that differs
 * from `before`. The provider and the name are those of the new reading.
 */
export function carriedOver(next: FormValues, before: FormValues, typed: FormValues): FormValues {
  const fields = Object.keys(before) as (keyof FormValues)[]
  const own = fields.filter(
    (field) => field !== 'presetId' && field !== 'name' && typed[field] !== before[field],
  )
  return { ...next, ...Object.fromEntries(own.map((field) => [field, typed[field]])) }
}

/** Returns the fields that the user has to fill in: those that are empty or wrong in the import. */
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

/** Returns true if a possibly relevant part is ignored. */
export function losesSomething({ leftOut }: Pick<ImportCandidate, 'leftOut'>): boolean {
  return leftOut.some(({ why }) => !idleReasons.includes(why))
}
