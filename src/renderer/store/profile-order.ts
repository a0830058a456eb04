import { assertNever } from '../../shared/assert-never.ts'
import type { Instant } from '../../shared/clock.ts'
import type { ListSort } from '../../shared/list-sorts.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { ProfilesState } from './profiles-state.ts'

/** Later than any instant, and still exact. */
const never = Number.MAX_SAFE_INTEGER

/**
 * What ends soonest goes first; then what nobody knows the end of, what has ended, the latest
 * first, and what has no token.
 */
function byEnd({ token, locked }: ProfileView, now: Instant): number {
  if (token === null || locked) return never
  const { expiresAt } = token
  if (expiresAt === null) return never / 4
  return expiresAt > now ? expiresAt : never / 2 - expiresAt
}

const byUse = ({ lastUsed }: ProfileView) => (lastUsed === null ? never : -lastUsed)

function sortedBy(
  { order, profiles }: Pick<ProfilesState, 'order' | 'profiles'>,
  keyOf: (profile: ProfileView) => number,
): readonly ProfileId[] {
  const keys = new Map<ProfileId, number>()
  for (const [id, profile] of profiles) keys.set(id, keyOf(profile))
  // A stable sort: those that are the same stay in the order of their names.
  return [...order].sort((one, other) => (keys.get(one) ?? never) - (keys.get(other) ?? never))
}

/** All profiles in this order; the same array as long as it is by name and no name changes. */
export function ordered(
  profilesState: Pick<ProfilesState, 'order' | 'profiles'>,
  sort: ListSort,
  now: Instant,
): readonly ProfileId[] {
  switch (sort) {
    case 'name':
      return profilesState.order
    case 'expiry':
      return sortedBy(profilesState, (profile) => byEnd(profile, now))
    case 'last-used':
      return sortedBy(profilesState, byUse)
    default:
      return assertNever(sort)
  }
}

/** When the order by expiry is another one without any news: at the next end. `null`: never. */
export function nextEnd(
  profiles: ReadonlyMap<ProfileId, ProfileView>,
  now: Instant,
): number | null {
  let next: number | null = null
  for (const { token } of profiles.values()) {
    const end = token?.expiresAt ?? null
    if (end !== null && end > now && (next === null || end < next)) next = end
  }
  return next
}
