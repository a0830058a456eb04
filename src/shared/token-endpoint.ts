import { z } from 'zod'
import type { FieldProblem } from './field-problem.ts'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/** Returns whether a URL stays on this computer, where plain http is acceptable (RFC 8252 §8.3). */
function isLoopback(url: URL): boolean {
  return loopback.test(url.hostname)
}

const secretParameters: ReadonlySet<string> = new Set([
  'client_secret',
  'password',
  'refresh_token',
  'access_token',
  'client_assertion',
])

/** Returns why no secret may be sent to an address, or why it may not be kept in the clear. */
export function addressProblem(value: string): FieldProblem | undefined {
  if (value === '') return 'required'
  if (value.length > 2000) return 'too-long'
  let url: URL
  try {
    url = new URL(value)
  } catch {
    return 'not-a-url'
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not-a-url'
  if (url.protocol === 'http:' && !isLoopback(url)) return 'not-https'
  if (url.hash !== '' || value.endsWith('#')) return 'fragment-in-url'
  // Checked for every profile at start: most addresses have no query, and reading one is slow.
  const hasSecret =
    url.search !== '' && [...url.searchParams.keys()].some((name) => secretParameters.has(name))
  if (url.username !== '' || url.password !== '' || hasSecret) return 'credentials-in-url'
  return undefined
}

/**
 * Returns whether an address has a part that documentation leaves to the reader, such as
 * `{tenant}`. None of these signs may stand in an address (RFC 3986 §2).
 */
export function hasPartToFillIn(address: string): boolean {
  const [place = '', query = ''] = address.split(/\?(.*)/s)
  return (
    /\{[^{}]*\}|<[^<>]*>|%7B.*%7D/i.test(place) || /=(?:\{[^{}"]*\}|<[^<>]*>)(?:&|$)/.test(query)
  )
}

/**
 * The address of an endpoint that gets secrets, such as the token endpoint (RFC 6749 §3.2): https,
 * or http on this computer; no fragment; nothing secret in it, because it is stored in the clear.
 */
export const endpoint = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const problem = addressProblem(value)
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem })
  })
