import type { Instant } from './clock.ts'
import { grants } from './grants/facts.ts'
import { needsPerson } from './needs-person.ts'
import type { OutcomeKind } from './outcome.ts'
import type { ProfileView } from './profile-view.ts'

export type ProfileState =
  | 'valid'
  | 'expiring-soon'
  | 'expired'
  | 'no-token'
  | 'needs-sign-in'
  | 'waiting-for-network'
  | 'failed'
  | 'locked'

const minute = 60_000
const hour = 60 * minute

/**
 * How long before its end a token is called "expiring soon": a tenth of its life,
 * at least a minute, at most an hour, and never more than half of its life.
 */
function warningSpan(life: number): number {
  return Math.min(Math.max(life / 10, minute), hour, life / 2)
}

/** Outcomes after which nothing has failed: a person decided so, or let it be. */
const calm: ReadonlySet<OutcomeKind> = new Set([
  'obtained',
  'cancelled',
  'denied',
  'sign-in-expired',
])

/** The state of a profile at `now`, as the user reads it. */
export function stateOf(profile: ProfileView, now: Instant): ProfileState {
  if (profile.locked) return 'locked'
  const { token } = profile
  // A refresh token that was typed and never brought a token is no sign-in that has ended.
  const hasSignedIn = token !== null || grants[profile.settings.grant.kind].purpose === 'obtaining'
  if (profile.needsSignIn && hasSignedIn) return 'needs-sign-in'
  const lastOutcome = profile.activity[0]?.outcome.kind ?? 'obtained'
  const hasFailed = !calm.has(lastOutcome)
  if (token === null) return hasFailed ? 'failed' : 'no-token'
  if (token.expiresAt === null) return 'valid'
  const remaining = token.expiresAt - now
  if (remaining <= 0) {
    if (needsPerson(profile)) return 'needs-sign-in'
    // It is retried without the user, so nothing has failed yet.
    if (profile.waitsForNetwork) return 'waiting-for-network'
    return hasFailed ? 'failed' : 'expired'
  }
  return remaining <= warningSpan(token.expiresAt - token.issuedAt) ? 'expiring-soon' : 'valid'
}
