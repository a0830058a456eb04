import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'

export function hasControlCharacters(value: string): boolean {
  return /\p{Cc}/u.test(value)
}

/** A line of text as a user types it. */
export const text = (longest: number) =>
  z
    .string()
    .max(longest, 'too-long' satisfies FieldProblem)
    .refine((value) => !hasControlCharacters(value), 'control-characters' satisfies FieldProblem)

/** What a request already says for itself and an extra parameter must not contradict. */
const reservedParameters: ReadonlySet<string> = new Set([
  'grant_type',
  'client_id',
  'client_secret',
  'password',
  'refresh_token',
  'scope',
])

/** Of a parameter that the user names: an extra one, or the one that says who he is. */
export const parameterName = text(200)
  .min(1, 'required' satisfies FieldProblem)
  .regex(/^\S+$/, 'not-a-parameter-name' satisfies FieldProblem)
  .refine((name) => !reservedParameters.has(name), 'reserved-parameter' satisfies FieldProblem)
