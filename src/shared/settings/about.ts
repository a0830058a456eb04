import { z } from 'zod'
import { keptApiAddress } from '../api-address.ts'
import type { FieldProblem } from '../field-problem.ts'
import { folder, tag } from '../profile-labels.ts'
import { text } from '../text-field.ts'

export const presetId = z.string().regex(/^[a-z0-9-]{1,40}$/)

/** What a profile is for the user. No request depends on it. */
export const about = z.strictObject({
  name: text(120)
    .trim()
    .min(1, 'required' satisfies FieldProblem),
  presetId,
  folder: folder.exactOptional(),
  tag: tag.exactOptional(),
  /** Where the token is shown to and used, as far as the user knows. */
  apiAddress: keptApiAddress.exactOptional(),
  keepFresh: z.boolean(),
})

/** Settings that stay with the user: no share file holds them, and no import brings them. */
export const ownOfUser = { folder: true } as const satisfies {
  [Name in keyof typeof about.shape]?: true
}
