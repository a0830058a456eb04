import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'

export function hasControlCharacters(value: string): boolean {
  return /\p{Cc}/u.test(value)
}

/** Returns the schema of a line of text that a user enters. */
export const text = (maxLength: number) =>
  z
    .string()
    .max(maxLength, 'too-long' satisfies FieldProblem)
    .refine((value) => !hasControlCharacters(value), 'control-characters' satisfies FieldProblem)

/** Parameters that the app sets, which extra parameters must not contradict. */
const reservedParameters: ReadonlySet<string> = new Set([
  'grant_type',
  'client_id',
  'client_secret',
  'password',
  'refresh_token',
  'scope',
])

/** The name of a parameter that the user enters: an extra one, or the one for the user name. */
export const parameterName = text(200)
  .min(1, 'required' satisfies FieldProblem)
  .regex(/^\S+$/, 'not-a-parameter-name' satisfies FieldProblem)
  .refine((name) => !reservedParameters.has(name), 'reserved-parameter' satisfies FieldProblem)
