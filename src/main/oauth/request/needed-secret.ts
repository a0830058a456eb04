import type { SecretName, Secrets } from '../../../shared/profile.ts'

/** Returns a secret. Throws, as a bug, if it is missing: the caller checks that first. */
export function neededSecret(secrets: Secrets, name: SecretName): string {
  const value = secrets[name]
  if (value === undefined) throw new Error(`the secret ${name} is needed and not there`)
  return value
}
