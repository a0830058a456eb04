import type { Instant } from '../../shared/clock.ts'

/** What tells the time of a server, beside the answer that it came with. */
export interface ClockWitnesses {
  readonly sentAt: Instant
  readonly arrivedAt: Instant
  /** The `Date` of the answer (RFC 9110 §6.6.1). */
  readonly date: Instant | null
  /** The `iat` and `exp` of the token (RFC 7519 §4.1). */
  readonly issuedAt: Instant | null
  readonly expiresAt: Instant | null
  /** Seconds, as the answer says. */
  readonly expiresIn: number | null
}

/** Less than this is not worth a word: tokens are renewed a minute before their end. */
const tolerance = 60_000

/** From 2024 to 2100: a server that says another time has no idea of it. */
const earliest: Instant = 1_704_067_200_000
const latest: Instant = 4_102_444_800_000

const isPlausible = (time: Instant | null): time is Instant =>
  time !== null && time >= earliest && time < latest

/** Whether the token was made for this answer: some servers hand out an older one again. */
function isFresh({ issuedAt, expiresAt, expiresIn }: ClockWitnesses): boolean {
  if (issuedAt === null || expiresAt === null || expiresIn === null) return false
  return Math.floor(expiresAt / 1000) - Math.floor(issuedAt / 1000) === expiresIn
}

/** What the token says of the time: that it was made now, or at least not in the future. */
function timeByToken(witnesses: ClockWitnesses): Instant | null {
  const { issuedAt, arrivedAt } = witnesses
  const isAhead = isPlausible(issuedAt) && issuedAt > arrivedAt + tolerance
  return isAhead || isFresh(witnesses) ? issuedAt : null
}

/**
 * By how many milliseconds the server's clock is ahead of this computer's (negative:
 * behind), measured against the middle between request and answer; `null` if they agree
 * within a minute and half of the time that the answer took, or if nobody knows. By a token
 * that may be an older one, the server's clock is ahead by at least so much.
 */
export function clockOffsetOf(witnesses: ClockWitnesses): number | null {
  const { sentAt, arrivedAt, date } = witnesses
  // The clock was set while the answer was waited for.
  if (arrivedAt < sentAt) return null
  const serverTime = isPlausible(date) ? date : timeByToken(witnesses)
  if (!isPlausible(serverTime)) return null
  const half = (arrivedAt - sentAt) / 2
  const offset = Math.round(serverTime - (sentAt + half))
  return Math.abs(offset) > tolerance + half ? offset : null
}
