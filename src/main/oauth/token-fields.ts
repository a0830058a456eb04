import type { Deviation } from '../../shared/outcome.ts'

/** A field as it was understood, and what was forgiven on the way. */
export interface Field<Value> {
  readonly value: Value
  readonly deviation: Deviation | null
}

const tenYears = 10 * 366 * 24 * 3600

function plausible(seconds: number, deviation: Deviation | null): Field<number | null> {
  const whole = Math.floor(seconds)
  const isPlausible = Number.isFinite(whole) && whole > 0 && whole <= tenYears
  return isPlausible ? { value: whole, deviation } : { value: null, deviation: 'expires-in-absurd' }
}

/**
 * The life in seconds (RFC 6749 §5.1, a JSON number). A life of nothing, a negative
 * one and one over ten years say nothing that could be counted on.
 */
export function readExpiresIn(value: unknown): Field<number | null> {
  if (value === undefined || value === null) {
    return { value: null, deviation: 'expires-in-missing' }
  }
  if (typeof value === 'number') return plausible(value, null)
  const isDigits = typeof value === 'string' && /^\d{1,12}$/.test(value)
  return isDigits
    ? plausible(Number(value), 'expires-in-text')
    : { value: null, deviation: 'expires-in-absurd' }
}

/** The only type this app can use; compared without case (RFC 6749 §5.1, RFC 6750 §4). */
export function readTokenType(value: unknown): Field<string> | null {
  if (value === undefined || value === null || value === '') {
    return { value: 'Bearer', deviation: 'token-type-missing' }
  }
  if (typeof value !== 'string' || value.toLowerCase() !== 'bearer') return null
  const isUsual = value === 'Bearer' || value === 'bearer'
  return { value, deviation: isUsual ? null : 'token-type-case' }
}

const hasControlCharacter = /\p{C}/u

/** The granted scope, one word each (RFC 6749 §3.3); `null` if the server did not say. */
export function readScope(value: unknown): Field<readonly string[] | null> {
  if (value === undefined || value === null) return { value: null, deviation: null }
  const isList = Array.isArray(value) && value.every((word) => typeof word === 'string')
  if (typeof value !== 'string' && !isList) return { value: null, deviation: 'scope-shape' }
  const text = typeof value === 'string' ? value : value.join(' ')
  const words = text.split(/\s+/).filter((word) => word !== '')
  const clean = words.filter((word) => !hasControlCharacter.test(word))
  const isUsual = !isList && clean.length === words.length
  return { value: clean, deviation: isUsual ? null : 'scope-shape' }
}

/**
 * What may stand in a token. RFC 6750 §2.1 allows less; any visible ASCII is safe
 * in a header, and a space or a line break is not.
 */
export function isSafeToken(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value)
}

/** RFC 6749 §5.1. Some servers say "none" with an empty text or `null`. */
export function readRefreshToken(value: unknown): Field<string | null> {
  if (value === undefined) return { value: null, deviation: null }
  if (typeof value === 'string' && value !== '') return { value, deviation: null }
  return { value: null, deviation: 'refresh-token-empty' }
}
