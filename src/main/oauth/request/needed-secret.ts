import type { SecretName, Secrets } from '../../../shared/profile.ts'

/** The value of a secret. Throws, as a bug, if it is not there: that was to be asked before. */
export function neededSecret(secrets: Secrets, name: SecretName): string {
  const value = secrets[name]
  if (value === undefined) throw new Error(`the secret ${name} is needed and not there`)
  return value
}
