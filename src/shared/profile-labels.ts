import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'
import { text } from './text-field.ts'

/** The folder of a profile, by its name; empty: none. */
export const group = text(60).trim()

/** By name, so that a theme decides what each looks like. */
export const tagColors = ['red', 'amber', 'green', 'teal', 'blue', 'purple', 'gray'] as const
export type TagColor = (typeof tagColors)[number]

/**
 * What tells environments apart, such as *Test* and *Production*. The name says it; the
 * colour makes it seen.
 */
export const tag = z
  .strictObject({
    name: text(30)
      .trim()
      .min(1, 'required' satisfies FieldProblem),
    color: z.enum(tagColors),
  })
  .nullable()
export type Tag = NonNullable<z.infer<typeof tag>>
