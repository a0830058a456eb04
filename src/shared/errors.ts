import { z } from 'zod'
import { fieldProblems } from './field-problem.ts'
import { secretName } from './profile.ts'

/** Why the vault could not write; memory keeps what was not written. */
export const notSavedReasons = ['disk-full', 'not-writable', 'folder-missing', 'other'] as const

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
  z.strictObject({ code: z.literal('not-saved'), reason: z.enum(notSavedReasons) }),
  z.strictObject({ code: z.literal('clipboard-unavailable') }),
  /** The token holds what can't be written in the form that was asked for. */
  z.strictObject({ code: z.literal('not-writable-so') }),
  z.strictObject({ code: z.literal('practice-server-failed') }),
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
