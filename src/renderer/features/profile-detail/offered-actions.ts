import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { isRenewalRefused } from '../../i18n/failed-request.ts'

export interface OfferedActions {
  readonly hasToken: boolean
  readonly isAlive: boolean
  readonly canRefresh: boolean
  /** The obvious next one. */
  readonly primary: 'copy' | 'refresh' | 'get'
}

/** Returns the actions on the token of a profile in this state. */
export function offeredActions(profile: ProfileView, state: ProfileState): OfferedActions {
  const { token } = profile
  const isAlive = state === 'valid' || state === 'expiring-soon'
  const canRefresh = token?.hasRefreshToken === true && state !== 'needs-sign-in'
  return {
    hasToken: token !== null,
    isAlive,
    canRefresh,
    // Some servers report a dead refresh token in a way that does not say so.
    primary: isAlive ? 'copy' : canRefresh && !isRenewalRefused(profile) ? 'refresh' : 'get',
  }
}
