import type { Clock, Instant } from '../../shared/clock.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Copier } from '../copying/copier.ts'

export interface RecentUse extends Copier {
  /** When a profile's token was last copied since the app was started; 0: not yet. */
  copiedAt(id: ProfileId): Instant
}

/** A copier that remembers when each profile was last used. */
export function rememberUse(copier: Copier, clock: Clock): RecentUse {
  const copied = new Map<ProfileId, Instant>()
  return {
    copy: async (id, form, address) => {
      const result = await copier.copy(id, form, address)
      copied.set(id, clock.now())
      return result
    },
    copiedAt: (id) => copied.get(id) ?? 0,
  }
}
