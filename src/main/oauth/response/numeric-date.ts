import type { Instant } from '../../../shared/clock.ts'
import type { JsonValue } from '../../../shared/token.ts'
import { readRfc3339 } from './rfc3339.ts'

/** What a claim says that should be a NumericDate (RFC 7519 §2). */
export interface DateReading {
  /** The instant that it names, as far as that is certain. */
  readonly date: Instant | null
  readonly oddity: 'unusual-dates' | 'impossible-dates' | null
}

/** The years 0 to 9999, which is what calendars show. */
const earliest = -62_167_219_200_000
const latest = 253_402_300_799_999
/** Milliseconds that fall into the years 2000 to 2099: as seconds they were 30,000 years off. */
const firstLikely = 946_684_800_000
const lastLikely = 4_102_444_799_999

const decimal = /^[+-]?\d+(\.\d+)?$/

function readNumber(value: number): DateReading {
  const asSeconds = Math.round(value * 1000)
  if (asSeconds >= earliest && asSeconds <= latest) {
    // Servers write 0 for "never" and for "unknown" as well.
    return { date: asSeconds, oddity: value > 0 ? null : 'unusual-dates' }
  }
  const asMilliseconds = Math.round(value)
  if (asMilliseconds >= firstLikely && asMilliseconds <= lastLikely) {
    return { date: asMilliseconds, oddity: 'unusual-dates' }
  }
  return { date: null, oddity: 'impossible-dates' }
}

/**
 * Seconds since 1970, with or without a fraction. Told as unusual, and read: the same
 * as text, milliseconds of this century, dates as RFC 3339 writes them, and what is not
 * after 1970. Not read: what no calendar shows, and what is no date at all.
 */
export function readDate(value: JsonValue): DateReading {
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return { date: null, oddity: 'unusual-dates' }
  const text = value.trim()
  if (!decimal.test(text)) return { date: readRfc3339(text), oddity: 'unusual-dates' }
  const { date, oddity } = readNumber(Number(text))
  return { date, oddity: oddity ?? 'unusual-dates' }
}
