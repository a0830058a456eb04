import { z } from 'zod'
import { languages } from './language.ts'

/** Semantic Versioning 2.0.0, as its own page words it; a length that fits on one line. */
export const versionText = z
  .string()
  .max(64)
  .regex(
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/,
  )

/** What a distributor says of a version, as plain text; not every language need be there. */
export const releaseNotes = z.partialRecord(z.enum(languages), z.string().min(1).max(300))

/** A version that is newer than this one. */
const newVersion = z.strictObject({
  version: versionText,
  /** The day it came out: `2026-11-20`. */
  released: z.iso.date(),
  /** Whose page tells where to get it. */
  pageHost: z.string(),
  notes: releaseNotes,
})
export type NewVersion = z.infer<typeof newVersion>

/** What the window may know of new versions, in an app whose distributor tells of them. */
export const updatesView = z.strictObject({
  /** Who is asked. */
  host: z.string(),
  /** `null`: nobody has told of a newer one. */
  found: newVersion.nullable(),
  /** The user does not want to hear of the one that was found. */
  isDismissed: z.boolean(),
})
export type UpdatesView = z.infer<typeof updatesView>

/** Why nothing is known after a look. */
export const lookProblems = [
  /** There was no answer. */
  'no-answer',
  /** There was one, but not what was asked for. */
  'odd-answer',
  /** The server could not prove who it is. */
  'not-secure',
  /** The answer is not from the distributor, or was changed on its way. */
  'not-genuine',
  /** It is genuine and no longer good, or older than one that was seen before. */
  'out-of-date',
] as const
export type LookProblem = (typeof lookProblems)[number]

export const lookResult = z.enum(['newest', 'newer', ...lookProblems])
export type LookResult = z.infer<typeof lookResult>
