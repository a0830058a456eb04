import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { SecretName } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { IssuedTo, TokenView } from '../../shared/token.ts'
import { idTokenUser, tokenFormat } from '../oauth/jwt/jwt.ts'
import { showsSecret } from '../oauth/redaction/secret-finder.ts'
import { fingerprintOf } from './fingerprint.ts'
import { hasOtherMethods } from './other-auth-methods.ts'
import type { ProfileEntry } from './profiles.ts'
import { nextStep, policyStateOf, waitsForNetwork } from './renewal-policy.ts'
import { namedSecrets, type SealedPart, type StoredToken } from './stored-profile.ts'

/** Returns the user of the ID token, unless the server put a secret of the profile into it. */
function issuedTo({ idToken }: StoredToken, sealed: SealedPart): IssuedTo | null {
  const user = idToken === undefined ? null : idTokenUser(idToken)
  if (user === null) return null
  const secrets = namedSecrets(sealed).map(({ value }) => value)
  const texts = [user.subject, user.name, user.userName].filter((text) => text !== null)
  return texts.some((text) => showsSecret(text, secrets)) ? null : user
}

function viewOfToken(
  token: StoredToken,
  sealed: SealedPart,
  currentFingerprint: string,
): TokenView {
  return {
    format: tokenFormat(token.accessToken),
    length: token.accessToken.length,
    tokenType: token.tokenType,
    scope: token.scope,
    scopeFrom: token.scopeFrom ?? 'unknown',
    issuedAt: token.issuedAt,
    expiresAt: token.expiresAt,
    expiryFrom: token.expiryFrom,
    clockOffset: token.clockOffset,
    obtainedBy: token.obtainedBy,
    hasRefreshToken: token.refreshToken !== null,
    issuedTo: issuedTo(token, sealed),
    madeWithOlderSettings: token.fingerprint !== currentFingerprint,
    deviations: token.deviations,
  }
}

/**
 * Returns the names of all stored secrets, including those that the settings do not use at
 * present: saving the form removes them, after a warning.
 */
function savedSecrets({ secrets }: SealedPart): SecretName[] {
  return Object.keys(secrets) as SecretName[]
}

function renewalOf(entry: ProfileEntry, now: Instant): Instant | null {
  if (entry.tokenRun !== null) return null
  const step = nextStep(policyStateOf(entry), now)
  if (step.kind === 'wait') return step.until
  return step.kind === 'refresh' || step.kind === 'grant-again' ? now : null
}

/** Returns the part of a profile that the window may have: all but secrets and tokens. Pure. */
export function viewOf(entry: ProfileEntry, now: Instant, isOlderGeneration: boolean): ProfileView {
  const { id, settings, sealed, needsSignIn, activity } = entry.stored
  const shared = {
    id,
    lifetime: entry.lifetime,
    settings,
    tokenRun: entry.tokenRun,
    // A client that acts for itself runs its grant again; no user signs in.
    needsSignIn: needsSignIn && grants[settings.grant.kind].owner !== 'client',
    lastUsed: entry.lastUsed,
    activity,
    hasOtherMethods: hasOtherMethods(entry.stored),
    hasReport: entry.report !== null,
    saved: entry.saved,
    isOlderGeneration,
  }
  if (sealed === 'locked') {
    const nothing = { token: null, renewsAt: null, waitsForNetwork: false }
    return { ...shared, savedSecrets: [], locked: true, ...nothing }
  }
  const fingerprint = fingerprintOf(settings, sealed.secretsRevision)
  return {
    ...shared,
    savedSecrets: savedSecrets(sealed),
    locked: false,
    token: sealed.token === null ? null : viewOfToken(sealed.token, sealed, fingerprint),
    renewsAt: renewalOf(entry, now),
    waitsForNetwork: waitsForNetwork(policyStateOf(entry)),
  }
}
