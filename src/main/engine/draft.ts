import { type ProfileDraft, type ProfileId, requiredSecrets } from '../../shared/profile.ts'
import type { SealedPart, StoredProfile } from './stored-profile.ts'

/**
 * Returns the secrets after a draft: absent keeps, `null` removes, a text sets. Those that
 * the settings no longer need are dropped.
 */
function changedSecrets(before: SealedPart['secrets'], draft: ProfileDraft): SealedPart['secrets'] {
  const after: SealedPart['secrets'] = {}
  for (const name of requiredSecrets(draft.settings)) {
    const typed = draft.secrets[name]
    const value = typed === undefined ? before[name] : typed
    if (value !== undefined && value !== null) after[name] = value
  }
  return after
}

/**
 * Returns the sealed part after a draft. A refresh token that the user types takes
 * the place of the one that came with the token.
 */
function changedSeal(sealed: SealedPart, draft: ProfileDraft): SealedPart {
  const secrets = changedSecrets(sealed.secrets, draft)
  const hasTyped = Object.values(draft.secrets).some((value) => typeof value === 'string')
  const hasLost = Object.keys(secrets).length < Object.keys(sealed.secrets).length
  const secretsRevision = sealed.secretsRevision + (hasTyped || hasLost ? 1 : 0)
  const isReplaced =
    typeof draft.secrets.refreshToken === 'string' && secrets.refreshToken !== undefined
  const token = sealed.token
  return {
    secrets,
    secretsRevision,
    token: token !== null && isReplaced ? { ...token, refreshToken: null } : token,
  }
}

const nothingSealed: SealedPart = { secrets: {}, secretsRevision: 0, token: null }

/** Returns the profile that a draft describes. */
export function profileOfDraft(id: ProfileId, draft: ProfileDraft): StoredProfile {
  const sealed = changedSeal(nothingSealed, draft)
  const { settings } = draft
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
 * Returns the profile after the user edited it; the token always stays. A refresh token that the
 * user types starts without the doubts about the one before it.
 */
export function withDraft(profile: StoredProfile, draft: ProfileDraft): StoredProfile {
  const { sealed } = profile
  if (sealed === 'locked') return profile
  const edited = { ...profile, settings: draft.settings, sealed: changedSeal(sealed, draft) }
  const typed = edited.sealed.secrets.refreshToken
  const isReplaced = typed !== undefined && typed !== sealed.secrets.refreshToken
  return isReplaced ? { ...edited, needsSignIn: false, lostAnswers: 0 } : edited
}
