import { Failure } from '../../shared/errors.ts'
import { grants } from '../../shared/grants/facts.ts'
import { grantSchemas } from '../../shared/grants/index.ts'
import { withLongerAccess } from '../../shared/longer-access.ts'
import { type ProfileDraft, type ProfileId, requiredSecrets } from '../../shared/profile.ts'
import { type ProfileSettings, profileSettings } from '../../shared/settings/index.ts'
import type { Remedy } from '../../shared/sign-in.ts'
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

const hasSetting = ({ grant }: ProfileSettings, name: string) =>
  name in grantSchemas[grant.kind].settings.shape

/** `null`: the remedy is for other grants. */
const remedied: {
  readonly [Each in Remedy]: (settings: ProfileSettings) => object | null
} = {
  'send-origin': (settings) => {
    if (!hasSetting(settings, 'sendsOrigin')) return null
    return { ...settings, grant: { ...settings.grant, sendsOrigin: true } }
  },
  'ask-for-longer-access': (settings) =>
    grants[settings.grant.kind].renewal === 'needs-person' ? withLongerAccess(settings) : null,
}

/**
 * Returns the settings after a change that a click makes. Throws `request-refused` if they have no
 * place for it.
 */
export function withRemedy(settings: ProfileSettings, remedy: Remedy): ProfileSettings {
  const changed = profileSettings.safeParse(remedied[remedy](settings))
  if (!changed.success) throw new Failure({ code: 'request-refused', reason: 'input' })
  return changed.data
}
