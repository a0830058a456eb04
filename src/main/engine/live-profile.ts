import type { Instant } from '../../shared/clock.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { PolicyState } from './policy.ts'
import type { StoredProfile } from './stored-profile.ts'

/** A profile while the app runs. Replaced whole by every change, never edited. */
export interface LiveProfile {
  readonly stored: StoredProfile
  readonly lifetime: ProfileView['lifetime']
  readonly flight: ProfileView['flight']
  /** Whether `stored` is on disk (a session profile has nothing to be there). */
  readonly saved: boolean
  readonly retryFraction: number
  readonly notBefore: Instant
}

/** A profile that was just read, or just made. */
export function liveProfile(stored: StoredProfile, lifetime: ProfileView['lifetime']): LiveProfile {
  return { stored, lifetime, flight: null, saved: true, retryFraction: 0.5, notBefore: 0 }
}

export function policyStateOf(live: LiveProfile): PolicyState {
  const { retryFraction, notBefore } = live
  return { ...live.stored, retryFraction, notBefore }
}
