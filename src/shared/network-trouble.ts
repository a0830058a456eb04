import type { Outcome } from './outcome.ts'

/** Looks of an answer that no token endpoint sends: a page, or that a person has to sign in. */
const looksOfOthers: ReadonlySet<string> = new Set<
  Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']
>(['web-page', 'sign-in-page', 'sign-in-address'])

/**
 * Returns true if an outcome says nothing about a profile whose addresses are right, but that the
 * network, or a captive portal or a gateway in it, most likely kept the request from its server.
 * Another network, or a later time, may let it through.
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
