/** No honest answer or token nests deeper, and what shows it may recurse. */
const maxDepth = 64
/** A server leaves a comma too many in its template, not in every line of a megabyte. */
const maxTrailingCommas = 1000

/** Of the characters that structure JSON, and of the blanks (RFC 8259 §2). */
const code = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
} as const

/**
 * Where the string that starts at `start` ends: at its quotation mark, or at a line
 * break or the end of the text, which no JSON string survives.
 */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const each = text.charCodeAt(at)
    if (each === code.quote || each === code.lineFeed || each === code.carriageReturn) return at
    if (each === code.backslash) at += 1
  }
  return text.length
}

/** What `JSON.parse` does not tell about a text. */
interface Outline {
  /** The names of the outermost object, as often as they occur, between quotation marks. */
  readonly names: readonly string[]
  /** The same of the objects directly inside, by the name of the member that holds each. */
  readonly innerNames: ReadonlyMap<string, readonly string[]>
  /** Where a comma follows a value and precedes a closing bracket. */
  readonly trailingCommas: readonly number[]
}

/**
 * One pass over the brackets, colons and commas outside strings, so that it is safe
 * before any parser.
 */
function outlineOf(text: string): Outline | 'too-deep' {
  const names: string[] = []
  const innerNames = new Map<string, string[]>()
  const trailingCommas: number[] = []
  let depth = 0
  let stringStart = 0
  let stringEnd = 0
  let isInObject = false
  let inner: string[] = []
  /** The last character that is no blank, and the one before it. */
  let last = 0
  let beforeLast = 0
  let lastAt = 0
  for (let at = 0; at < text.length; at += 1) {
    const each = text.charCodeAt(at)
    const start = at
    switch (each) {
      case code.space:
      case code.tab:
      case code.lineFeed:
      case code.carriageReturn:
        continue
      case code.quote:
        at = endOfString(text, at)
        stringStart = start
        stringEnd = at + 1
        break
      case code.colon:
        if (depth === 1) {
          const name = text.slice(stringStart, stringEnd)
          names.push(name)
          const outer = unquote(name)
          inner = innerNames.get(outer) ?? []
          innerNames.set(outer, inner)
        } else if (depth === 2 && isInObject) {
          inner.push(text.slice(stringStart, stringEnd))
        }
        break
      case code.openArray:
      case code.openObject:
        depth += 1
        if (depth === 2) isInObject = each === code.openObject
        if (depth > maxDepth) return 'too-deep'
        break
      case code.closeArray:
      case code.closeObject:
        depth -= 1
        if (last === code.comma && endsValue(beforeLast)) trailingCommas.push(lastAt)
        break
      default:
        break
    }
    beforeLast = last
    last = each
    lastAt = start
  }
  return { names, innerNames, trailingCommas }
}

/** Whether a value may have ended before a comma; the parser knows better. */
function endsValue(character: number): boolean {
  return character !== code.comma && character !== code.openArray && character !== code.openObject
}

function without(text: string, positions: readonly number[]): string {
  const starts = [-1, ...positions]
  return starts.map((start, index) => text.slice(start + 1, positions[index])).join('')
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function unquote(name: string): string {
  return name.includes('\\') ? String(parse(name)?.value) : name.slice(1, -1)
}

/** The names, without quotation marks and escapes, that occur more than once. */
function repeatedIn(names: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>()
  const repeated = new Set<string>()
  for (const quoted of names) {
    const name = unquote(quoted)
    if (once.has(name)) repeated.add(name)
    once.add(name)
  }
  return repeated
}

/** The members of an object; of a repeated name, the last. */
export interface Members {
  readonly members: ReadonlyMap<string, unknown>
  /** Names that occur more than once: readers disagree about which one counts. */
  readonly repeated: ReadonlySet<string>
}

export type JsonObjectReading =
  | (Members & {
      readonly kind: 'object'
      readonly hasTrailingComma: boolean
      /** The members of each object directly inside, by the name of the member that holds it. */
      readonly inside: ReadonlyMap<string, Members>
    })
  | { readonly kind: 'too-deep' }
  | { readonly kind: 'not-an-object' }

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const membersOf = (object: object) => new Map<string, unknown>(Object.entries(object))

/**
 * Reads a JSON object (RFC 8259 §4); a trailing comma is forgiven, a comment is not.
 * Takes a time in proportion to the length, whatever the text.
 */
export function readJsonObject(text: string): JsonObjectReading {
  const outline = outlineOf(text)
  if (outline === 'too-deep') return { kind: 'too-deep' }
  const { names, innerNames, trailingCommas } = outline
  if (trailingCommas.length > maxTrailingCommas) return { kind: 'not-an-object' }
  const hasTrailingComma = trailingCommas.length > 0
  const value = parse(hasTrailingComma ? without(text, trailingCommas) : text)?.value
  if (!isObject(value)) return { kind: 'not-an-object' }
  const members = membersOf(value)
  const inside = new Map(
    [...members].flatMap(([name, each]) => {
      const names = innerNames.get(name) ?? []
      return isObject(each)
        ? [[name, { members: membersOf(each), repeated: repeatedIn(names) }] as const]
        : []
    }),
  )
  return {
    kind: 'object',
    members,
    repeated: repeatedIn(names),
    hasTrailingComma,
    inside,
  }
}
