import { z } from 'zod'
import { keptApiAddress } from '../api-address.ts'
import type { FieldProblem } from '../field-problem.ts'
import { folder, tag } from '../profile-labels.ts'
import { hasControlCharacters, text } from '../text-field.ts'

export const presetId = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** Free text: of control characters only tabs and ends of lines, which are the same everywhere. */
const notes = z
  .string()
  .trim()
  .min(1, 'required' satisfies FieldProblem)
  .max(4000, 'too-long' satisfies FieldProblem)
  .overwrite((value) => value.replace(/\r\n?/g, '\n'))
  .refine(
    (value) => !hasControlCharacters(value.replace(/[\n\t]/g, '')),
    'control-characters' satisfies FieldProblem,
  )

/** The part of a profile that is for the user. No request depends on it. */
export const about = z.strictObject({
  name: text(120)
    .trim()
    .min(1, 'required' satisfies FieldProblem),
  presetId,
  folder: folder.exactOptional(),
  tag: tag.exactOptional(),
  /** Where the token is shown to and used, as far as the user knows. */
  apiAddress: keptApiAddress.exactOptional(),
  /** Lines of the user's own, for their eyes alone. */
  notes: notes.exactOptional(),
  keepFresh: z.boolean(),
  /** Among the first of the list. */
  favourite: z.boolean(),
})

/** Settings that stay with the user: no share file holds them, and no import brings them. */
export const ownOfUser = { folder: true, notes: true, favourite: true } as const satisfies {
  [Name in keyof typeof about.shape]?: true
}

/** Settings that a click changes, without the form. */
export const marks = z.strictObject({
  keepFresh: about.shape.keepFresh.exactOptional(),
  favourite: about.shape.favourite.exactOptional(),
})
export type Marks = z.infer<typeof marks>
