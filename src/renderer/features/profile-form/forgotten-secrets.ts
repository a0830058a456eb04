import type { Preset } from '../../../shared/preset.ts'
import {
  type FieldSecret,
  fieldSecrets,
  requiredSecrets,
  type SecretName,
} from '../../../shared/profile.ts'
import { draftOf } from './draft.ts'
import { type ExtraList, extraLists } from './extra-rows.ts'
import { shownFields } from './shown-fields.ts'
import type { FormValues } from './values.ts'

/** The saved secrets, by what the form calls them, that would be gone after saving. */
export interface ForgottenSecrets {
  readonly fields: readonly FieldSecret[]
  /** The names of extra parameters and headers, as the user gave them. */
  readonly extras: readonly string[]
}

/**
 * Returns the saved secrets that the present choices no longer need. An extra value that the user
 * took out by hand is not named again.
 */
export function forgottenSecrets(
  values: FormValues,
  preset: Preset,
  savedSecrets: readonly SecretName[],
): ForgottenSecrets {
  const shown = shownFields(preset, values)
  const needed = requiredSecrets(draftOf(values, preset, savedSecrets).settings)
  const isForgotten = (name: SecretName) => savedSecrets.includes(name) && !needed.includes(name)
  const namesIn = (list: ExtraList) =>
    values[list].flatMap(({ name, savedAs }) =>
      savedAs !== null && isForgotten(savedAs) ? [name.trim()] : [],
    )
  return {
    fields: fieldSecrets.filter(isForgotten),
    extras: extraLists.filter((list) => !shown.has(list)).flatMap(namesIn),
  }
}
