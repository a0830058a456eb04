import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'
import { text } from './text-field.ts'

/** The folder of a profile, by its name. */
export const folder = text(60)
  .trim()
  .min(1, 'required' satisfies FieldProblem)

/** Names of colours: a theme decides how each looks. */
export const tagColors = ['red', 'amber', 'green', 'teal', 'blue', 'purple', 'gray'] as const

/** Distinguishes environments, such as *Test* and *Production*: by its name and its colour. */
export const tag = z.strictObject({
  name: text(30)
    .trim()
    .min(1, 'required' satisfies FieldProblem),
  color: z.enum(tagColors),
})
export type Tag = z.infer<typeof tag>
