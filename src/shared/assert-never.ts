/**
 * Ends an exhaustive switch: a missing union member does not compile.
 * At run time it throws without printing the value, which may hold a secret.
 */
export function assertNever(_value: never): never {
  throw new Error('a case was reached that the types rule out')
}
