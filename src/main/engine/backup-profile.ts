import type { BackedUpProfile } from './backed-up-profile.ts'
import type { SealedPart, StoredProfile } from './stored-profile.ts'

/** Returns true if the typed refresh token was used up for the one that came with the token. */
function isTypedTokenUsedUp({ secrets, token }: SealedPart): boolean {
  const newer = token?.refreshToken ?? null
  return secrets.refreshToken !== undefined && newer !== null && newer !== secrets.refreshToken
}

/** Returns the part of a profile that a backup holds. */
export function backedUp({ id, settings }: StoredProfile, sealed: SealedPart): BackedUpProfile {
  const withoutRefreshToken = isTypedTokenUsedUp(sealed)
  const { refreshToken, ...others } = sealed.secrets
  const secrets = withoutRefreshToken ? others : sealed.secrets
  return { id, settings, secrets, withoutRefreshToken }
}

/** Returns the secrets of a profile after a restore. */
function secretsAfter(
  { secrets, withoutRefreshToken }: BackedUpProfile,
  before: SealedPart['secrets'],
): SealedPart['secrets'] {
  const { refreshToken } = before
  return withoutRefreshToken && refreshToken !== undefined ? { ...secrets, refreshToken } : secrets
}

/** Compares plain data; the order of members does not count. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return Object.is(one, other)
  }
  const entries = Object.entries(one)
  return (
    entries.length === Object.keys(other).length &&
    entries.every(
      ([name, value]) => Object.hasOwn(other, name) && isSame(value, Reflect.get(other, name)),
    )
  )
}

/** Returns true if a restore would not change the profile. */
export function isAsBackedUp(
  { settings }: StoredProfile,
  { secrets }: SealedPart,
  profile: BackedUpProfile,
): boolean {
  return isSame(settings, profile.settings) && isSame(secrets, secretsAfter(profile, secrets))
}

/** Returns a new profile from a backup. */
export function newFromBackup({ id, settings, secrets }: BackedUpProfile): StoredProfile {
  const sealed: SealedPart = { secrets, secretsRevision: 0, token: null }
  return {
    id,
    settings,
    needsSignIn: false,
    lostAnswers: 0,
    lastUsed: null,
    activity: [],
    sealed,
  }
}

/**
 * A profile that is here, with the settings and the secrets of a backup. As after an edit
 * its token stays, and a refresh token that the backup brings takes the place of the one
 * that came with the token.
 */
export function changedByBackup(stored: StoredProfile, profile: BackedUpProfile): StoredProfile {
  const { sealed, needsSignIn, lostAnswers } = stored
  if (sealed === 'locked') return stored
  const secrets = secretsAfter(profile, sealed.secrets)
  const brought = secrets.refreshToken
  const isReplaced = brought !== undefined && brought !== sealed.secrets.refreshToken
  const { token } = sealed
  return {
    ...stored,
    settings: profile.settings,
    needsSignIn: needsSignIn && !isReplaced,
    lostAnswers: isReplaced ? 0 : lostAnswers,
    sealed: {
      secrets,
      secretsRevision: sealed.secretsRevision + (isSame(secrets, sealed.secrets) ? 0 : 1),
      token: token !== null && isReplaced ? { ...token, refreshToken: null } : token,
    },
  }
}
