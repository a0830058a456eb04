import type { Preset, PresetField } from '../../../shared/preset.ts'
import { extraLists } from './extra-rows.ts'
import { shownFields } from './shown-fields.ts'
import { type FormValues, fixedValues } from './values.ts'

/** The fields that few people need, in groups. */
export const moreOptions = {
  signIn: ['loginHint', 'prompt', 'codeChallengeMethod', 'responseMode', 'sendsOrigin'],
  whereAndHow: ['refreshEndpoint', 'audience', 'resource', 'bodyFormat', 'encoding'],
  server: [
    'issuer',
    'expectsIssuer',
    'pushedAuthorizationRequestEndpoint',
    'userinfoEndpoint',
    'revocationEndpoint',
    'introspectionEndpoint',
    'jwksUri',
  ],
  extraValues: extraLists,
} as const satisfies Readonly<Record<string, readonly PresetField[]>>

const fields = Object.values(moreOptions).flat()

/** The others are filled in by *Find settings*, which is no reason to show them. */
const typedFields = [
  ...moreOptions.signIn,
  ...moreOptions.whereAndHow,
  ...moreOptions.extraValues,
] as const

/** Returns whether something that users type is in these fields. */
export function hasMoreOptions(values: FormValues, preset: Preset): boolean {
  const shown = shownFields(preset, values)
  const fixed = fixedValues(preset)
  if (values.apiAddress !== '') return true
  return typedFields.some((field) => {
    if (!shown.has(field)) return false
    const value = values[field]
    return typeof value === 'object' ? value.length > 0 : value !== fixed[field]
  })
}

/** Returns whether a problem, by its path in the form, is in these fields. */
export function isInMoreOptions(path: string): boolean {
  const [top] = path.split('.')
  return top === 'apiAddress' || fields.some((field) => field === top)
}

/** The groups of single fields, in their order. */
export const optionGroups = ['signIn', 'whereAndHow', 'server'] as const
export type Option = (typeof moreOptions)[(typeof optionGroups)[number]][number]
