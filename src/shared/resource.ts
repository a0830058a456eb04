import type { FieldProblem } from './field-problem.ts'
import { text } from './text-field.ts'

/** Returns the URIs of a `resource` setting. */
export function resourcesIn(value: string): readonly string[] {
  return value.split(/\s+/).filter((uri) => uri !== '')
}

function isResource(uri: string): boolean {
  return URL.canParse(uri) && !uri.includes('#')
}

/** One or more resources (RFC 8707 §2): absolute URIs without a fragment, separated by single spaces. */
export const resource = text(4000)
  .transform((value) => resourcesIn(value).join(' '))
  .refine((value) => value !== '', 'required' satisfies FieldProblem)
  .refine((value) => resourcesIn(value).every(isResource), 'bad-resource' satisfies FieldProblem)
