import type { Instant } from '../../shared/clock.ts'
import type { ProfileView } from '../../shared/profile-view.ts'

export type NoticeKind = 'ends-soon' | 'needs-sign-in' | 'renewal-failed'

/** The user's choice of notifications. */
export interface Wishes {
  /** Minutes; `null`: never. */
  readonly beforeEnd: number | null
  readonly ofTrouble: boolean
}

const minute = 60_000

/** Identifies one token of a profile, for which each notification is shown once. */
export function tokenKey({ token }: ProfileView): string | undefined {
  return token === null ? undefined : `${token.issuedAt} ${token.expiresAt}`
}

/** Returns true if the token will be renewed before it expires, without the user. */
function isRenewedInTime({ settings, token, renewsAt }: ProfileView): boolean {
  const end = token?.expiresAt ?? null
  return settings.about.keepFresh && end !== null && renewsAt !== null && renewsAt < end
}

/** Returns when a token that should be kept fresh ends because no person signed in; `null`: never. */
function signInDueAt({ settings, signInDueAt }: ProfileView, { ofTrouble }: Wishes) {
  return ofTrouble && settings.about.keepFresh ? signInDueAt : null
}

/**
 * Returns when to notify that the token expires: the chosen minutes before, but not in the first half
 * of its lifetime; or, without that choice, that a sign-in is due. `null`: never.
 */
export function timeToTell(profile: ProfileView, wishes: Wishes): Instant | null {
  const { token } = profile
  const { beforeEnd } = wishes
  if (token === null || token.expiresAt === null) return null
  if (beforeEnd === null) return signInDueAt(profile, wishes)
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
  const due = signInDueAt(profile, wishes)
  if (due !== null && now >= due) return 'needs-sign-in'
  const time = timeToTell(profile, wishes)
  const end = profile.token?.expiresAt ?? 0
  const isTime = time !== null && now >= time && now < end
  return isTime && !isRenewedInTime(profile) ? 'ends-soon' : null
}
