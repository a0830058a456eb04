import type { Room } from './operators.ts'
import {
  createTable,
  made,
  type PsCommand,
  type PsTable,
  type PsValue,
  psNull,
  unset,
} from './value.ts'

/** The state of a script at the reader's position. */
export interface PsState {
  readonly variables: Map<string, PsValue>
  readonly commands: PsCommand[]
  readonly room: Room
  /** A quotation mark, a bracket or a comment was never closed. */
  isUnclosed: boolean
  /** Number of brackets around the position. */
  depth: number
  /** Number of blocks around the position that may not be executed. */
  conditions: number
  /** Reads statements up to a closing sign, and returns their result. */
  readonly statements: (reader: PsReader, close: ')' | '}') => PsValue
  /** Reads one statement, and returns its result. */
  readonly pipeline: (reader: PsReader) => PsValue
}

/** A position in a script. It only moves forwards. */
export interface PsReader {
  at: number
  readonly text: string
  readonly state: PsState
}

/** Maximum depth of brackets; a deeper text is skipped. */
export const maxNesting = 64

/** Matches a sticky expression here, and advances behind it. */
export function take(reader: PsReader, pattern: RegExp): RegExpExecArray | null {
  const found = peek(reader, pattern)
  if (found !== null) reader.at += found[0].length
  return found
}

/** Matches a sticky expression here, and stays. */
export function peek({ text, at }: PsReader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const blanks = /(?:[^\S\n]+|`[ \t]*\n)+/y
const blanksAndLines = /(?:\s+|`[ \t]*\n)+/y
const betweenStatements = /(?:[\s;]+|`[ \t]*\n)+/y
const spaces = { blanks, lines: blanksAndLines, statements: betweenStatements } as const

/** Skips spaces, comments and line ends after a back-tick; also line ends, and also `;`. */
export function skipSpace(reader: PsReader, what: keyof typeof spaces): void {
  const { text } = reader
  for (;;) {
    if (text[reader.at] === '#') {
      const end = text.indexOf('\n', reader.at)
      reader.at = end < 0 ? text.length : end
    } else if (text.startsWith('<#', reader.at)) {
      const end = text.indexOf('#>', reader.at + 2)
      reader.state.isUnclosed ||= end < 0
      reader.at = end < 0 ? text.length : end + 2
    } else if (take(reader, spaces[what]) === null) return
  }
}

/** Skips a quoted text. */
function skipQuoted(reader: PsReader, mark: string): void {
  const { text } = reader
  reader.at += 1
  for (; reader.at < text.length; reader.at += 1) {
    const each = text[reader.at]
    if (each === '`' && mark === '"') reader.at += 1
    else if (each === mark) break
  }
  reader.state.isUnclosed ||= reader.at >= text.length
  reader.at += 1
}

const here = /@(['"])[^\S\n]*\n/y

/** Reads the text of a here-string, which ends at a line of its own. */
export function hereString(reader: PsReader): { mark: string; text: string } | undefined {
  const { text, state } = reader
  if (!/^@['"]/.test(text.slice(reader.at, reader.at + 2))) return undefined
  const mark = text[reader.at + 1] ?? ''
  const found = take(reader, here)
  const start = reader.at
  // Its first line break may also be that of its last line.
  const end = found === null ? -1 : text.indexOf(`\n${mark}@`, start - 1)
  if (end < 0) {
    state.isUnclosed = true
    reader.at = text.length
    return { mark, text: '' }
  }
  reader.at = end + 3
  return { mark, text: text.slice(start, Math.max(start, end)) }
}

/** Skips to behind the matching bracket, and heeds quotation marks. */
export function skipBrackets(reader: PsReader): void {
  const { text, state } = reader
  let depth = 0
  while (reader.at < text.length) {
    const each = text[reader.at] ?? ''
    if (each === "'" || each === '"') {
      skipQuoted(reader, each)
      continue
    }
    if (hereString(reader) !== undefined) continue
    if (each === '`') reader.at += 1
    if ('([{'.includes(each)) depth += 1
    if (')]}'.includes(each)) depth -= 1
    reader.at += 1
    if (depth <= 0) return
  }
  state.isUnclosed = true
  reader.at = text.length
}

/** Returns true if a statement ends here. */
export function isAtEnd({ text, at }: PsReader): boolean {
  const each = text[at]
  if (each === undefined || '\n;){}'.includes(each)) return true
  return text.startsWith('&&', at) || text.startsWith('||', at)
}

/** Skips to the end of a statement that is not understood. */
export function skipStatement(reader: PsReader): void {
  while (!isAtEnd(reader) || reader.text[reader.at] === '{') {
    const each = reader.text[reader.at] ?? ''
    if ('([{'.includes(each)) skipBrackets(reader)
    else if (each === "'" || each === '"') skipQuoted(reader, each)
    else if (hereString(reader) === undefined) reader.at += each === '`' ? 2 : 1
  }
}

/** `$name`, `$scope:name`, `${any name}`, and those of a single sign. */
const variable = /\$(?:\{([^}\n]{1,80})\}|((?:\w{1,20}:)?\w{1,80})|[$?^])/y
const ownScope = /^(?:global|script|local|private|using|variable):/i

/** Reads the variable at this place and returns its name, without the script's scope. */
export function takeVariable(reader: PsReader): string | undefined {
  const found = take(reader, variable)
  if (found === null) return undefined
  return (found[1] ?? found[2] ?? found[0]).toLowerCase().replace(ownScope, '')
}

const automatic: ReadonlyMap<string, PsValue> = new Map<string, PsValue>([
  ['true', { kind: 'boolean', is: true }],
  ['false', { kind: 'boolean', is: false }],
  ['null', psNull],
])

export function valueNamed({ variables }: PsState, name: string): PsValue {
  return automatic.get(name) ?? variables.get(name) ?? unset(name.replace(/^.*:/s, ''))
}

/** Sets an entry of a table, in the place of one of the same name. */
export function setEntry(table: PsTable, name: string, value: PsValue): void {
  const key = name.toLowerCase()
  table.entries.set(key, { name: table.entries.get(key)?.name ?? name, value })
}

/** Returns a table with the members of a JSON object. */
export function tableOf(entries: readonly (readonly [string, PsValue])[]): PsTable {
  const table = createTable()
  for (const [name, value] of entries) setEntry(table, name, value)
  return table
}

/** Reads the content of brackets, or skips it if it is too deep. */
export function nested(reader: PsReader, open: string, read: () => PsValue): PsValue {
  const { state } = reader
  if (state.depth >= maxNesting) {
    skipBrackets(reader)
    return made
  }
  reader.at += open.length
  state.depth += 1
  const value = read()
  state.depth -= 1
  return value
}
