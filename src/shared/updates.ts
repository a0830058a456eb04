import { z } from 'zod'
import { languages } from './language.ts'

/** A version of Semantic Versioning 2.0.0, with the pattern of its specification. */
export const versionText = z
  .string()
  .max(64)
  .regex(
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/,
  )

/** A distributor's notes about a version, as plain text in some of the languages. */
export const releaseNotes = z.partialRecord(z.enum(languages), z.string().min(1).max(300))

/** A version that is newer than this one. */
const newVersion = z.strictObject({
  version: versionText,
  /** Release date: `2026-11-20`. */
  released: z.iso.date(),
  /** Host of the download page. */
  pageHost: z.string(),
  notes: releaseNotes,
})
export type NewVersion = z.infer<typeof newVersion>

/** The known new version, in an app whose distributor publishes a feed. */
export const updatesView = z.strictObject({
  /** Host of the feed. */
  host: z.string(),
  /** `null`: no newer version is known. */
  found: newVersion.nullable(),
  /** The user dismissed this version. */
  isDismissed: z.boolean(),
})
export type UpdatesView = z.infer<typeof updatesView>

/** Reasons why a check of the feed failed. */
const lookProblems = [
  /** No response. */
  'no-answer',
  /** The response is not a feed. */
  'odd-answer',
  /** The server's certificate is not trusted. */
  'not-secure',
  /** The signature is not the distributor's. */
  'not-genuine',
  /** The signature is good, but the feed has expired or is older than a known one. */
  'out-of-date',
] as const
export type LookProblem = (typeof lookProblems)[number]

export const lookResult = z.enum(['newest', 'newer', ...lookProblems])
export type LookResult = z.infer<typeof lookResult>

/** Returns true for a page that may be opened: https, at one of these origins, no credentials. */
export function isPermittedPage(page: string, origins: readonly string[]): boolean {
  if (!URL.canParse(page)) return false
  const { protocol, origin, username, password } = new URL(page)
  return protocol === 'https:' && username === '' && password === '' && origins.includes(origin)
}
