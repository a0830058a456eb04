import type { Instant } from '../../../shared/clock.ts'
import type { Deviation } from '../../../shared/outcome.ts'
import { jwtExpiry, jwtIssuedAt } from '../jwt/jwt.ts'

/** The life of a token as it was understood, and what was forgiven on the way. */
export interface LifeReading {
  /** Whole seconds; `null`: the server did not say, or nothing that could be counted on. */
  readonly value: number | null
  readonly deviations: readonly Deviation[]
}

const tenYears = 10 * 366 * 24 * 3600

/** A number, or a text of digits as some servers send it instead (RFC 6749 §5.1 wants a number). */
function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : null
}

/** Seconds have eleven digits until the year 5138, milliseconds have had twelve since 1973. */
const minMilliseconds = 1e11

/** An instant in seconds or milliseconds since 1970. */
function readInstant(value: unknown): Instant | null {
  const number = readNumber(value)
  if (number === null || !Number.isFinite(number) || number <= 0) return null
  return number >= minMilliseconds ? number : number * 1000
}

const isInstant = (instant: Instant | null) => instant !== null

/** How far a proof may be off: clocks differ, and an answer takes a while. */
const tolerance = 0.05
/** Below, the request's own duration and a wrong clock are too much of the life. */
const minProof = 60_000

/**
 * Whether `expires_in` can only be milliseconds: the token's own end (`exp` of a JWT, or
 * an `expires_at` beside the token) is that far from its beginning (`iat`, an `issued_at`
 * beside it, or now); or the seconds stand beside it, as Zoho sends them.
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
 * The life in seconds (RFC 6749 §5.1). A life of nothing, a negative one and one over
 * ten years say nothing that could be counted on. `fields` are all that the server sent,
 * `token` is the access token, `now` is when the answer came.
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
