import type { JsonValue } from '../../../shared/token.ts'
import { endOfNumber, maxKeptDigits, outlineOf, type Span } from './json-outline.ts'

/** The members of an object; of a repeated name, the last. */
export interface Members {
  readonly members: ReadonlyMap<string, unknown>
  /** Names that occur more than once: readers disagree about which one counts. */
  readonly repeated: ReadonlySet<string>
}

/** A member of a JSON object, with the details that `JSON.parse` drops. */
export interface ExactMember {
  readonly name: string
  /** `null` also where JavaScript can't hold it (`1e400`, `__proto__` inside). */
  readonly value: JsonValue
  /** The value's own text, if it has a number that JavaScript alters, or a repeated name. */
  readonly exactly: string | null
  /** The name occurs more than once in the outermost object. */
  readonly repeated: boolean
  /** A name occurs twice somewhere inside the value. */
  readonly repeatsInside: boolean
}

export type JsonReading<Contents> =
  | ({ readonly kind: 'object' } & Contents)
  | { readonly kind: 'too-deep' | 'too-many-values' | 'not-an-object' }

/** More values than anyone reads, or fits in a header a server accepts. */
const maxExactValues = 5000
/** A template of a server leaves a comma too many, but not in every line of a megabyte. */
const maxTrailingCommas = 1000

const maxKeptExponent = 290
/** JavaScript writes no number with more characters. */
const maxNumberLength = 400

/** Returns true if JavaScript surely writes the number as it stands here. */
function isKept(source: string): boolean {
  if (source.length > maxNumberLength) return false
  const [mantissa = '', exponent = '0'] = source.split(/e/i)
  const isShort = mantissa.length <= maxKeptDigits
  if (isShort && Math.abs(Number(exponent)) <= maxKeptExponent) return true
  return source === String(Number(source))
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseObject(text: string): Readonly<Record<string, JsonValue>> | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function without(text: string, positions: readonly number[]): string {
  const starts = [-1, ...positions]
  return starts.map((start, index) => text.slice(start + 1, positions[index])).join('')
}

function nameIn(text: string, start: number, end: number): string {
  const name = text.slice(start, end)
  return name.includes('\\') ? String(JSON.parse(name)) : name.slice(1, -1)
}

function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>()
  const repeated = new Set<string>()
  for (const name of names) (once.has(name) ? repeated : once).add(name)
  return repeated
}

const none: ReadonlySet<string> = new Set()

function innerNamesIn(text: string, places: readonly number[]): readonly string[] {
  return places.flatMap((start, index) =>
    index % 2 === 0 ? [nameIn(text, start, places[index + 1] ?? start)] : [],
  )
}

/** Returns the members of each object directly inside, by the name of the member that holds it. */
function insideOf(
  text: string,
  spans: readonly Span[],
  members: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Members> {
  const places = new Map<string, number[]>()
  for (const { nameStart, nameEnd, innerNames } of spans) {
    if (innerNames === undefined) continue
    const name = nameIn(text, nameStart, nameEnd)
    places.set(name, [...(places.get(name) ?? []), ...innerNames])
  }
  const inside = new Map<string, Members>()
  for (const [name, value] of members) {
    if (!isObject(value)) continue
    const inner = new Map(Object.entries(value))
    const own = places.get(name) ?? []
    const isOnce = own.length === 2 * inner.size
    inside.set(name, {
      members: inner,
      repeated: isOnce ? none : repeatedIn(innerNamesIn(text, own)),
    })
  }
  return inside
}

/**
 * Reads a JSON object (RFC 8259 §4) of any length and up to 64 levels; a trailing comma is
 * forgiven, a comment is not. Takes time in proportion to the length for any text.
 */
export function readJsonObject(text: string): JsonReading<
  Members & {
    readonly hasTrailingComma: boolean
    /** The members of each object directly inside, by the name of the member that holds it. */
    readonly inside: ReadonlyMap<string, Members>
  }
> {
  const outline = outlineOf(text, Number.POSITIVE_INFINITY)
  if (typeof outline === 'string') return { kind: outline }
  const { spans, trailingCommas } = outline
  if (trailingCommas.length > maxTrailingCommas) return { kind: 'not-an-object' }
  const hasTrailingComma = trailingCommas.length > 0
  const value = parseObject(hasTrailingComma ? without(text, trailingCommas) : text)
  if (value === undefined) return { kind: 'not-an-object' }
  const members = new Map<string, unknown>(Object.entries(value))
  const names = () => spans.map(({ nameStart, nameEnd }) => nameIn(text, nameStart, nameEnd))
  return {
    kind: 'object',
    members,
    repeated: members.size === spans.length ? none : repeatedIn(names()),
    hasTrailingComma,
    inside: insideOf(text, spans, members),
  }
}

/** Counts the names that JavaScript kept of a value, and checks that it can hold all of it. */
function survey(value: JsonValue): { readonly names: number; readonly isHeld: boolean } {
  let names = 0
  let isHeld = true
  function visit(each: JsonValue): void {
    if (typeof each === 'number') {
      isHeld &&= Number.isFinite(each)
    } else if (Array.isArray(each)) {
      for (const item of each) visit(item)
    } else if (typeof each === 'object' && each !== null) {
      // Copying an object with this name, as every boundary does, would lose it.
      isHeld &&= !Object.hasOwn(each, '__proto__')
      for (const name in each) {
        names += 1
        visit(each[name] ?? null)
      }
    }
  }
  visit(value)
  return { names, isHeld }
}

/** Names that are numbers come first in JavaScript, wherever they stand in the source. */
const isInOrder = ([first = '']: readonly string[]) => !(first >= '0' && first < ':')

function exactMember(text: string, span: Span, name: string, value: JsonValue, repeated: boolean) {
  const { names, isHeld } = survey(value)
  const repeatsInside = names !== span.names
  const isAltered = span.doubtful?.some((at) => !isKept(text.slice(at, endOfNumber(text, at))))
  const isExact = isAltered !== true && isHeld && !repeatsInside
  const exactly = isExact ? null : text.slice(span.start, span.end).trim()
  return { name, value: isHeld ? value : null, exactly, repeated, repeatsInside }
}

/**
 * Reads a JSON object (RFC 8259 §4) with all that `JSON.parse` loses: the order of names,
 * repeated names and the exact digits of numbers. Up to 64 levels and 5000 values. Never throws.
 */
export function readExactly(
  text: string,
): JsonReading<{ readonly members: readonly ExactMember[] }> {
  const outline = outlineOf(text, maxExactValues)
  if (typeof outline === 'string') return { kind: outline }
  const { spans, hasDoubtful } = outline
  const value = parseObject(text)
  if (value === undefined) return { kind: 'not-an-object' }
  const kept = survey(value)
  const ordered = Object.keys(value)
  const isWhole = kept.names === outline.names && kept.isHeld && !hasDoubtful
  if (isWhole && isInOrder(ordered)) {
    const members = ordered.map((name) => {
      const own = value[name] ?? null
      return { name, value: own, exactly: null, repeated: false, repeatsInside: false }
    })
    return { kind: 'object', members }
  }
  const names = spans.map(({ nameStart, nameEnd }) => nameIn(text, nameStart, nameEnd))
  const repeated = repeatedIn(names)
  const members = spans.map((span, index) => {
    const name = names[index] ?? ''
    const isRepeated = repeated.has(name)
    const own = isRepeated ? JSON.parse(text.slice(span.start, span.end)) : (value[name] ?? null)
    return exactMember(text, span, name, own, isRepeated)
  })
  return { kind: 'object', members }
}

/** A member's name without case, `_` and `-`: `error_code`, `errorCode` and `ErrorCode` are one. */
export const plainName = (name: string) => name.replace(/[_-]/g, '').toLowerCase()
