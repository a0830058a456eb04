import type { FieldProblem } from './field-problem.ts'

/**
 * The redirect address of a new profile. Its port is unassigned, below the ranges from which systems
 * choose ports for themselves, and none that development servers use.
 */
export const defaultRedirectAddress = 'http://127.0.0.1:17842/callback'

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Returns whether the app itself can receive a redirect to this address (RFC 8252 §7.3). */
export function isListenedTo(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url?.protocol === 'http:' && loopbackHosts.has(url.hostname)
}

/**
 * Returns whether a browser may open the address, which a server chose: https, or http on this
 * computer. Any other is shown at most.
 */
export function mayBeOpened(address: string): boolean {
  // A URL class would remove such characters, so that another address is opened than is shown.
  if (!URL.canParse(address) || /[\s\p{Cc}\\]/u.test(address)) return false
  const { protocol, username, password } = new URL(address)
  // Before an `@`, another host may be pretended.
  return username + password === '' && (protocol === 'https:' || isListenedTo(address))
}

/** Returns whether the address leaves its port to the app (RFC 8252 §7.3), which is written as 0. */
export function hasAnyPort(address: string): boolean {
  return isListenedTo(address) && new URL(address).port === '0'
}

/** Returns what is wrong with a redirect URI (RFC 6749 §3.1.2). */
export function redirectProblem(address: string): FieldProblem | undefined {
  if (!URL.canParse(address) || /\s/.test(address)) return 'not-a-url'
  const { protocol, username, password } = new URL(address)
  if (['javascript:', 'data:', 'file:', 'vbscript:'].includes(protocol)) return 'not-a-url'
  if (address.includes('#')) return 'fragment-in-url'
  if (username !== '' || password !== '') return 'credentials-in-url'
  return protocol === 'http:' && !isListenedTo(address) ? 'not-https' : undefined
}
