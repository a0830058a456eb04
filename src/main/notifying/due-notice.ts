import type { Instant } from '../../shared/clock.ts'
import type { ProfileView } from '../../shared/profile-view.ts'

export type NoticeKind = 'ends-soon' | 'needs-sign-in' | 'renewal-failed'

/** What the user wants to be told. */
export interface Wishes {
  /** In minutes; `null`: not at all. */
  readonly beforeEnd: number | null
  readonly ofTrouble: boolean
}

const minute = 60_000

/** One token of one profile: what happens to it is told once. */
export function tokenKey({ token }: ProfileView): string | undefined {
  return token === null ? undefined : `${token.issuedAt} ${token.expiresAt}`
}

/** Whether the token will be replaced before it ends without anybody's doing. */
function isRenewedInTime({ settings, token, renewsAt }: ProfileView): boolean {
  const end = token?.expiresAt ?? null
  return settings.about.keepFresh && end !== null && renewsAt !== null && renewsAt < end
}

/**
 * When it is time to say that the token ends: the minutes that the user chose before its end,
 * but not before half of its life is over. `null`: there is nothing to say.
 */
export function timeToTell(profile: ProfileView, { beforeEnd }: Wishes): Instant | null {
  const { token } = profile
  if (beforeEnd === null || token === null || token.expiresAt === null) return null
  const life = Math.max(0, token.expiresAt - token.issuedAt)
  return token.expiresAt - Math.min(beforeEnd * minute, Math.floor(life / 2))
}

/** Whether a token that was to be kept fresh is not, until the user does something. */
function isStuck({ settings, tokenRun, renewsAt, activity, token }: ProfileView): boolean {
  const [last] = activity
  if (last === undefined || token === null || token.expiresAt === null) return false
  const hasFailed = last.by === 'renewal' && last.outcome.kind !== 'obtained'
  return settings.about.keepFresh && tokenRun === null && renewsAt === null && hasFailed
}

/** What is to be said of a profile at `now`, if anything. Pure. */
export function dueNotice(profile: ProfileView, wishes: Wishes, now: Instant): NoticeKind | null {
  if (profile.locked || profile.tokenRun !== null) return null
  if (isStuck(profile)) {
    if (wishes.ofTrouble) return profile.needsSignIn ? 'needs-sign-in' : 'renewal-failed'
  }
  const time = timeToTell(profile, wishes)
  const end = profile.token?.expiresAt ?? 0
  const isTime = time !== null && now >= time && now < end
  return isTime && !isRenewedInTime(profile) ? 'ends-soon' : null
}
