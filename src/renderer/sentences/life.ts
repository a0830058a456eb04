import { assertNever } from '../../shared/assert-never.ts'
import type { Instant } from '../../shared/clock.ts'
import type { ProfileState } from '../../shared/profile-state.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { liveDuration } from './duration.ts'
import type { Moments } from './moment.ts'

/** Milliseconds that the token still lives: zero once it is over, `null` if nobody knows. */
export function remainingLife({ token }: ProfileView, now: Instant): number | null {
  if (token === null) return 0
  return token.expiresAt === null ? null : Math.max(0, token.expiresAt - now)
}

/** How much of the token's life is left, from 0 to 1, in steps that an eye can see. */
export function lifeFraction(profile: ProfileView, now: Instant): number {
  const { token } = profile
  const remaining = remainingLife(profile, now)
  if (token === null || remaining === 0) return 0
  if (remaining === null || token.expiresAt === null) return 1
  const fraction = remaining / Math.max(1, token.expiresAt - token.issuedAt)
  return Math.min(1, Math.round(fraction * 1000) / 1000)
}

/** The remaining time for the list; empty where there is none to tell. */
export function remainingText(t: Translate, profile: ProfileView, now: Instant): string {
  if (profile.token === null || profile.locked) return ''
  const remaining = remainingLife(profile, now)
  if (remaining === null) return t('list.unknownEnd')
  return remaining === 0 ? '' : liveDuration(t, remaining)
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
    case 'failed':
      return t('detail.failedTitle')
    case 'locked':
      return t('detail.lockedTitle')
    default:
      return assertNever(state)
  }
}

/** What follows from a profile's state, in a sentence. */
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
      return end === null
        ? t('detail.endUnknownHint')
        : t('detail.validUntil', { moment: moments.short(end) })
    case 'expired':
      return end === null ? '' : t('detail.endedAt', { moment: moments.short(end) })
    case 'no-token':
      return t('detail.noTokenHint')
    case 'needs-sign-in':
      return end !== null && end > now
        ? t('detail.needsSignInStill', { moment: moments.short(end) })
        : t('detail.needsSignInHint')
    case 'failed':
      return t('detail.failedHint')
    case 'locked':
      return t('detail.lockedHint')
    default:
      return assertNever(state)
  }
}
