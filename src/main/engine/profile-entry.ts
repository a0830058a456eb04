import type { Instant } from '../../shared/clock.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { PolicyState } from './renewal-policy.ts'
import type { StoredProfile } from './stored-profile.ts'

/** A profile while the app runs. Replaced whole by every change, never edited. */
export interface ProfileEntry {
  readonly stored: StoredProfile
  readonly lifetime: ProfileView['lifetime']
  readonly tokenRun: ProfileView['tokenRun']
  /** Whether `stored` is on disk (a session profile has nothing to be there). */
  readonly saved: boolean
  /** Newer than the one that is `stored`, if the profile was used since it was written. */
  readonly lastUsed: Instant | null
  readonly retryFraction: number
  /** The network may be another one than at the last attempt. */
  readonly networkChanged: boolean
  readonly notBefore: Instant
  /** Makes what a support desk may read of the last flight; none if it was a renewal that worked. */
  readonly report: (() => string) | null
}

/** A profile that was just read, or just made. */
export function profileEntry(
  stored: StoredProfile,
  lifetime: ProfileView['lifetime'],
): ProfileEntry {
  const { lastUsed } = stored
  const fresh = { tokenRun: null, saved: true, retryFraction: 0.5, notBefore: 0, report: null }
  // Since the last attempt of an earlier start, the computer may have been carried elsewhere.
  return { stored, lifetime, lastUsed, networkChanged: true, ...fresh }
}

export function policyStateOf(entry: ProfileEntry): PolicyState {
  const { stored, retryFraction, networkChanged, notBefore } = entry
  const { settings, needsSignIn, activity, sealed } = stored
  return { settings, needsSignIn, activity, sealed, retryFraction, networkChanged, notBefore }
}
