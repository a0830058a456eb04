import type { Instant } from '../../../shared/clock.ts'
import type { Deviation } from '../../../shared/outcome.ts'
import { isListedCode } from '../errors/error-codes.ts'
import { idTokenUser, jwtExpiry, jwtIssuedAt, tokenFormat } from '../jwt/jwt.ts'
import { showsSecret } from '../redaction/secret-finder.ts'
import { isProse } from '../redaction/token-patterns.ts'

/** A field and the deviation that was forgiven in it. */
export interface Field<Value> {
  readonly value: Value
  readonly deviation: Deviation | null
}

/**
 * Other names of bearer tokens: `BearerToken` (Apigee and the APIs behind it), the two kinds of
 * eBay, and those of Slack. All are documented to be sent as `Authorization: Bearer`.
 */
const otherNames: ReadonlySet<string> = new Set([
  'bearertoken',
  'application access token',
  'user access token',
  'bot',
  'user',
])

/**
 * Reads `token_type`; `null` for all but bearer tokens, the only type this app can use. Compared
 * without case (RFC 6749 §5.1, RFC 6750 §4).
 */
export function readTokenType(value: unknown): Field<string> | null {
  if (value === undefined || value === null || value === '') {
    return { value: 'Bearer', deviation: 'token-type-missing' }
  }
  if (typeof value !== 'string') return null
  if (value === 'Bearer' || value === 'bearer') return { value, deviation: null }
  const name = value.toLowerCase()
  return name === 'bearer' || otherNames.has(name) ? { value, deviation: 'token-type-case' } : null
}

const hasControlCharacter = /\p{C}/u

/** Maximum length of a list that a person can read. */
const maxScopeLength = 20_000

/** The characters of scopes in a list that is separated by commas. */
const commaList = /^[\w:/.*@+~-]+(?:, ?[\w:/.*@+~-]+)+$/

/**
 * Returns true if commas separate the words. RFC 6749 §3.3 separates by spaces and allows a comma
 * inside a word, so a comma separates only where nothing else does, and where every word between
 * them is a plain name: no `?`, `=` or bracket that could hold a list of its own.
 */
const isCommaList = (text: string) => commaList.test(text)

/**
 * Reads the granted scope, one word each (RFC 6749 §3.3); `null` if the server sent none. A word
 * that shows one of the `secrets` is left out: the scope is displayed.
 */
export function readScope(
  value: unknown,
  secrets: readonly string[] = [],
): { readonly value: readonly string[] | null; readonly deviations: readonly Deviation[] } {
  if (value === undefined || value === null) return { value: null, deviations: [] }
  const isList = Array.isArray(value) && value.every((word) => typeof word === 'string')
  if (typeof value !== 'string' && !isList) return { value: null, deviations: ['scope-shape'] }
  const text = typeof value === 'string' ? value : value.join(' ')
  if (text.length > maxScopeLength) return { value: null, deviations: ['scope-shape'] }
  const hasCommas = !isList && isCommaList(text.trim())
  const words = text.split(hasCommas ? /[\s,]+/ : /\s+/).filter((word) => word !== '')
  const clean = words.filter((word) => !hasControlCharacter.test(word))
  const shown = wordsWithoutSecrets(clean, secrets)
  const isUsual = !isList && !hasCommas && clean.length === words.length
  return {
    value: shown,
    deviations: [
      ...(isUsual ? [] : (['scope-shape'] as const)),
      ...(shown.length < clean.length ? (['secret-repeated'] as const) : []),
    ],
  }
}

/** Removes words that show a secret; a secret may also be spread over several words. */
function wordsWithoutSecrets(
  words: readonly string[],
  secrets: readonly string[],
): readonly string[] {
  if (!showsSecret(words.join(' '), secrets)) return words
  const shown = words.filter((word) => !showsSecret(word, secrets))
  return showsSecret(shown.join(' '), secrets) ? [] : shown
}

/**
 * Returns true if a token has only visible ASCII, which is safe in a header; RFC 6750 §2.1 allows
 * less.
 */
export function isSafeToken(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value)
}

/** Texts that programs write in place of a missing value. */
const noValues: ReadonlySet<string> = new Set([
  '',
  'null',
  'undefined',
  'none',
  'nil',
  'nan',
  'false',
  'n/a',
  '(null)',
  '<null>',
  '[object object]',
])

const isNoValue = (text: string) => noValues.has(text.trim().toLowerCase())

/** Removes the blanks at the end if there is a line break among them. */
function withoutLineEnd(text: string): string {
  const trimmed = text.trimEnd()
  return /[\r\n]/.test(text.slice(trimmed.length)) ? trimmed : text
}

/** Refusals in a single word, with the status that means the same. */
const refusals: ReadonlyMap<string, number> = new Map([
  ['unauthorized', 401],
  ['unauthorised', 401],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['denied', 403],
  ['accessdenied', 403],
  ['error', 400],
  ['failed', 400],
  ['failure', 400],
  ['invalid', 400],
])

const wordOfError =
  /\b(?:error|invalid|incorrect|wrong|bad|denied|unauthori[sz]ed|fail(?:ed|ure)?|expired|forbidden|not|no|unable|missing|required|locked|disabled)\b/i
const minWords = 3

/** Returns true if a text is a sentence on one line: about an error, or of several words. */
function isMessage(text: string): boolean {
  // A sentence has spaces, which no token has.
  if (isSafeToken(text) || /\p{Cc}/u.test(text) || !isProse(text)) return false
  return wordOfError.test(text) || (text.match(/\p{L}{2,}/gu) ?? []).length >= minWords
}

export type AccessTokenReading =
  | { readonly kind: 'token'; readonly value: string; readonly isTrimmed: boolean }
  | { readonly kind: 'none' }
  /** A message in place of the token, and the status that fits it. */
  | { readonly kind: 'message'; readonly text: string; readonly meantStatus: number }

/**
 * Reads `access_token` (RFC 6749 §5.1). A scheme before the token and a line break after it are
 * removed: neither can be a part of it (RFC 6750 §2.1). Some servers send a message or a word such
 * as `null` instead.
 */
export function readAccessToken(value: string): AccessTokenReading {
  const bare = withoutLineEnd(value.replace(/^Bearer[ \t]+(?=\S)/i, ''))
  if (isNoValue(bare) || /^bearer$/i.test(bare)) return { kind: 'none' }
  const word = bare.replace(/[.!:]$/, '').toLowerCase()
  const status = refusals.get(word)
  if (status !== undefined) return { kind: 'message', text: bare, meantStatus: status }
  if (isListedCode(word) || isMessage(bare)) {
    return { kind: 'message', text: bare, meantStatus: 400 }
  }
  return { kind: 'token', value: bare, isTrimmed: bare !== value }
}

/** Returns true for an `id_token` that is there, and is neither a JWT nor a JWE. */
export function isUnreadableIdToken(value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (typeof value !== 'string') return true
  return !isNoValue(value) && (!isSafeToken(value) || tokenFormat(value) === 'opaque')
}

/**
 * Reads `id_token`; `null` unless it is a JWT or a JWE, and if a name in it shows one of `secrets`,
 * because the window shows that name. A malformed one is no reason to refuse the access token
 * beside it.
 */
export function readIdToken(value: unknown, secrets: readonly string[]): string | null {
  if (typeof value !== 'string' || isUnreadableIdToken(value) || isNoValue(value)) return null
  const names = Object.values(idTokenUser(value) ?? {})
  return names.some((name) => name !== null && showsSecret(name, secrets)) ? null : value
}

/**
 * Reads `refresh_token` (RFC 6749 §5.1). Some servers send `null`, an empty text or a word for it
 * if there is none.
 */
export function readRefreshToken(value: unknown): {
  readonly value: string | null
  readonly deviation: Deviation | null
} {
  if (value === undefined) return { value: null, deviation: null }
  if (typeof value !== 'string' || isNoValue(value)) {
    return { value: null, deviation: 'refresh-token-empty' }
  }
  const bare = withoutLineEnd(value)
  return { value: bare, deviation: bare === value ? null : 'token-surroundings' }
}

/** The lifetime of a token, and the deviations that were forgiven. */
export interface LifeReading {
  /** Whole seconds; `null` if the server sent none, or an implausible one. */
  readonly value: number | null
  readonly deviations: readonly Deviation[]
}

const tenYears = 10 * 366 * 24 * 3600

/**
 * Reads a number, or a text of digits that some servers send instead (RFC 6749 §5.1 requires a
 * number).
 */
function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : null
}

/** Seconds have eleven digits until the year 5138, milliseconds have had twelve since 1973. */
const minMilliseconds = 1e11

/** Reads an instant in seconds or milliseconds since 1970. */
function readInstant(value: unknown): Instant | null {
  const number = readNumber(value)
  if (number === null || !Number.isFinite(number) || number <= 0) return null
  return number >= minMilliseconds ? number : number * 1000
}

const isInstant = (instant: Instant | null) => instant !== null

/** Tolerance of a proof: clocks differ, and an answer takes a while. */
const tolerance = 0.05
/** Below this, the request's duration and a wrong clock are too large a part of the lifetime. */
const minProof = 60_000

/**
 * Returns true if `expires_in` can only be milliseconds: the expiry (`exp` of a JWT, or an
 * `expires_at` beside the token) is that far from the time of issue (`iat`, an `issued_at` beside
 * it, or now); or the seconds stand beside it, as Zoho sends them.
 */
function isProvenMilliseconds(
  expiresIn: number,
  fields: ReadonlyMap<string, unknown>,
  token: string,
  now: Instant,
): boolean {
  if (readNumber(fields.get('expires_in_sec')) === expiresIn / 1000) return true
  const field = (name: string) => readInstant(fields.get(name))
  const ends = [jwtExpiry(token), field('expires_at'), field('expires_on')].filter(isInstant)
  const beginnings = [jwtIssuedAt(token), field('issued_at'), now].filter(isInstant)
  const lives = ends.flatMap((end) => beginnings.map((beginning) => end - beginning))
  return lives.some((life) => life >= minProof && Math.abs(expiresIn / life - 1) <= tolerance)
}

/**
 * Reads the lifetime in seconds (RFC 6749 §5.1). Zero, a negative lifetime and one over ten years
 * are not reliable. `fields` are all that the server sent, `token` is the access token, `now` is
 * the time of the response.
 */
export function readExpiresIn(
  value: unknown,
  fields: ReadonlyMap<string, unknown>,
  token: string,
  now: Instant,
): LifeReading {
  if (value === undefined || value === null) {
    return { value: null, deviations: ['expires-in-missing'] }
  }
  const number = readNumber(value)
  if (number === null) return { value: null, deviations: ['expires-in-absurd'] }
  const deviations: Deviation[] = typeof value === 'string' ? ['expires-in-text'] : []
  const isMilliseconds = isProvenMilliseconds(number, fields, token, now)
  if (isMilliseconds) deviations.push('expires-in-milliseconds')
  const seconds = Math.floor(isMilliseconds ? number / 1000 : number)
  const isPlausible = Number.isFinite(seconds) && seconds > 0 && seconds <= tenYears
  return isPlausible
    ? { value: seconds, deviations }
    : { value: null, deviations: ['expires-in-absurd'] }
}

/** GitHub and Google, Keycloak, Intuit: RFC 6749 knows no name for it. */
const refreshLives = [
  'refresh_token_expires_in',
  'refresh_expires_in',
  'x_refresh_token_expires_in',
] as const

/** Reads the lifetime of a refresh token, in whole seconds; `null`: none that can be true. */
export function readRefreshLife(fields: ReadonlyMap<string, unknown>): number | null {
  const lives = refreshLives.map((name) => readNumber(fields.get(name)))
  // Keycloak says 0 for one without an end.
  const life = Math.floor(lives.find((each) => each !== null) ?? 0)
  return life > 0 && life <= tenYears ? life : null
}
