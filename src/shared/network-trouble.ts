import type { Outcome } from './outcome.ts'

/** Kinds of response that no token endpoint sends: web pages and sign-in pages. */
const looksOfOthers: ReadonlySet<string> = new Set<
  Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']
>(['web-page', 'sign-in-page', 'sign-in-address'])

/**
 * Returns true if the network, or a captive portal or a gateway in it, most likely kept the request
 * from its server, so that it may succeed on another network or later. Assumes correct addresses.
 */
export function isNetworkTrouble(outcome: Outcome): boolean {
  switch (outcome.kind) {
    case 'unreachable':
    case 'certificate-not-trusted':
    case 'moved':
      return true
    case 'not-an-oauth-answer':
      return looksOfOthers.has(outcome.looksLike)
    case 'gateway-refused':
      return outcome.reason === 'network-address' || outcome.reason === 'blocked'
    default:
      return false
  }
}
