import type { Preset, PresetField } from '../../../shared/preset.ts'
import { extraLists } from './extra-rows.ts'
import { shownFields } from './shown-fields.ts'
import { type FormValues, fixedValues } from './values.ts'

/** The fields that few people need, in two groups. */
export const moreOptions = {
  whereAndHow: ['refreshEndpoint', 'audience', 'resource', 'bodyFormat', 'encoding'],
  extraValues: extraLists,
} as const satisfies Readonly<Record<string, readonly PresetField[]>>

const fields = Object.values(moreOptions).flat()

/** Returns whether there is something in these fields. */
export function hasMoreOptions(values: FormValues, preset: Preset): boolean {
  const shown = shownFields(preset, values)
  const fixed = fixedValues(preset)
  if (values.apiAddress !== '') return true
  return fields.some((field) => {
    if (!shown.has(field)) return false
    const value = values[field]
    return typeof value === 'string' ? value !== fixed[field] : value.length > 0
  })
}

/** Returns whether a problem, by its path in the form, is in these fields. */
export function isInMoreOptions(path: string): boolean {
  const [top] = path.split('.')
  return top === 'apiAddress' || fields.some((field) => field === top)
}
