import type { Secrets } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import type { Introspection } from '../../../shared/token-checks.ts'
import { outcomeWithoutAnswer } from '../errors/refusal-outcome.ts'
import { readDate } from '../formats/dates.ts'
import { hiddenText } from '../jwt/hidden-claims.ts'
import { createSecretFinder, type NamedSecret } from '../redaction/secret-finder.ts'
import type { ApiResult } from '../response/api-response.ts'
import { readBody } from '../response/response-body.ts'
import { type CheckRequest, clientRequest, isSuccess, outcomeOfAnswer } from './client-request.ts'

/** Builds the request that asks a server about an access token (RFC 7662 §2.1). */
export function buildIntrospection(
  settings: ProfileSettings,
  secrets: Secrets,
  address: string,
  accessToken: string,
): CheckRequest {
  return clientRequest(settings, secrets, { method: 'POST', address }, [
    ['token', accessToken],
    ['token_type_hint', 'access_token'],
  ])
}

const maxLength = 255
const maxScopes = 500

type Fields = ReadonlyMap<string, unknown>

/** Returns a reader of texts: trimmed, cut, and without the secrets that a server may repeat. */
export function textReader(secrets: readonly NamedSecret[]) {
  const finder = createSecretFinder(secrets)
  return (value: unknown): string | null => {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || text.trim() === '') return null
    return hiddenText(text.trim(), finder).slice(0, maxLength)
  }
}

/** Returns true or false, also as a word; `null` for anything else. */
function activeIn(fields: Fields): boolean | null {
  const active = fields.get('active')
  if (active === true || active === 'true') return true
  return active === false || active === 'false' ? false : null
}

function scopeIn(fields: Fields, read: (value: unknown) => string | null): string[] | null {
  const scope = fields.get('scope')
  const words = typeof scope === 'string' ? scope.split(/\s+/) : scope
  if (!Array.isArray(words)) return null
  return words.slice(0, maxScopes).flatMap((word: unknown) => read(word) ?? [])
}

/** Returns a date (NumericDate, RFC 7519 §2), also one written as text. */
function dateIn(fields: Fields, name: string): number | null {
  const value = fields.get(name)
  return typeof value === 'number' || typeof value === 'string' ? readDate(value).date : null
}

/**
 * Interprets the response (RFC 7662 §2.2). An answer without `active` says nothing about the token.
 * The result contains none of the profile's `secrets`. `clientId` is the
 * profile's own. Never throws.
 */
export function readIntrospection(
  result: ApiResult,
  secrets: readonly NamedSecret[],
  now: number,
  clientId?: string,
): Introspection {
  const context = { now, secrets: secrets.map(({ value }) => value) }
  if (result.kind !== 'answer') {
    return { kind: 'failed', outcome: outcomeWithoutAnswer(result, context.secrets) }
  }
  const { status } = result
  const body = readBody(result)
  const fields: Fields = body.kind === 'fields' ? body.fields : new Map()
  const isActive = activeIn(fields)
  if (!isSuccess(result) || (isActive === null && fields.has('error'))) {
    return { kind: 'failed', outcome: outcomeOfAnswer(result, context) }
  }
  if (body.kind === 'unsafe') {
    return { kind: 'failed', outcome: { kind: 'unsafe-answer', status, reason: body.reason } }
  }
  if (body.kind === 'unreadable' || isActive === null) {
    const looksLike = body.kind === 'unreadable' ? body.looksLike : 'something-else'
    return { kind: 'failed', outcome: { kind: 'not-an-oauth-answer', status, looksLike } }
  }
  if (body.repeated.has('active')) {
    return { kind: 'failed', outcome: { kind: 'unsafe-answer', status, reason: 'repeated-key' } }
  }
  if (!isActive) return { kind: 'not-active' }
  const read = textReader(secrets)
  return {
    kind: 'active',
    subject: read(fields.get('sub')),
    userName: read(fields.get('username')),
    // A secret may begin with the ID, which the window shows anyway.
    client:
      fields.get('client_id') === clientId ? (clientId ?? null) : read(fields.get('client_id')),
    scope: scopeIn(fields, read),
    expiresAt: dateIn(fields, 'exp'),
    issuer: read(fields.get('iss')),
  }
}
