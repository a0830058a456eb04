import { z } from 'zod'
import { fieldProblems } from './field-problem.ts'
import { secretName } from './profile.ts'

/** Reasons why the vault could not write; unsaved changes stay in memory. */
export const notSavedReasons = ['disk-full', 'not-writable', 'folder-missing', 'other'] as const

/**
 * Reasons why the system's key store can't protect a key. `key-store-late`: it has not answered yet,
 * perhaps because a prompt is open.
 */
export const unusableKeyStores = ['no-key-store', 'weak-key-store', 'key-store-late'] as const
export type UnusableKeyStore = (typeof unusableKeyStores)[number]

/** Reasons why a file can't be restored; nothing has changed then. */
export const backupProblems = [
  /** Another kind of file, or damaged at its beginning. */
  'not-a-backup',
  /** The passphrase does not open it, or its header is damaged. */
  'wrong-passphrase',
  'damaged',
  /** Made by a later version of the app. */
  'newer-format',
  'too-large',
  /** Reading it failed. */
  'not-readable',
] as const
export type BackupProblem = (typeof backupProblems)[number]

/**
 * The reason why a request can't be done: a closed set of codes with evidence, for which the page
 * chooses the words. A response of a token endpoint is not an error but an `Outcome`.
 */
export const appError = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('profile-not-found') }),
  z.strictObject({
    code: z.literal('profile-invalid'),
    fields: z.array(
      z.strictObject({
        /** Path in the draft: `settings.tokenEndpoint`, `settings.extraParameters.0.name` … */
        path: z.string(),
        problem: z.enum(fieldProblems),
      }),
    ),
  }),
  z.strictObject({ code: z.literal('secrets-missing'), names: z.array(secretName) }),
  z.strictObject({ code: z.literal('no-token') }),
  /** No request was sent since the app started, or a renewal has succeeded since. */
  z.strictObject({ code: z.literal('no-report') }),
  z.strictObject({ code: z.literal('vault-locked') }),
  z.strictObject({ code: z.literal('vault-read-only') }),
  /** Another Token Desk, of another user or on another computer, uses the vault. */
  z.strictObject({ code: z.literal('vault-in-use') }),
  /** Another Token Desk has written into the vault since this one read it. */
  z.strictObject({ code: z.literal('vault-changed') }),
  /** The vault is not on disk any more, for example because a drive is not connected. */
  z.strictObject({ code: z.literal('vault-missing') }),
  /** The vault file is damaged or can't be read now; it is not overwritten. */
  z.strictObject({ code: z.literal('vault-unreadable') }),
  /** Saved profiles are locked already, and newer ones exist only in memory. */
  z.strictObject({ code: z.literal('lock-in-memory') }),
  z.strictObject({ code: z.literal('wrong-passphrase') }),
  /** Locking requires a passphrase, and there is none. */
  z.strictObject({ code: z.literal('no-passphrase') }),
  /** This is the only key that opens the vault. */
  z.strictObject({ code: z.literal('last-key') }),
  z.strictObject({
    code: z.literal('key-store-unusable'),
    reason: z.enum(unusableKeyStores),
  }),
  z.strictObject({ code: z.literal('not-saved'), reason: z.enum(notSavedReasons) }),
  /** The share file was not written; an existing one is unchanged. */
  z.strictObject({ code: z.literal('share-not-written'), reason: z.enum(notSavedReasons) }),
  z.strictObject({ code: z.literal('backup-unreadable'), problem: z.enum(backupProblems) }),
  /** The file was not written; an existing one is unchanged. */
  z.strictObject({
    code: z.literal('backup-not-written'),
    reason: z.enum([...notSavedReasons, 'too-large']),
  }),
  /** The chosen file was closed, for example by a lock. */
  z.strictObject({ code: z.literal('backup-closed') }),
  /** A newer text or a lock stopped the parsing of the received text. */
  z.strictObject({ code: z.literal('reading-stopped') }),
  /** The received text could not be read again within the limit, so its secrets are not known. */
  z.strictObject({ code: z.literal('too-complicated') }),
  z.strictObject({ code: z.literal('clipboard-unavailable') }),
  /** The token has characters that the requested form can't express. */
  z.strictObject({ code: z.literal('not-writable-so') }),
  z.strictObject({ code: z.literal('practice-server-failed') }),
  /** No sign-in waits for the user any more. */
  z.strictObject({ code: z.literal('no-sign-in') }),
  /** The profile names no endpoint for it. */
  z.strictObject({ code: z.literal('no-endpoint') }),
  /** The system can't open an address in a browser. */
  z.strictObject({ code: z.literal('browser-unavailable') }),
  z.strictObject({
    code: z.literal('request-refused'),
    /** `shape`: too large, too deep or not plain data; not parsed. */
    reason: z.enum(['sender', 'name', 'shape', 'input']),
  }),
  /** A bug; the log has its cause under this number. */
  z.strictObject({ code: z.literal('internal'), incident: z.string() }),
])
export type AppError = z.infer<typeof appError>

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError }

/** Thrown if a request can't be done; the router turns it into data. */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(readonly error: AppError) {
    super(error.code)
  }
}
