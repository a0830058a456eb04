import { z } from 'zod'
import { fieldProblems } from './field-problem.ts'
import { secretName } from './profile.ts'

/** Why the vault could not write; memory keeps what was not written. */
export const notSavedReasons = ['disk-full', 'not-writable', 'folder-missing', 'other'] as const

/**
 * Why the key store of the system can't protect a key. `key-store-late`: it has not answered yet,
 * perhaps because a prompt is open.
 */
export const unusableKeyStores = ['no-key-store', 'weak-key-store', 'key-store-late'] as const
export type UnusableKeyStore = (typeof unusableKeyStores)[number]

/** Why a file is no backup that can be restored; nothing has changed then. */
export const backupProblems = [
  /** Another kind of file, or one whose beginning is damaged. */
  'not-a-backup',
  /** The passphrase does not open it, or what that opens is damaged. */
  'wrong-passphrase',
  'damaged',
  /** Made by a later version of the app. */
  'newer-format',
  'too-large',
  /** The system does not let it be read. */
  'not-readable',
] as const
export type BackupProblem = (typeof backupProblems)[number]

/**
 * What can't be done, and why, for a user to read. A closed set of codes with
 * evidence; the words are chosen by the renderer. An answer of a token endpoint is
 * no error but an `Outcome`.
 */
export const appError = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('profile-not-found') }),
  z.strictObject({
    code: z.literal('profile-invalid'),
    fields: z.array(
      z.strictObject({
        /** As in the draft: `settings.tokenEndpoint`, `settings.extraParameters.0.name` … */
        path: z.string(),
        problem: z.enum(fieldProblems),
      }),
    ),
  }),
  z.strictObject({ code: z.literal('secrets-missing'), names: z.array(secretName) }),
  z.strictObject({ code: z.literal('no-token') }),
  /** Nothing was asked of a server since the app was started, or a renewal worked since. */
  z.strictObject({ code: z.literal('no-report') }),
  z.strictObject({ code: z.literal('vault-locked') }),
  z.strictObject({ code: z.literal('vault-read-only') }),
  /** Another Token Desk, of another user or on another computer, has the vault. */
  z.strictObject({ code: z.literal('vault-in-use') }),
  /** Another Token Desk has written into the vault since this one read it. */
  z.strictObject({ code: z.literal('vault-changed') }),
  /** What was to be unlocked is not on disk any more: a drive that is not connected, perhaps. */
  z.strictObject({ code: z.literal('vault-missing') }),
  /** The file that holds the key is damaged, or can't be read now: nothing is written over it. */
  z.strictObject({ code: z.literal('vault-unreadable') }),
  /** What is saved is locked already, and what was made since is in memory alone. */
  z.strictObject({ code: z.literal('lock-in-memory') }),
  z.strictObject({ code: z.literal('wrong-passphrase') }),
  /** Only a passphrase can lock, and there is none. */
  z.strictObject({ code: z.literal('no-passphrase') }),
  /** Without this key nothing would open the vault any more. */
  z.strictObject({ code: z.literal('last-key') }),
  z.strictObject({
    code: z.literal('key-store-unusable'),
    reason: z.enum(unusableKeyStores),
  }),
  z.strictObject({ code: z.literal('not-saved'), reason: z.enum(notSavedReasons) }),
  z.strictObject({ code: z.literal('backup-unreadable'), problem: z.enum(backupProblems) }),
  /** The file is not there; one that it was to replace is as it was. */
  z.strictObject({
    code: z.literal('backup-not-written'),
    reason: z.enum([...notSavedReasons, 'too-large']),
  }),
  /** The file that was chosen has been put away, by a lock for instance. */
  z.strictObject({ code: z.literal('backup-closed') }),
  /** A newer text, or a lock, ended the reading of what was received. */
  z.strictObject({ code: z.literal('reading-stopped') }),
  /** The received text could not be read again within the limit, so its secrets are not known. */
  z.strictObject({ code: z.literal('too-complicated') }),
  z.strictObject({ code: z.literal('clipboard-unavailable') }),
  /** The token holds what can't be written in the form that was asked for. */
  z.strictObject({ code: z.literal('not-writable-so') }),
  z.strictObject({ code: z.literal('practice-server-failed') }),
  /** The system can't open an address in a browser. */
  z.strictObject({ code: z.literal('browser-unavailable') }),
  /** Another program listens on the port, or the system keeps it for itself. */
  z.strictObject({ code: z.literal('port-unavailable'), port: z.number().int() }),
  z.strictObject({
    code: z.literal('request-refused'),
    /** `shape`: too large, too deep or no plain data, so it was not even parsed. */
    reason: z.enum(['sender', 'name', 'shape', 'input']),
  }),
  /** A bug: the log has its cause under this number. */
  z.strictObject({ code: z.literal('internal'), incident: z.string() }),
])
export type AppError = z.infer<typeof appError>

export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: AppError }

/** Thrown where a request can't be done; the router turns it into data once. */
export class Failure extends Error {
  override readonly name = 'Failure'
  constructor(readonly error: AppError) {
    super(error.code)
  }
}
