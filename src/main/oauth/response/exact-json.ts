import type { JsonValue } from '../../../shared/token.ts'

type JsonObject = Readonly<Record<string, JsonValue>>

/** One member of a JSON object, with what `JSON.parse` keeps to itself. */
export interface ExactMember {
  readonly name: string
  /** `null` also where JavaScript can't hold it (`1e400`, `__proto__` inside). */
  readonly value: JsonValue
  /** The value's own text, if it holds a number that JavaScript alters, or says a name twice. */
  readonly exactly: string | null
  /** The name occurs more than once beside this one. */
  readonly repeated: boolean
  /** A name occurs twice somewhere inside the value. */
  readonly repeatsInside: boolean
}

export type ExactReading =
  | { readonly kind: 'object'; readonly members: readonly ExactMember[] }
  | { readonly kind: 'too-deep' | 'too-many-values' | 'not-an-object' }

interface Span {
  /** As it stands there, between quotation marks. */
  readonly name: string
  /** Where the value is in the text, with blanks around it. */
  readonly start: number
  readonly end: number
  /** How many names stand inside the value, by the source. */
  readonly names: number
  readonly hasKeptNumbers: boolean
}

/** As deep as an answer may be; what shows it may recurse. */
const maxDepth = 64
/** Nobody reads more, and no server takes a header of that length; it only costs time. */
const maxValues = 5000

const quote = 1
const number = 2
const colon = 3
const comma = 4
const opening = 5
const closing = 6

/** What a character outside of strings begins or ends; 0 for all others. */
const kindOf = new Uint8Array(128)
for (const [characters, kind] of [
  ['"', quote],
  ['-.0123456789', number],
  [':', colon],
  [',', comma],
  ['{[', opening],
  ['}]', closing],
] as const) {
  for (const character of characters) kindOf[character.charCodeAt(0)] = kind
}

const backslashCode = '\\'.charCodeAt(0)

/** A double keeps every decimal of 15 digits, unless its exponent is extreme. */
const surelyKept = 15
const ordinaryExponent = 290
const exponents: ReadonlySet<number> = new Set(['e', 'E'].map((each) => each.charCodeAt(0)))
/** JavaScript writes no number with more characters. */
const maxNumberLength = 400

/** Whether an odd number of backslashes stands before a quotation mark inside a string. */
function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charCodeAt(first - 1) === backslashCode) first -= 1
  return (at - first) % 2 === 1
}

function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start + 1)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at === -1 ? text.length : at + 1
}

const numberPart = /[\d.eE+-]*/y

function endOfNumber(text: string, start: number): number {
  numberPart.lastIndex = start
  numberPart.test(text)
  return numberPart.lastIndex
}

/** Whether JavaScript writes the number as it stands here; in doubt, no. */
function isKept(source: string): boolean {
  if (source.length > maxNumberLength) return false
  const [mantissa = '', exponent = '0'] = source.split(/e/i)
  const isShort = mantissa.length <= surelyKept
  if (isShort && Math.abs(Number(exponent)) <= ordinaryExponent) return true
  return source === String(Number(source))
}

type Scan = readonly Span[] | 'too-deep' | 'too-many-values'

/**
 * The members of an object in their order, or what there is too much of. One look at `text`
 * before any parser: it need not be JSON, but then the members are nobody's.
 */
function scan(text: string): Scan {
  const spans: Span[] = []
  let values = 0
  let depth = 0
  let name: string | undefined
  let start = 0
  let names = 0
  let hasKeptNumbers = true
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf[text.charCodeAt(at)]
    if (kind === quote) {
      const end = endOfString(text, at)
      if (depth === 1 && name === undefined) name = text.slice(at, end)
      at = end - 1
    } else if (kind === number) {
      const end = endOfNumber(text, at)
      hasKeptNumbers &&= isKept(text.slice(at, end))
      at = end - 1
    } else if (kind === colon) {
      if (depth === 1) start = at + 1
      else names += 1
    } else if (kind === comma) {
      values += 1
    } else if (kind === opening) {
      values += 1
      depth += 1
    } else if (kind === closing) {
      depth -= 1
    }
    if (depth > maxDepth) return 'too-deep'
    if (values > maxValues) return 'too-many-values'
    if (name !== undefined && (depth === 0 || (depth === 1 && kind === comma))) {
      spans.push({ name, start, end: at, names, hasKeptNumbers })
      name = undefined
      names = 0
      hasKeptNumbers = true
    }
  }
  return spans
}

function unquoted(name: string): string {
  return name.includes('\\') ? JSON.parse(name) : name.slice(1, -1)
}

const nothingToSee = { names: 0, isHeld: true } as const

/** What can't be seen in the source: how many names JavaScript kept, and whether it can hold all. */
function survey(value: JsonValue): { readonly names: number; readonly isHeld: boolean } {
  if (typeof value === 'string') return nothingToSee
  let names = 0
  let isHeld = true
  function visit(each: JsonValue): void {
    if (typeof each === 'number') {
      isHeld &&= Number.isFinite(each)
    } else if (Array.isArray(each)) {
      for (const item of each) visit(item)
    } else if (typeof each === 'object' && each !== null) {
      for (const name of Object.keys(each)) {
        names += 1
        // Copying an object with this name, as every boundary does, would lose it.
        isHeld &&= name !== '__proto__'
        visit(each[name] ?? null)
      }
    }
  }
  visit(value)
  return { names, isHeld }
}

interface Whole {
  readonly text: string
  readonly value: JsonObject
  readonly repeated: ReadonlySet<string>
}

function memberOf(name: string, span: Span, whole: Whole): ExactMember {
  const source = () => whole.text.slice(span.start, span.end).trim()
  const repeated = whole.repeated.has(name)
  const value: JsonValue = repeated ? JSON.parse(source()) : (whole.value[name] ?? null)
  const { names, isHeld } = survey(value)
  const repeatsInside = names !== span.names
  const isExact = span.hasKeptNumbers && isHeld && !repeatsInside
  return {
    name,
    value: isHeld ? value : null,
    exactly: isExact ? null : source(),
    repeated,
    repeatsInside,
  }
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * How many names stand in a text that is neither too deep nor too long for `scan`, and whose
 * numbers JavaScript surely keeps; `undefined`: perhaps it is not so. One quick look.
 */
function countNames(text: string): number | undefined {
  let names = 0
  let values = 0
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf[text.charCodeAt(at)]
    if (kind === quote) {
      at = endOfString(text, at) - 1
    } else if (kind === number) {
      const start = at
      while (kindOf[text.charCodeAt(at + 1)] === number) at += 1
      if (at - start >= surelyKept || exponents.has(text.charCodeAt(at + 1))) return undefined
    } else if (kind === colon) {
      names += 1
    } else if (kind === comma) {
      values += 1
    } else if (kind === opening) {
      values += 1
      depth += 1
    } else if (kind === closing) {
      depth -= 1
    }
    if (depth > maxDepth || values > maxValues) return undefined
  }
  return names
}

/** Names that are numbers come first in JavaScript, wherever they stand in the source. */
const isInOrder = ([first = '']: readonly string[]) => !(first >= '0' && first < ':')

/**
 * The members of an object of which JavaScript loses nothing: as many names are left of it as
 * stand in the source, each value can be held, each number is kept. `undefined`: not so.
 */
function readOrdinary(text: string): ExactReading | undefined {
  const names = countNames(text)
  if (names === undefined) return undefined
  const value = parseObject(text)
  if (value === undefined) return { kind: 'not-an-object' }
  const left = survey(value)
  if (left.names !== names || !left.isHeld || !isInOrder(Object.keys(value))) return undefined
  const members = Object.entries(value).map(([name, each]) => {
    return { name, value: each, exactly: null, repeated: false, repeatsInside: false }
  })
  return { kind: 'object', members }
}

/** Reads any text, by the place of each member in it. */
function readSource(text: string): ExactReading {
  const spans = scan(text)
  if (typeof spans === 'string') return { kind: spans }
  const value = parseObject(text)
  if (value === undefined) return { kind: 'not-an-object' }
  const names = spans.map(({ name }) => unquoted(name))
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const name of names) (seen.has(name) ? repeated : seen).add(name)
  const whole = { text, value, repeated }
  return {
    kind: 'object',
    members: spans.map((span, index) => memberOf(names[index] ?? '', span, whole)),
  }
}

/**
 * Reads a JSON object (RFC 8259 §4) without losing what `JSON.parse` loses: the order
 * of names, repeated names and the exact digits of numbers. More than 5000 values are
 * too many. Never throws.
 */
export function readExactly(text: string): ExactReading {
  return readOrdinary(text) ?? readSource(text)
}
