import type { Instant } from '../../shared/clock.ts'
import { needsPerson } from '../../shared/needs-person.ts'
import type { ProfileView } from '../../shared/profile-view.ts'

export type NoticeKind = 'ends-soon' | 'needs-sign-in' | 'renewal-failed'

/** The user's choice of notifications. */
export interface Wishes {
  /** Minutes; `null`: never. */
  readonly beforeEnd: number | null
  readonly ofTrouble: boolean
}

const minute = 60_000
/** After that, the end of a token is no news. */
const day = 24 * 60 * minute

/** Identifies one token of a profile, for which each notification is shown once. */
export function tokenKey({ token }: ProfileView): string | undefined {
  return token === null ? undefined : `${token.issuedAt} ${token.expiresAt}`
}

/** Returns true if the token will be renewed before it expires, without the user. */
function isRenewedInTime({ settings, token, renewsAt }: ProfileView): boolean {
  const end = token?.expiresAt ?? null
  return settings.about.keepFresh && end !== null && renewsAt !== null && renewsAt < end
}

/** Returns true if a token that should be kept fresh expires because its user has to sign in. */
function endsWithSignIn(profile: ProfileView, { ofTrouble }: Wishes): boolean {
  return ofTrouble && profile.settings.about.keepFresh && needsPerson(profile)
}

/**
 * Returns when to notify about the end of a token: the chosen minutes before, but not in the first
 * half of its lifetime; if none are chosen, once the user has to sign in. `null`: never.
 */
export function timeToTell(profile: ProfileView, wishes: Wishes): Instant | null {
  const { token } = profile
  const { beforeEnd } = wishes
  if (token === null || token.expiresAt === null) return null
  if (beforeEnd === null) return endsWithSignIn(profile, wishes) ? token.expiresAt : null
  const life = Math.max(0, token.expiresAt - token.issuedAt)
  return token.expiresAt - Math.min(beforeEnd * minute, Math.floor(life / 2))
}

/** Returns true if a token that should be kept fresh can't be renewed without the user. */
function isStuck({ settings, tokenRun, renewsAt, activity, token }: ProfileView): boolean {
  const [last] = activity
  if (last === undefined || token === null || token.expiresAt === null) return false
  const hasFailed = last.by === 'renewal' && last.outcome.kind !== 'obtained'
  return settings.about.keepFresh && tokenRun === null && renewsAt === null && hasFailed
}

/** Returns the notification that is due for a profile at `now`, if any. Pure. */
export function dueNotice(profile: ProfileView, wishes: Wishes, now: Instant): NoticeKind | null {
  if (profile.locked || profile.tokenRun !== null) return null
  if (isStuck(profile)) {
    if (wishes.ofTrouble) return profile.needsSignIn ? 'needs-sign-in' : 'renewal-failed'
  }
  const time = timeToTell(profile, wishes)
  const end = profile.token?.expiresAt ?? 0
  if (time === null || now < time || end === 0) return null
  if (now < end) return isRenewedInTime(profile) ? null : 'ends-soon'
  return now < end + day && endsWithSignIn(profile, wishes) ? 'needs-sign-in' : null
}
