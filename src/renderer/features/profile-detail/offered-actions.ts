import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { isFailed, mayPass } from '../../sentences/failed-request.ts'

export interface OfferedActions {
  readonly hasToken: boolean
  readonly isAlive: boolean
  readonly canRefresh: boolean
  /** The obvious next one. */
  readonly primary: 'copy' | 'refresh' | 'get'
}

/** What a user can do about the token of a profile in this state. */
export function offeredActions(
  { token, activity }: ProfileView,
  state: ProfileState,
): OfferedActions {
  const isAlive = state === 'valid' || state === 'expiring-soon'
  const [last] = activity
  // Some servers report a dead refresh token in a way that does not say so.
  const isRefused = last?.what === 'refresh' && isFailed(last.outcome) && !mayPass(last.outcome)
  const canRefresh = token?.hasRefreshToken === true && state !== 'needs-sign-in'
  return {
    hasToken: token !== null,
    isAlive,
    canRefresh,
    primary: isAlive ? 'copy' : canRefresh && !isRefused ? 'refresh' : 'get',
  }
}
