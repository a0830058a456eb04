import type { Secrets } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import type { Userinfo } from '../../../shared/token-checks.ts'
import { decodeText } from '../formats/encodings.ts'
import { readJsonObject } from '../formats/json.ts'
import { idTokenUser, readJwt } from '../jwt/jwt.ts'
import type { NamedSecret } from '../redaction/secret-finder.ts'
import { type ApiResult, readApiAnswer } from '../response/api-response.ts'
import { type CheckRequest, headersOfChecks, isSuccess } from './client-request.ts'
import { textReader } from './introspection.ts'

/** Builds the request for the claims about the signed-in person (OpenID Connect Core §5.3.1). */
export function buildUserinfo(
  settings: ProfileSettings,
  secrets: Secrets,
  address: string,
  accessToken: string,
): CheckRequest {
  const headers = {
    ...headersOfChecks(settings, secrets),
    accept: 'application/json, application/jwt;q=0.9',
    authorization: `Bearer ${accessToken}`,
  }
  return { method: 'GET', url: address, headers, body: '' }
}

type Claims = ReadonlyMap<string, unknown>
type Reading =
  | { readonly kind: 'claims'; readonly claims: Claims; readonly isSigned: boolean }
  | Extract<Userinfo, { kind: 'unreadable' }>

/** Reads the claims of a JSON object or of a JWT, each name that occurs once. */
function readClaims(body: Uint8Array, now: number): Reading {
  const text = decodeText(body)?.trim() ?? ''
  const unreadable = { kind: 'unreadable', isEncrypted: false } as const
  if (!text.startsWith('{')) {
    const contents = readJwt(text, now)
    if (contents.format === 'encrypted') return { ...unreadable, isEncrypted: true }
    if (contents.format === 'opaque') return unreadable
    const once = contents.claims.filter(({ repeated }) => !repeated)
    const claims = new Map(once.map(({ name, value, exactly }) => [name, exactly ?? value]))
    return { kind: 'claims', claims, isSigned: true }
  }
  const reading = readJsonObject(text)
  if (reading.kind !== 'object') return unreadable
  const { members, repeated } = reading
  const claims = new Map([...members].filter(([name]) => !repeated.has(name)))
  return { kind: 'claims', claims, isSigned: false }
}

/** Names the person (OpenID Connect Core §5.1). */
function namesIn(claims: Claims, read: (value: unknown) => string | null) {
  const first = (...names: readonly string[]) =>
    names.map((name) => read(claims.get(name))).find((text) => text !== null) ?? null
  const parts = ['given_name', 'family_name'].flatMap((name) => read(claims.get(name)) ?? [])
  const whole = parts.length === 0 ? null : parts.join(' ')
  return {
    name: first('name') ?? whole,
    userName: first('preferred_username', 'upn', 'nickname'),
    email: first('email'),
    subject: first('sub'),
  }
}

/**
 * Interprets the response. A `sub` that differs from that of the ID token, or is missing then, makes
 * all of it unusable (OpenID Connect Core §5.3.2). The result contains none of the profile's
 * `secrets`. Never throws.
 */
export function readUserinfo(
  result: ApiResult,
  idToken: string | undefined,
  secrets: readonly NamedSecret[],
  now: number,
): Userinfo {
  if (result.kind !== 'answer' || !isSuccess(result)) {
    return { kind: 'refused', test: readApiAnswer(result, secrets) }
  }
  const reading = readClaims(result.body, now)
  if (reading.kind === 'unreadable') return reading
  const { claims, isSigned } = reading
  const known = idToken === undefined ? null : idTokenUser(idToken)
  if (known !== null && claims.get('sub') !== known.subject) return { kind: 'somebody-else' }
  const names = namesIn(claims, textReader(secrets))
  if (Object.values(names).every((each) => each === null)) {
    return { kind: 'unreadable', isEncrypted: false }
  }
  return { kind: 'person', ...names, isSigned, isCompared: known !== null }
}
