import type { Instant } from '../../../shared/clock.ts'
import type { Deviation } from '../../../shared/outcome.ts'
import { jwtExpiry, jwtIssuedAt } from '../jwt/jwt.ts'

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
