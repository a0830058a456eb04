import type { Instant } from '../../shared/clock.ts'

/** The sources of a server's time, and the times of the exchange that they came with. */
export interface ClockWitnesses {
  readonly sentAt: Instant
  readonly arrivedAt: Instant
  /** The `Date` of the response (RFC 9110 §6.6.1). */
  readonly date: Instant | null
  /** The `iat` and `exp` of the token (RFC 7519 §4.1). */
  readonly issuedAt: Instant | null
  readonly expiresAt: Instant | null
  /** Seconds, from the response. */
  readonly expiresIn: number | null
}

/** Smaller offsets don't matter: tokens are renewed a minute before they expire. */
const tolerance = 60_000

/** From 2024 to 2100: a server with another time has no working clock. */
const earliest: Instant = 1_704_067_200_000
const latest: Instant = 4_102_444_800_000

const isPlausible = (time: Instant | null): time is Instant =>
  time !== null && time >= earliest && time < latest

/** Returns true if the token is new: some servers return an older one again. */
function isFresh({ issuedAt, expiresAt, expiresIn }: ClockWitnesses): boolean {
  if (issuedAt === null || expiresAt === null || expiresIn === null) return false
  return Math.floor(expiresAt / 1000) - Math.floor(issuedAt / 1000) === expiresIn
}

/** Returns the server's time by the token, which was issued now, or at least not in the future. */
function timeByToken(witnesses: ClockWitnesses): Instant | null {
  const { issuedAt, arrivedAt } = witnesses
  const isAhead = isPlausible(issuedAt) && issuedAt > arrivedAt + tolerance
  return isAhead || isFresh(witnesses) ? issuedAt : null
}

/**
 * Returns by how many milliseconds the server's clock is ahead of this computer's (negative:
 * behind), compared with the middle between request and response. `null` if they agree within a
 * minute plus half of the round trip, or if it is unknown. If the only source is a token that may
 * be an older one, the result is a lower limit.
 */
export function clockOffsetOf(witnesses: ClockWitnesses): number | null {
  const { sentAt, arrivedAt, date } = witnesses
  // The clock was set during the exchange.
  if (arrivedAt < sentAt) return null
  const serverTime = isPlausible(date) ? date : timeByToken(witnesses)
  if (!isPlausible(serverTime)) return null
  const half = (arrivedAt - sentAt) / 2
  const offset = Math.round(serverTime - (sentAt + half))
  return Math.abs(offset) > tolerance + half ? offset : null
}
