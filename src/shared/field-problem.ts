/** Reasons why a field is not accepted; the page chooses the words. */
export const fieldProblems = [
  'required',
  'too-long',
  'control-characters',
  'not-a-url',
  'not-https',
  'credentials-in-url',
  'fragment-in-url',
  'part-to-fill-in',
  'not-a-parameter-name',
  'reserved-parameter',
  'repeated-parameter',
  'not-a-header-name',
  'reserved-header',
  'repeated-header',
  'bad-scope',
  'bad-resource',
  /** A secret value would stand in an address of the browser. */
  'secret-in-browser',
  'invalid',
] as const
export type FieldProblem = (typeof fieldProblems)[number]
