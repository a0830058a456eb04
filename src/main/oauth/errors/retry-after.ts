import type { Instant } from '../../../shared/clock.ts'
import { readHttpDate } from '../response/http-date.ts'

const longest = 3600

/**
 * How many seconds a `Retry-After` header asks to wait (RFC 9110 §10.2.3: seconds or
 * a date), at most an hour; `null` if there is none that can be read. A date is measured
 * against the server's own clock if the answer tells it (`Date`, §6.6.1), else `now`.
 * Headers that count requests are not read: each service means something else by them.
 */
export function readRetryAfter(
  headers: Readonly<Record<string, string>>,
  now: Instant,
): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/.test(text)) return Math.min(Number(text), longest)
  const date = readHttpDate(text)
  if (date === null) return null
  const there = readHttpDate(headers['date'] ?? '') ?? now
  return Math.min(Math.max(0, Math.ceil((date - there) / 1000)), longest)
}
