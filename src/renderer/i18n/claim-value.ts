import type { Claim, JsonValue } from '../../shared/token.ts'
import type { Translate } from '../language.ts'
import { claimMeaning } from './claim.ts'
import { wholeDuration } from './duration.ts'
import type { Moments } from './moment.ts'
import { scopeMeaning } from './scope-words.ts'
import { wordText } from './word-key.ts'

/** The texts, dates and names of the user's language. */
export interface Speech {
  readonly t: Translate
  readonly moments: Moments
  /** BCP 47. */
  readonly locale: string
}

/** A value of a token for reading. */
export interface ClaimValue {
  readonly text: string
  /** How it stands in the token, where the text says something else. */
  readonly source: string | null
}

/** `null`: there is nothing to say about this value. */
type Reading = (value: JsonValue, speech: Speech) => string | null

/** The words of a list, or of a text with spaces between them; `null` if it is neither. */
function wordsIn(value: JsonValue): readonly string[] | null {
  if (typeof value === 'number') return [String(value)]
  if (typeof value === 'string') return value.split(' ').filter((word) => word !== '')
  const isList = Array.isArray(value) && value.every((word) => typeof word === 'string')
  return isList ? value : null
}

function knownWord(t: Translate, name: string, word: string): string | null {
  const group = `knownValues.${name}`
  return wordText(t, group, word) ?? wordText(t, group, word.toLowerCase())
}

/** Each word as it is known under this name. */
function known(name: string): Reading {
  return (value, { t }) => {
    const words = wordsIn(value) ?? []
    const meanings = words.map((word) => knownWord(t, name, word))
    if (meanings.every((meaning) => meaning === null)) return null
    return words.map((word, index) => meanings[index] ?? word).join(', ')
  }
}

const scope: Reading = (value, { t }) => {
  const lines = wordsIn(value)?.map((word) => {
    const meaning = scopeMeaning(t, word)
    return meaning === null ? word : t('claims.explained', { word, meaning })
  })
  return lines === undefined || lines.length === 0 ? null : lines.join('\n')
}

/** A span in seconds of less than ten digits: more is no span but a point in time. */
const seconds: Reading = (value, { t }) => {
  const isNumber = typeof value === 'number' || typeof value === 'string'
  if (!isNumber || !/^\d{1,9}$/.test(String(value))) return null
  return wholeDuration(t, Number(value) * 1000)
}

/** Some servers write a truth as text. */
const truth: Reading = (value, { t }) => {
  if (value === 'true') return t('claims.yes')
  return value === 'false' ? t('claims.no') : null
}

/** The name of a language or a country. */
function named(type: 'language' | 'region'): Reading {
  return (value, { locale }) => {
    if (typeof value !== 'string') return null
    const names = new Intl.DisplayNames(locale, { type, fallback: 'none' })
    try {
      // POSIX has an underscore there.
      return names.of(value.replace('_', '-')) ?? null
    } catch {
      return null
    }
  }
}

/**
 * Claims and header parameters whose values say more than what stands there; beside them, those
 * whose values have texts of their own under `knownValues`.
 */
const readings = new Map<string, Reading>(
  Object.entries({
    azpacr: known('appidacr'),
    scope,
    scp: scope,
    permissions: scope,
    expires_in: seconds,
    refresh_expires_in: seconds,
    ext_expires_in: seconds,
    max_age: seconds,
    email_verified: truth,
    phone_number_verified: truth,
    locale: named('language'),
    xms_pl: named('language'),
    xms_tpl: named('language'),
    ctry: named('region'),
    tenant_ctry: named('region'),
  }),
)

const isScalar = (value: JsonValue) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

function scalarText(t: Translate, value: JsonValue): string {
  if (typeof value === 'boolean') return value ? t('claims.yes') : t('claims.no')
  return value === '' || value === null ? t('claims.empty') : String(value)
}

/** Longer parts, such as addresses, stand on lines of their own. */
const maxInLineLength = 24

function listText(t: Translate, values: readonly JsonValue[]): string {
  const parts = values.map((value) => scalarText(t, value))
  const areShort = parts.every((part) => part.length <= maxInLineLength && !part.includes(','))
  return parts.join(areShort ? ', ' : '\n')
}

/** Claims whose members are claims themselves (OpenID Connect Core §5.1.1, RFC 8693 §4.1). */
const ofClaims: ReadonlySet<string> = new Set(['address', 'act', 'may_act'])

const withMeanings: Reading = (value, { t }) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const members = Object.entries(value)
  if (members.length === 0) return null
  return members
    .flatMap(([name, member]) => [...lines(t, member, [claimMeaning(t, name) || name])])
    .join('\n')
}

/** Returns one line for each nested value, with the path to it. */
function* lines(t: Translate, value: JsonValue, way: readonly string[]): Iterable<string> {
  const isList = Array.isArray(value)
  const isFlat = isList && value.every(isScalar)
  if (value === null || typeof value !== 'object' || isFlat) {
    const text = isFlat && value.length > 0 ? listText(t, value) : textOf(t, value)
    const meaning = text.replaceAll('\n', ', ')
    yield way.length === 0 ? text : t('claims.explained', { word: way.join(' › '), meaning })
    return
  }
  const members: readonly (readonly [string, JsonValue])[] = isList
    ? value.map((member, index) => [String(index + 1), member] as const)
    : Object.entries(value)
  if (members.length === 0 && way.length > 0) yield* lines(t, null, way)
  for (const [name, member] of members) yield* lines(t, member, [...way, name])
}

function textOf(t: Translate, value: JsonValue): string {
  if (value === null || typeof value !== 'object') return scalarText(t, value)
  const isEmpty = (Array.isArray(value) ? value : Object.keys(value)).length === 0
  return isEmpty ? t('claims.empty') : [...lines(t, value, [])].join('\n')
}

/** Returns whether a date is a NumericDate of RFC 7519 §2: seconds since 1970. */
const isUsualDate = ({ value, exactly, date }: Claim) =>
  typeof value === 'number' && exactly === null && value > 0 && Math.round(value * 1000) === date

/**
 * Returns a claim's value for reading: dates in local time, codes in words, lists and nested values
 * line by line. Other values stay as they are.
 */
export function claimValue(claim: Claim, speech: Speech): ClaimValue {
  const { name, value, exactly, date } = claim
  const { t, moments } = speech
  const source = exactly ?? JSON.stringify(value)
  if (date !== null) {
    return { text: moments.exact(date), source: isUsualDate(claim) ? null : source }
  }
  // A number that JavaScript can't represent is shown by its own digits.
  if (exactly !== null) return { text: exactly, source: null }
  const reading = (readings.get(name) ?? known(name))(value, speech)
  if (reading !== null) {
    const stands = typeof value === 'string' ? value : source
    return { text: reading, source: reading === stands ? null : stands }
  }
  const text = (ofClaims.has(name) ? withMeanings(value, speech) : null) ?? textOf(t, value)
  return { text, source: text === t('claims.empty') ? source : null }
}
