import { grants } from './grants/facts.ts'
import type { ProfileView } from './profile-view.ts'

/** Returns whether the next token requires that a person signs in. */
export function needsPerson({
  settings,
  token,
  needsSignIn,
}: Pick<ProfileView, 'settings' | 'token' | 'needsSignIn'>): boolean {
  const hasRefreshToken = token?.hasRefreshToken === true && !needsSignIn
  return grants[settings.grant.kind].renewal === 'needs-person' && !hasRefreshToken
}
