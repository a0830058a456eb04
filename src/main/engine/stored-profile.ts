import { z } from 'zod'
import { instant } from '../../shared/clock.ts'
import { grantKinds } from '../../shared/grants/facts.ts'
import { maxActivity } from '../../shared/limits.ts'
import { deviation } from '../../shared/outcome.ts'
import { type ExtraSecret, type profileId, type SecretName, secrets } from '../../shared/profile.ts'
import { activityEntry } from '../../shared/profile-view.ts'
import { profileSettings } from '../../shared/settings/index.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'

/** A token as it was issued, with everything that the engine needs to renew it. */
const storedToken = z.strictObject({
  accessToken: z.string().min(1),
  tokenType: z.string(),
  refreshToken: z.string().min(1).nullable(),
  /** When the refresh token ends, unless a renewal extends it. Absent: unknown. */
  refreshExpiresAt: instant.optional(),
  /** As issued (OpenID Connect Core §3.1.3.3), never verified. Absent: there was none. */
  idToken: z.string().min(1).optional(),
  scope: z.array(z.string()),
  /** When the request was sent. */
  issuedAt: instant,
  expiresAt: instant.nullable(),
  expiryFrom: z.enum(['expires_in', 'jwt', 'unknown']),
  obtainedBy: z.enum(grantKinds),
  /** Of the settings that shaped the request. */
  fingerprint: z.string(),
  /** By how many milliseconds the server's clock was ahead; `null`: not noticeably. */
  clockOffset: z.number().int().nullable(),
  deviations: z.array(deviation),
  /** In [0, 1): spreads the renewals of tokens that were issued together. */
  jitter: z.number().min(0).lt(1),
  /**
   * The source of the scope: the response, or the request where the server named none. Absent:
   * stored before this was noted.
   */
  scopeFrom: z.enum(['answer', 'request']).optional(),
})
export type StoredToken = z.infer<typeof storedToken>

/** The part of a profile that is sealed on disk. */
export const sealedPart = z.strictObject({
  secrets,
  /** Rises whenever the user changes a secret. */
  secretsRevision: z.number().int().nonnegative(),
  token: storedToken.nullable(),
})
export type SealedPart = z.infer<typeof sealedPart>

/** The part of a profile that is on disk in the clear. */
export const openPart = z.strictObject({
  settings: profileSettings,
  needsSignIn: z.boolean(),
  /**
   * The number of times that the refresh token was sent since the last token without a response, so
   * that the server may have used it up.
   */
  lostAnswers: z.number().int().nonnegative(),
  /**
   * When the user last got or copied a token, as of the last time that the profile was
   * written: no copy is a reason to write it.
   */
  lastUsed: instant.nullable(),
  /** Newest first. */
  activity: z.array(activityEntry).max(maxActivity),
})
export type OpenPart = z.infer<typeof openPart>

export interface StoredProfile extends OpenPart {
  readonly id: z.infer<typeof profileId>
  /** `locked`: it is on disk, and nothing opens it now. */
  readonly sealed: SealedPart | 'locked'
}

/** Returns the name of a secret in the words of the form. */
function titleOf(name: SecretName): string {
  switch (name) {
    case 'clientSecret':
      return 'client secret'
    case 'refreshToken':
      return 'refresh token'
    case 'password':
      return 'password'
    default:
      return extraTitle(name)
  }
}

function extraTitle(name: ExtraSecret): string {
  const [kind = '', , ...rest] = name.split(':')
  return `${kind} ${rest.join(':')}`
}

/** Returns the secret parts of a token with their names. */
export function tokensOf(token: {
  readonly accessToken: string
  readonly refreshToken: string | null
  readonly idToken?: string | undefined
}): readonly NamedSecret[] {
  const { accessToken, refreshToken, idToken } = token
  return [
    { name: 'access token', value: accessToken },
    ...(refreshToken === null ? [] : [{ name: 'refresh token', value: refreshToken }]),
    ...(idToken === undefined ? [] : [{ name: 'ID token', value: idToken }]),
  ]
}

/** Returns all secrets of a profile with their names. */
export function namedSecrets({ secrets, token }: SealedPart): readonly NamedSecret[] {
  const names = Object.keys(secrets) as SecretName[]
  return [
    ...names.map((name) => ({ name: titleOf(name), value: secrets[name] ?? '' })),
    ...(token === null ? [] : tokensOf(token)),
  ]
}
