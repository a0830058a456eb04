import { z } from 'zod'
import { authentications } from '../client-authentication/facts.ts'
import { clientAuthentication } from '../client-authentication/index.ts'
import type { FieldProblem } from '../field-problem.ts'
import { text } from '../text-field.ts'

/** The client (RFC 6749 §2) as it may come from others: its ID may be missing. */
export const incompleteClient = z.strictObject({
  id: text(2000)
    .min(1, 'required' satisfies FieldProblem)
    .exactOptional(),
  authentication: clientAuthentication,
})

/** The client (RFC 6749 §2): its ID and how it authenticates. */
export const client = incompleteClient.superRefine(({ id, authentication }, context) => {
  if (id === undefined && authentications[authentication.method].needsId) {
    const message: FieldProblem = 'required'
    context.addIssue({ code: 'custom', path: ['id'], message })
  }
})
