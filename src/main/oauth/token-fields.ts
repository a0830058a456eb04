import type { Deviation } from '../../shared/outcome.ts'

/** A field as it was understood, and what was forgiven on the way. */
export interface Field<Value> {
  readonly value: Value
  readonly deviation: Deviation | null
}

/**
 * What servers call a bearer token beside that name: `BearerToken` (Apigee and the APIs
 * behind it), the two kinds of eBay, and what Slack calls its own. All of them are
 * documented to be sent as `Authorization: Bearer`.
 */
const otherNames: ReadonlySet<string> = new Set([
  'bearertoken',
  'application access token',
  'user access token',
  'bot',
  'user',
])

/** The only type this app can use; compared without case (RFC 6749 §5.1, RFC 6750 §4). */
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

/** A longer one is no list that anybody could read. */
const longestScope = 20_000

/** What the names of permissions are made of where a list of them is separated by commas. */
const commaList = /^[\w:/.*@+~-]+(?:, ?[\w:/.*@+~-]+)+$/

/**
 * RFC 6749 §3.3 separates by spaces, and allows a comma inside a word. So a comma is
 * taken for a separator only where nothing else separates, and where every word between
 * them is a plain name: no `?`, `=` or bracket that could hold a list of its own.
 */
const isCommaList = (text: string) => commaList.test(text)

/** The granted scope, one word each (RFC 6749 §3.3); `null` if the server did not say. */
export function readScope(value: unknown): Field<readonly string[] | null> {
  if (value === undefined || value === null) return { value: null, deviation: null }
  const isList = Array.isArray(value) && value.every((word) => typeof word === 'string')
  if (typeof value !== 'string' && !isList) return { value: null, deviation: 'scope-shape' }
  const text = typeof value === 'string' ? value : value.join(' ')
  if (text.length > longestScope) return { value: null, deviation: 'scope-shape' }
  const hasCommas = !isList && isCommaList(text.trim())
  const words = text.split(hasCommas ? /[\s,]+/ : /\s+/).filter((word) => word !== '')
  const clean = words.filter((word) => !hasControlCharacter.test(word))
  const isUsual = !isList && !hasCommas && clean.length === words.length
  return { value: clean, deviation: isUsual ? null : 'scope-shape' }
}

/**
 * What may stand in a token. RFC 6750 §2.1 allows less; any visible ASCII is safe
 * in a header, and a space or a line break is not.
 */
export function isSafeToken(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value)
}

/** RFC 6749 §5.1. Some servers say "none" with `null` or a text of nothing. */
export function readRefreshToken(value: unknown): Field<string | null> {
  if (value === undefined) return { value: null, deviation: null }
  if (typeof value === 'string' && value.trim() !== '') return { value, deviation: null }
  return { value: null, deviation: 'refresh-token-empty' }
}
