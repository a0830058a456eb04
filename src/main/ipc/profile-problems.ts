import type { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'
import { type FieldProblem, fieldProblems } from '../../shared/field-problem.ts'

/**
 * The error of a draft that a user filled in wrongly, field by field; `undefined`
 * if something other than the draft is wrong, which no user can mend. The values
 * themselves are left out: they may be secrets.
 */
export function profileProblems(error: z.ZodError): AppError | undefined {
  const fields = error.issues.map(({ path, message }) => ({
    inDraft: path[0] === 'draft' && path.length > 1,
    path: path.slice(1).join('.'),
    problem: isFieldProblem(message) ? message : ('invalid' as const),
  }))
  if (!fields.every(({ inDraft }) => inDraft)) return undefined
  return {
    code: 'profile-invalid',
    fields: fields.map(({ path, problem }) => ({ path, problem })),
  }
}

function isFieldProblem(message: string): message is FieldProblem {
  return (fieldProblems as readonly string[]).includes(message)
}
