/** The maximum depth of an honest answer or token; recursion over what was read is safe. */
const maxDepth = 64

const quote = 1
const number = 2
const colon = 3
const comma = 4
const openObject = 5
const openArray = 6
const closing = 7
const blank = 8
const exponent = 9
const other = 0

const kinds = new Uint8Array(0x10000)
for (const [characters, kind] of [
  ['"', quote],
  ['-.0123456789', number],
  [':', colon],
  [',', comma],
  ['{', openObject],
  ['[', openArray],
  ['}]', closing],
  [' \t\n\r', blank],
  ['eE', exponent],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}

const backslash = 0x5c
const space = 0x20

function positionOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from)
  return found < 0 ? text.length : found
}

/** Returns true if an odd number of backslashes precedes a quotation mark inside a string. */
function isEscaped(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) !== backslash) return false
  let first = at - 1
  while (text.charCodeAt(first - 1) === backslash) first -= 1
  return (at - first) % 2 === 1
}

/** A double keeps every decimal of 15 digits, unless its exponent is extreme. */
export const maxKeptDigits = 15

const numberPart = /[\d.eE+-]*/y

/** Returns the end of the number that starts at `start`. */
export function endOfNumber(text: string, start: number): number {
  numberPart.lastIndex = start
  numberPart.test(text)
  return numberPart.lastIndex
}

/** A member of the outermost object, by its places in the text. */
export interface Span {
  /** Of the name, between its quotation marks. */
  readonly nameStart: number
  readonly nameEnd: number
  /** Of the value, with blanks around it. */
  readonly start: number
  end: number
  /** The number of names inside the value, at any depth. */
  names: number
  /** If the value is an object: start and end of each of its names. */
  innerNames: number[] | undefined
  /** The starts of numbers that JavaScript may alter. */
  doubtful: number[] | undefined
}

export interface Outline {
  readonly spans: readonly Span[]
  /** Where a comma follows a value and precedes a closing bracket. */
  readonly trailingCommas: readonly number[]
  /** The number of names, at any depth. */
  readonly names: number
  /** Some number may be one that JavaScript alters. */
  readonly hasDoubtful: boolean
}

/**
 * Finds the members of an object in one pass over the characters outside strings, so that it
 * is safe before any parser. A string ends at a line break: no JSON string contains one.
 */
export function outlineOf(
  text: string,
  maxValues: number,
): Outline | 'too-deep' | 'too-many-values' {
  const spans: Span[] = []
  const trailingCommas: number[] = []
  let current: Span | undefined
  let values = 0
  let names = 0
  let hasDoubtful = false
  let depth = 0
  let isInObject = false
  let stringStart = 0
  let stringEnd = 0
  let lineFeed = -1
  let carriageReturn = -1
  let last = other
  let beforeComma = other
  let commaAt = 0
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)] ?? other
    switch (kind) {
      case blank:
        while (text.charCodeAt(at + 1) === space) at += 1
        continue
      case quote: {
        stringStart = at
        if (lineFeed < at) lineFeed = positionOf(text, '\n', at)
        if (carriageReturn < at) carriageReturn = positionOf(text, '\r', at)
        let end = positionOf(text, '"', at + 1)
        while (end < text.length && isEscaped(text, end)) end = positionOf(text, '"', end + 1)
        at = Math.min(end, lineFeed, carriageReturn)
        stringEnd = at + 1
        break
      }
      case number: {
        const start = at
        while (kinds[text.charCodeAt(at + 1)] === number) at += 1
        const hasExponent = kinds[text.charCodeAt(at + 1)] === exponent
        if (!hasExponent && at - start < maxKeptDigits) break
        if (hasExponent) at = endOfNumber(text, start) - 1
        hasDoubtful = true
        if (current?.doubtful !== undefined) current.doubtful.push(start)
        else if (current !== undefined) current.doubtful = [start]
        break
      }
      case colon:
        names += 1
        if (depth === 1) {
          current = {
            nameStart: stringStart,
            nameEnd: stringEnd,
            start: at + 1,
            end: text.length,
            names: 0,
            innerNames: undefined,
            doubtful: undefined,
          }
          spans.push(current)
        } else if (current !== undefined) {
          current.names += 1
          if (depth !== 2 || !isInObject) break
          if (current.innerNames === undefined) current.innerNames = [stringStart, stringEnd]
          else current.innerNames.push(stringStart, stringEnd)
        }
        break
      case comma:
        values += 1
        commaAt = at
        beforeComma = last
        if (depth === 1 && current !== undefined) current.end = at
        break
      case openObject:
      case openArray:
        values += 1
        depth += 1
        if (depth === 2) isInObject = kind === openObject
        break
      case closing:
        depth -= 1
        if (depth === 0 && current !== undefined) current.end = at
        if (last === comma && endsValue(beforeComma)) trailingCommas.push(commaAt)
        break
      default:
        break
    }
    last = kind
    if (depth > maxDepth) return 'too-deep'
    if (values > maxValues) return 'too-many-values'
  }
  return { spans, trailingCommas, names, hasDoubtful }
}

/** Returns true if a value may have ended before a comma; the parser knows better. */
const endsValue = (kind: number) => kind !== comma && kind !== openObject && kind !== openArray
