import { isNetworkTrouble } from '../../shared/network-trouble.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import type { Exchanges } from './token-run.ts'

/** Returns true if it is certain that no request of these legs left the computer. */
export function isNeverSent(exchanges: Exchanges): boolean {
  return exchanges.every(({ result }) =>
    'mayHaveArrived' in result
      ? !result.mayHaveArrived
      : // TLS ends before the request is written.
        result.kind === 'certificate-not-trusted',
  )
}

/** Returns true if something answered in the place of the server, so that waiting is all there is. */
export function isCaptivePortal({ outcome }: ActivityEntry): boolean {
  return isNetworkTrouble(outcome) && outcome.kind !== 'unreachable'
}

/** RFC 6585 §6: the network wants its user to sign in. */
const networkAuthenticationRequired = 511

/**
 * Returns true if no server can have judged what was sent in this attempt. A page with any other
 * status of an error may be how this server words a refusal.
 */
export function hasMetNoServer(entry: ActivityEntry): boolean {
  const { outcome, neverSent = false } = entry
  if (neverSent || outcome.kind === 'moved') return true
  // The proxy asked for its own credentials in the place of an answer.
  if (outcome.kind === 'unreachable') return outcome.reason === 'proxy'
  const isPage =
    outcome.kind === 'not-an-oauth-answer' &&
    (outcome.looksLike === 'web-page' || outcome.looksLike === 'sign-in-page')
  if (!isPage) return false
  return outcome.status < 400 || outcome.status === networkAuthenticationRequired
}

/**
 * Returns the newest attempt by which a password may be repeated or not; `undefined` if none of
 * them reached a server.
 */
export function lastAnswered(activity: readonly ActivityEntry[]): ActivityEntry | undefined {
  return activity.find((entry) => !hasMetNoServer(entry))
}

/**
 * Returns the newest `count` attempts. However often the network failed since, the attempt that
 * tells whether a password may be repeated is among them.
 */
export function newestAttempts(activity: readonly ActivityEntry[], count: number): ActivityEntry[] {
  const newest = activity.slice(0, count)
  const answered = lastAnswered(activity)
  if (answered === undefined || newest.includes(answered)) return newest
  return [...newest.slice(0, -1), answered]
}
