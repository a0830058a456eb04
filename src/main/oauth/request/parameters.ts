import type { SecretName, Secrets } from '../../../shared/profile.ts'

/** A request parameter; a list of values is one for each (RFC 8707 §2 has `resource` so). */
export type Parameter = readonly [name: string, value: string | readonly string[]]

/** `application/x-www-form-urlencoded` in UTF-8 (RFC 6749 appendix B). */
export function formOf(parameters: readonly Parameter[]): string {
  const form = new URLSearchParams()
  for (const [name, values] of parameters) {
    for (const value of [values].flat()) form.append(name, value)
  }
  return form.toString()
}

/**
 * One flat JSON object. No standard defines it: each value is a string, and where a
 * parameter has several they are an array, since a name may stand in an object once.
 */
export function jsonOf(parameters: readonly Parameter[]): string {
  return JSON.stringify(Object.fromEntries(parameters))
}

/** Adds parameters to an address, and leaves the query that it has already as it is. */
export function withQuery(address: string, parameters: readonly Parameter[]): string {
  const query = formOf(parameters)
  if (!address.includes('?')) return `${address}?${query}`
  return /[?&]$/.test(address) ? address + query : `${address}&${query}`
}

/** Returns a secret. Throws, as a bug, if it is missing: the caller checks that first. */
export function neededSecret(secrets: Secrets, name: SecretName): string {
  const value = secrets[name]
  if (value === undefined) throw new Error(`the secret ${name} is needed and not there`)
  return value
}
