import { z } from 'zod'
import { instant } from './clock.ts'
import { importReading, importText, mostCandidates } from './import.ts'
import { outcome } from './outcome.ts'
import { preset } from './preset.ts'
import { profileDraft, profileId } from './profile.ts'
import { profileView } from './profile-view.ts'
import { longestPaste, pastedContents, tokenContents } from './token.ts'

/** How the secrets are kept. */
const vaultView = z.strictObject({
  protection: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('key-store') }),
    /** The system offers no real protection: secrets live until the app is closed. */
    z.strictObject({
      kind: z.literal('memory-only'),
      reason: z.enum(['no-key-store', 'weak-key-store']),
    }),
    /** Sealed records are there, and nothing opens them now. They stay as they are. */
    z.strictObject({
      kind: z.literal('locked'),
      reason: z.enum(['no-key-store', 'key-does-not-fit', 'vault-damaged']),
    }),
    /**
     * Written by a newer version of the app, in use by another Token Desk, or changed by one
     * since it was opened here.
     */
    z.strictObject({
      kind: z.literal('read-only'),
      reason: z.enum(['newer-format', 'in-use', 'changed-elsewhere']),
    }),
  ]),
  /** Files that could not be read and were set aside, untouched. */
  quarantined: z.number().int().nonnegative(),
})
export type VaultView = z.infer<typeof vaultView>

export const snapshot = z.strictObject({
  revision: z.number().int().nonnegative(),
  profiles: z.array(profileView),
  presets: z.array(preset),
  vault: vaultView,
})
export type Snapshot = z.infer<typeof snapshot>

const nothing = z.strictObject({})
const oneProfile = z.strictObject({ id: profileId })
const copied = z.strictObject({ expiresAt: instant.nullable() })
/** `expiresAt` is that of the new token; `null` if there is none, or nobody knows. */
const asked = z.strictObject({ outcome, expiresAt: instant.nullable() })

/** Every request a page may make of main: the whole app on one page. */
export const requests = {
  getSnapshot: { input: nothing, output: snapshot },
  createProfile: { input: z.strictObject({ draft: profileDraft }), output: oneProfile },
  updateProfile: {
    input: z.strictObject({ id: profileId, draft: profileDraft }),
    output: nothing,
  },
  deleteProfile: { input: oneProfile, output: nothing },
  setKeepFresh: {
    input: z.strictObject({ id: profileId, keepFresh: z.boolean() }),
    output: nothing,
  },
  /** Runs the profile's grant. */
  obtainToken: { input: oneProfile, output: asked },
  /** Uses the refresh token; without one, runs the grant again. */
  refreshToken: { input: oneProfile, output: asked },
  /**
   * Tries the remaining ways to authenticate the client, once each, and keeps the one
   * that works. Stops at the first answer that speaks of anything but the client.
   */
  tryOtherWays: { input: oneProfile, output: asked },
  cancelRequest: { input: oneProfile, output: nothing },
  readToken: { input: oneProfile, output: tokenContents },
  copyHeader: { input: oneProfile, output: copied },
  copyToken: { input: oneProfile, output: copied },
  /** The last request and its answer, with every secret replaced by its length. */
  copyReport: { input: oneProfile, output: nothing },
  /** Reads any token that a user pastes, keeps nothing of it. */
  inspectToken: {
    input: z.strictObject({ text: z.string().max(longestPaste) }),
    output: pastedContents,
  },
  /** Reads a command or a file that somebody received; keeps nothing of it. */
  readImport: { input: z.strictObject({ text: importText }), output: importReading },
  /**
   * Creates the profile of a draft. What its secrets lack is read from the text once more,
   * from the candidate `which`, so that no secret goes back to the page in between.
   */
  createFromImport: {
    input: z.strictObject({
      text: importText,
      which: z.number().int().min(0).lt(mostCandidates),
      draft: profileDraft,
    }),
    output: oneProfile,
  },
  /** Asks where to, and saves the settings without any secret in a file for a colleague. */
  shareProfile: { input: oneProfile, output: z.strictObject({ saved: z.boolean() }) },
  /** Starts the practice server, if it is not running, and makes a profile for it. */
  startPractice: { input: nothing, output: oneProfile },
} as const

/** What main tells the page of its own accord. */
export const events = {
  changed: z.strictObject({
    /** Rises with every change; a page keeps the higher. */
    revision: z.number().int().positive(),
    /** The profiles that changed, whole. */
    profiles: z.array(profileView),
    removed: z.array(profileId),
    vault: vaultView,
  }),
} as const

export type RequestName = keyof typeof requests
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]['input']>
export type ParsedInput<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]['output']>
export type EventName = keyof typeof events
export type EventData<Name extends EventName> = z.output<(typeof events)[Name]>
