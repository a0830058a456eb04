import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { isRenewalRefused } from '../../i18n/failed-request.ts'
import { signInEndpoint, type TokenAction, tokenAction } from '../../i18n/sign-in.ts'

export interface OfferedActions {
  readonly hasToken: boolean
  readonly isAlive: boolean
  /** The one button that brings a token. */
  readonly action: TokenAction
  readonly request: 'obtainToken' | 'refreshToken'
  /** That request sends a refresh token: no password, and no person. */
  readonly isSilent: boolean
  /** The server may let the user choose another account. */
  readonly canSwitchUser: boolean
  /** The obvious next one. */
  readonly primary: 'copy' | 'token'
}

/** Returns the actions on the token of a profile in this state. */
export function offeredActions(profile: ProfileView, state: ProfileState): OfferedActions {
  const { token } = profile
  const isAlive = state === 'valid' || state === 'expiring-soon'
  const canRefresh = token?.hasRefreshToken === true && state !== 'needs-sign-in'
  // Some servers report a dead refresh token in a way that does not say so: then its grant is next.
  const isSilent = canRefresh && !isRenewalRefused(profile)
  return {
    hasToken: token !== null,
    isAlive,
    action: tokenAction(profile),
    request: isSilent ? 'refreshToken' : 'obtainToken',
    isSilent,
    canSwitchUser: signInEndpoint(profile) === 'authorizationEndpoint',
    primary: isAlive ? 'copy' : 'token',
  }
}

/** Returns whether the run under way waits for the user, who is shown what to do. */
export function waitsForUser({ tokenRun }: Pick<ProfileView, 'tokenRun'>): boolean {
  return tokenRun !== null && tokenRun.progress.kind !== 'requesting'
}
