import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'

export interface OfferedActions {
  readonly hasToken: boolean
  readonly isAlive: boolean
  readonly canRefresh: boolean
  /** The obvious next one. */
  readonly primary: 'copy' | 'refresh' | 'get'
}

/** What a user can do about the token of a profile in this state. */
export function offeredActions({ token }: ProfileView, state: ProfileState): OfferedActions {
  const isAlive = state === 'valid' || state === 'expiring-soon'
  const canRefresh = token?.hasRefreshToken === true && state !== 'needs-sign-in'
  return {
    hasToken: token !== null,
    isAlive,
    canRefresh,
    primary: isAlive ? 'copy' : canRefresh ? 'refresh' : 'get',
  }
}
