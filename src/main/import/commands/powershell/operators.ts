import { percentEncoded } from '../../request/encoded-text.ts'
import { made, type Origin, type PsTable, type PsValue, psText, written } from './value.ts'

/** Characters that a script may still produce: a few lines can double a text a thousand times. */
export interface Room {
  left: number
}

/** Maximum length of a text; no request has a longer one. */
const maxText = 100_000
const maxDepth = 32

/** Takes characters from the room; `false` if too few are left. */
export function takeRoom(room: Room, length: number): boolean {
  if (length > room.left) return false
  room.left -= length
  return true
}

/** Joins values into a text. */
export function joined(room: Room, values: readonly PsValue[], separator = ''): PsValue {
  let length = 0
  let origin: Origin | undefined
  const parts: string[] = []
  for (const value of values) {
    const part = written(value)
    length += part.text.length + separator.length
    if (length > maxText) return made
    if (part.origin !== undefined && origin !== 'made') origin = part.origin
    parts.push(part.text)
  }
  return takeRoom(room, length) ? psText(parts.join(separator), origin) : made
}

/** Returns a value inside a text: a list is joined by spaces. */
export function inText(room: Room, value: PsValue): PsValue {
  return value.kind === 'list' ? joined(room, value.items, ' ') : value
}

function merged(room: Room, left: PsTable, right: PsTable): PsValue {
  // PowerShell refuses to add tables that share a name.
  if ([...right.entries.keys()].some((key) => left.entries.has(key))) return made
  if (!takeRoom(room, left.entries.size + right.entries.size)) return made
  return {
    kind: 'table',
    entries: new Map([...left.entries, ...right.entries]),
    isPartial: left.isPartial || right.isPartial,
  }
}

/** Evaluates `left + right`; the left one determines the kind of sum. */
export function sum(room: Room, left: PsValue, right: PsValue): PsValue {
  switch (left.kind) {
    case 'null':
      return right
    case 'text':
      return joined(room, [left, inText(room, right)])
    case 'unknown':
      return right.kind === 'text' ? joined(room, [left, right]) : made
    case 'list': {
      const added = right.kind === 'list' ? right.items : [right]
      if (!takeRoom(room, left.items.length + added.length)) return made
      return { kind: 'list', items: [...left.items, ...added] }
    }
    case 'table':
      return right.kind === 'table' ? merged(room, left, right) : made
    case 'number': {
      if (right.kind !== 'number') return made
      const total = Number(left.text) + Number(right.text)
      return Number.isSafeInteger(total) ? { kind: 'number', text: `${total}` } : made
    }
    default:
      return made
  }
}

/** Evaluates `pattern -f arguments`. */
export function formatted(room: Room, pattern: PsValue, given: PsValue): PsValue {
  if (pattern.kind !== 'text' || pattern.origin !== undefined) return made
  const values = given.kind === 'list' ? given.items : [given]
  const parts: PsValue[] = []
  let end = 0
  for (const found of pattern.text.matchAll(/\{\{|\}\}|\{(\d{1,4})\}|[{}]/g)) {
    parts.push(psText(pattern.text.slice(end, found.index)))
    end = found.index + found[0].length
    const value = values[Number(found[1])]
    if (found[0] === '{{' || found[0] === '}}') parts.push(psText(found[0].slice(1)))
    // Widths and formats of numbers and dates are not understood.
    else if (value === undefined) return made
    else parts.push(value)
  }
  return joined(room, [...parts, psText(pattern.text.slice(end))])
}

const special = /[\\^$.|?*+()[\]{}#]/

/** Evaluates `text -replace pattern, replacement`, if the pattern has no special characters. */
export function replaced(room: Room, text: PsValue, given: PsValue, ignoresCase: boolean): PsValue {
  const [pattern, replacement = psText('')] = given.kind === 'list' ? given.items : [given]
  if (text.kind !== 'text' || pattern?.kind !== 'text' || replacement.kind !== 'text') return made
  const plain = pattern.text.replace(/\\([^\w\s])/g, '$1')
  const isPlain = !special.test(pattern.text.replace(/\\[^\w\s]/g, ''))
  if (!isPlain || plain === '' || replacement.text.includes('$')) return made
  const literal = plain.replace(/[\\^$.|?*+()[\]{}/-]/g, '\\$&')
  const parts = text.text.split(new RegExp(literal, ignoresCase ? 'giu' : 'gu'))
  if (!takeRoom(room, text.text.length)) return made
  return joined(
    room,
    parts.map((part) => psText(part, text.origin)),
    replacement.text,
  )
}

/** Encodes a text as a part of an address. */
export function encodedPart(room: Room, value: PsValue, space: '%20' | '+'): PsValue {
  if (value.kind !== 'text' || value.origin !== undefined) return made
  return joined(room, [psText(percentEncoded(value.text).replaceAll('%20', space))])
}

/** Writes a value as `ConvertTo-Json` does. */
export function jsonOf(room: Room, value: PsValue): PsValue {
  const text = jsonText(room, value, 0)
  return text === undefined ? made : psText(text)
}

function jsonText(room: Room, value: PsValue, depth: number): string | undefined {
  if (depth > maxDepth || !takeRoom(room, 1)) return undefined
  const all = (parts: readonly (string | undefined)[], open: string, close: string) =>
    parts.includes(undefined) ? undefined : `${open}${parts.join(',')}${close}`
  switch (value.kind) {
    case 'text':
    case 'unknown': {
      const { text } = written(value)
      return takeRoom(room, text.length) ? JSON.stringify(text) : undefined
    }
    case 'number':
      return takeRoom(room, value.text.length) ? value.text : undefined
    case 'boolean':
      return `${value.is}`
    case 'null':
      return 'null'
    case 'list':
      return all(
        value.items.map((item) => jsonText(room, item, depth + 1)),
        '[',
        ']',
      )
    case 'table':
      return all(
        [...value.entries.values()].map((entry) => {
          const text = jsonText(room, entry.value, depth + 1)
          return text === undefined ? undefined : `${JSON.stringify(entry.name)}:${text}`
        }),
        '{',
        '}',
      )
    default:
      return undefined
  }
}
