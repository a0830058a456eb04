import { assertNever } from '../../shared/assert-never.ts'
import type { Instant } from '../../shared/clock.ts'
import type { ProfileState } from '../../shared/profile-state.ts'
import type { ActivityEntry, ProfileView } from '../../shared/profile-view.ts'
import type { TokenView } from '../../shared/token.ts'
import type { Translate } from '../language.ts'
import { liveDuration } from './duration.ts'
import type { Moments } from './moment.ts'

/** Returns the milliseconds until expiry: zero after it, `null` if it is unknown. */
function remainingLife({ token }: ProfileView, now: Instant): number | null {
  if (token === null) return 0
  return token.expiresAt === null ? null : Math.max(0, token.expiresAt - now)
}

/** Returns the rest of the token's life, from 0 to 1, in visible steps. */
export function lifeFraction(profile: ProfileView, now: Instant): number {
  const { token } = profile
  const remaining = remainingLife(profile, now)
  if (token === null || remaining === 0) return 0
  if (remaining === null || token.expiresAt === null) return 1
  const fraction = remaining / Math.max(1, token.expiresAt - token.issuedAt)
  return Math.min(1, Math.round(fraction * 1000) / 1000)
}

/** Returns whether the list shows a remaining time. */
export function hasRemaining(profile: ProfileView, now: Instant): boolean {
  return profile.token !== null && !profile.locked && remainingLife(profile, now) !== 0
}

/** The remaining time for the list, where there is one. */
export function remainingText(t: Translate, profile: ProfileView, now: Instant): string {
  const remaining = remainingLife(profile, now)
  return remaining === null ? t('list.unknownEnd') : liveDuration(t, remaining)
}

/** The one thing that a profile's state means, large. */
export function lifeHeadline(
  t: Translate,
  profile: ProfileView,
  state: ProfileState,
  now: Instant,
): string {
  switch (state) {
    case 'valid':
    case 'expiring-soon': {
      const remaining = remainingLife(profile, now)
      return remaining === null ? t('detail.endUnknown') : liveDuration(t, remaining)
    }
    case 'expired':
      return t('detail.expiredTitle')
    case 'no-token':
      return t('detail.noTokenYet')
    case 'needs-sign-in':
      return t('detail.needsSignInTitle')
    case 'waiting-for-network':
      return t('detail.networkTitle')
    case 'failed':
      return t('detail.failedTitle')
    case 'locked':
      return t('detail.lockedTitle')
    default:
      return assertNever(state)
  }
}

/** The server said for how long the token is valid, but not in a way that can be true. */
const isAbsurd = (token: TokenView | null) =>
  token?.deviations.includes('expires-in-absurd') === true

/** Returns when a token expires, and the source of that time. */
export function endText(t: Translate, token: TokenView, moments: Moments): string {
  const { expiresAt, expiryFrom } = token
  if (expiresAt === null) {
    return isAbsurd(token)
      ? t('detail.overview.expiresAbsurd')
      : t('detail.overview.expiresUnknown')
  }
  const end = moments.exact(expiresAt)
  return expiryFrom === 'jwt' ? `${end}, ${t('detail.overview.fromJwt')}` : end
}

const isStoppedRenewal = ({ what, outcome }: ActivityEntry) =>
  what === 'refresh' && outcome.kind === 'cancelled'

/** `end`: when the token expires; `null`: it has expired, or the expiry is unknown. */
function signInHint(t: Translate, { activity }: ProfileView, end: string | null): string {
  const [last] = activity
  // After a failure the card shows the reason; a cancelled request has no card.
  if (last === undefined || !isStoppedRenewal(last)) {
    return end === null
      ? t('detail.needsSignInHint')
      : t('detail.needsSignInStill', { moment: end })
  }
  const success = activity.findIndex(({ outcome }) => outcome.kind === 'obtained')
  const since = success < 0 ? activity : activity.slice(0, success)
  const why =
    since.filter(isStoppedRenewal).length > 1
      ? t('detail.needsSignInStopped')
      : t('detail.needsSignInLost')
  return end === null ? why : `${why} ${t('detail.needsSignInWorks', { moment: end })}`
}

/** Returns the consequence of a profile's state, in a sentence. */
export function lifeHint(
  t: Translate,
  profile: ProfileView,
  state: ProfileState,
  moments: Moments,
  now: Instant,
): string {
  const end = profile.token?.expiresAt ?? null
  switch (state) {
    case 'valid':
    case 'expiring-soon':
      if (end === null)
        return isAbsurd(profile.token) ? t('detail.endAbsurdHint') : t('detail.endUnknownHint')
      return t('detail.validUntil', { moment: moments.short(end) })
    case 'expired':
      return end === null ? '' : t('detail.endedAt', { moment: moments.short(end) })
    case 'no-token':
      return t('detail.noTokenHint')
    case 'needs-sign-in':
      return signInHint(t, profile, end !== null && end > now ? moments.short(end) : null)
    case 'waiting-for-network':
      return t('detail.networkHint')
    case 'failed':
      return t('detail.failedHint')
    case 'locked':
      return t('detail.lockedHint')
    default:
      return assertNever(state)
  }
}

/** Returns the sentence about the token run under way. */
export function runHint(t: Translate, { what, progress }: NonNullable<ProfileView['tokenRun']>) {
  switch (progress.kind) {
    case 'requesting':
      return t(`detail.requesting.${what}`)
    case 'waiting-for-browser':
    case 'showing-device-code':
      return t(`detail.progress.${progress.kind}`)
    default:
      return assertNever(progress)
  }
}
