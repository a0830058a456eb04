import { base64Of } from '../base64.ts'
import { longestText, type PsValue, plainOf, psTable, psText, textOf } from './value.ts'

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}
const deepest = 16

/** Where a reader stands in a script, and what the variables are until there. */
export interface PsReader {
  at: number
  readonly text: string
  readonly variables: Map<string, PsValue>
  isUnclosed: boolean
}

const variableName = /^\$(?:\{([^}\n]{1,80})\}|((?:(?:global|script|local|env):)?\w{1,80}))/i

/** Skips spaces, comments, line ends after a back-tick and, with `lines`, all line ends. */
export function skipSpace(reader: PsReader, lines: boolean): void {
  for (;;) {
    const rest = reader.text.slice(reader.at, reader.at + 300)
    const space = (lines ? /^(?:[\s;]+|`[ \t]*\r?\n)/ : /^(?:[^\S\r\n]+|`[ \t]*\r?\n)/).exec(rest)
    if (rest.startsWith('#')) {
      const end = reader.text.indexOf('\n', reader.at)
      reader.at = end < 0 ? reader.text.length : end
    } else if (space === null) return
    else reader.at += space[0].length
  }
}

/** The text of the variable that begins here and its length; as written, if nobody set it. */
function variableAt(reader: PsReader, at: number) {
  const found = variableName.exec(reader.text.slice(at, at + 90))
  if (found === null) return undefined
  const name = (found[1] ?? found[2] ?? '').toLowerCase()
  const value = reader.variables.get(name)
  return {
    value: value ?? ({ kind: 'unknown', source: found[0] } as const),
    length: found[0].length,
  }
}

/** Reads `"…"` from behind its mark: escapes, two marks for one, and the variables in it. */
function doubleQuoted(reader: PsReader): string {
  const { text } = reader
  let read = ''
  for (; reader.at < text.length; reader.at += 1) {
    const each = text[reader.at] ?? ''
    if (each === '"') {
      if (text[reader.at + 1] !== '"') break
      reader.at += 1
      read += '"'
    } else if (each === '`') {
      reader.at += 1
      const next = text[reader.at] ?? ''
      if (next !== '\n' && next !== '\r') read += escapes[next] ?? next
    } else if (each === '$') {
      const inner = /^\$\((\$\w{1,80})\)/.exec(text.slice(reader.at, reader.at + 90))
      const variable = variableAt(reader, inner === null ? reader.at : reader.at + 2)
      // What is too long already stays so, whatever else would come.
      if (read.length <= longestText) read += variable === undefined ? '$' : textOf(variable.value)
      reader.at += (inner?.[0].length ?? variable?.length ?? 1) - 1
    } else read += each
  }
  reader.isUnclosed ||= reader.at >= text.length
  reader.at += 1
  return read
}

function singleQuoted(reader: PsReader): string {
  const { text } = reader
  let read = ''
  for (; reader.at < text.length; reader.at += 1) {
    if (text[reader.at] === "'") {
      if (text[reader.at + 1] !== "'") break
      reader.at += 1
    }
    read += text[reader.at]
  }
  reader.isUnclosed ||= reader.at >= text.length
  reader.at += 1
  return read
}

/** `@'` or `@"` to the same mark at the beginning of a line. */
function hereString(reader: PsReader, mark: string): string {
  const start = reader.text.indexOf('\n', reader.at) + 1
  const end = reader.text.indexOf(`\n${mark}@`, start - 1)
  reader.isUnclosed ||= start === 0 || end < 0
  const stop = end < 0 ? reader.text.length : end
  reader.at = end < 0 ? stop : end + 3
  const read = reader.text.slice(start, Math.max(start, stop)).replace(/\r$/, '')
  if (mark === "'") return read
  return doubleQuoted({ ...reader, text: `${read.replaceAll('"', '""')}"`, at: 0 })
}

/** `@{ name = value; … }`, from behind its bracket. */
function table(reader: PsReader, depth: number): PsValue {
  const entries: [string, PsValue][] = []
  for (;;) {
    skipSpace(reader, true)
    const each = reader.text[reader.at]
    if (each === undefined || each === '}') break
    const name = quotedAt(reader) ?? plainWord(reader, /^[^\s=;}]{1,200}/)
    skipSpace(reader, false)
    if (name === '' || reader.text[reader.at] !== '=') {
      reader.at += 1
      continue
    }
    reader.at += 1
    entries.push([name, expression(reader, depth + 1)])
  }
  reader.isUnclosed ||= reader.at >= reader.text.length
  reader.at += 1
  return psTable(entries)
}

/** The quoted text that begins here; `undefined` if none does. */
export function quotedAt(reader: PsReader): string | undefined {
  const start = reader.text.slice(reader.at, reader.at + 2)
  if (start === "@'" || start === '@"') return hereString(reader, start[1] ?? '')
  if (start[0] !== "'" && start[0] !== '"') return undefined
  reader.at += 1
  return start[0] === "'" ? singleQuoted(reader) : doubleQuoted(reader)
}

function plainWord(reader: PsReader, pattern: RegExp): string {
  const [word = ''] = pattern.exec(reader.text.slice(reader.at, reader.at + 4000)) ?? []
  reader.at += word.length
  return word
}

/** Goes behind the bracket that closes what begins here, quotation marks heeded. */
function skipBrackets(reader: PsReader): void {
  let depth = 0
  while (reader.at < reader.text.length) {
    const each = reader.text[reader.at] ?? ''
    if (quotedAt(reader) !== undefined) continue
    if ('([{'.includes(each)) depth += 1
    if (')]}'.includes(each)) depth -= 1
    reader.at += 1
    if (depth <= 0) return
  }
}

/** `[Type]::Method(…)`: base64 is understood, whatever else is not. */
function call(reader: PsReader): PsValue {
  const start = reader.at
  skipBrackets(reader)
  while (/^(?:::|\.)\w+/.test(reader.text.slice(reader.at, reader.at + 60))) {
    plainWord(reader, /^(?:::|\.)\w+/)
    if (reader.text[reader.at] === '(') skipBrackets(reader)
  }
  const source = reader.text.slice(start, reader.at)
  // The last of them holds what is encoded; one search from each of the first would be slow.
  const encoding = source.search(/ToBase64String\(/i)
  const [bytes = ''] = /^(?:.*GetBytes\()?/is.exec(source) ?? []
  if (encoding < 0 || bytes.length <= encoding) return { kind: 'unknown', source }
  const argument = { ...reader, at: start + bytes.length }
  return psText(base64Of(textOf(expression(argument, deepest))))
}

function operand(reader: PsReader, depth: number): PsValue {
  skipSpace(reader, false)
  const { text } = reader
  const quoted = quotedAt(reader)
  if (quoted !== undefined) return psText(quoted)
  const rest = text.slice(reader.at, reader.at + 20)
  const start = reader.at
  if (rest.startsWith('@{') && depth < deepest) {
    reader.at += 2
    return table(reader, depth)
  }
  const cast = /^\[(?:string|ordered|hashtable|pscustomobject)\]/i.exec(rest)
  if (cast !== null && depth < deepest) {
    reader.at += cast[0].length
    return operand(reader, depth + 1)
  }
  if (rest.startsWith('[')) return call(reader)
  if (rest.startsWith('(') && depth < deepest) {
    reader.at += 1
    const value = expression(reader, depth + 1)
    skipSpace(reader, true)
    if (text[reader.at] === ')') reader.at += 1
    return value
  }
  const variable = variableAt(reader, reader.at)
  if (variable !== undefined) {
    reader.at += variable.length
    return variable.value
  }
  const word = plainWord(reader, /^[^\s;|(){}=,+]{1,4000}/)
  if (word !== '') return psText(word)
  reader.at += 1
  return { kind: 'unknown', source: text.slice(start, reader.at) }
}

/** A value with what is added to it by `+`, and made JSON by `| ConvertTo-Json`. */
export function expression(reader: PsReader, depth = 0): PsValue {
  let value = operand(reader, depth)
  for (;;) {
    const before = reader.at
    skipSpace(reader, false)
    const rest = reader.text.slice(reader.at, reader.at + 120)
    const json = /^\|\s*ConvertTo-Json(?:\s+-\w+(?:\s+\d+)?)*/i.exec(rest)
    if (json !== null) {
      reader.at += json[0].length
      value = psText(JSON.stringify(plainOf(value)))
    } else if (rest.startsWith('+')) {
      reader.at += 1
      skipSpace(reader, true)
      value = psText(textOf(value) + textOf(operand(reader, depth)))
    } else {
      reader.at = before
      return value
    }
  }
}
