import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { SecretName } from '../../shared/profile.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { TokenView } from '../../shared/token.ts'
import { idTokenUser, tokenFormat } from '../oauth/jwt/jwt.ts'
import { fingerprintOf } from './fingerprint.ts'
import { hasOtherMethods } from './other-auth-methods.ts'
import type { ProfileEntry } from './profiles.ts'
import { nextStep, policyStateOf, waitsForNetwork } from './renewal-policy.ts'
import type { SealedPart, StoredToken } from './stored-profile.ts'

function viewOfToken(token: StoredToken, currentFingerprint: string): TokenView {
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
    refreshExpiresAt: token.refreshExpiresAt ?? null,
    issuedTo: token.idToken === undefined ? null : idTokenUser(token.idToken),
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
    token: sealed.token === null ? null : viewOfToken(sealed.token, fingerprint),
    renewsAt: renewalOf(entry, now),
    waitsForNetwork: waitsForNetwork(policyStateOf(entry)),
  }
}
