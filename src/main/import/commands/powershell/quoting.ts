import { inText, joined } from './operators.ts'
import { hereString, nested, type PsReader, take, takeVariable, valueNamed } from './ps-reader.ts'
import { type PsValue, psText } from './value.ts'

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

const codePoint = /u\{([0-9a-f]{1,6})\}/iy

/** Reads the character behind a back-tick, which may be an escape; a line break is dropped. */
function escaped(reader: PsReader): string {
  const [, hex] = take(reader, codePoint) ?? []
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16)
    return code > 0x10_ffff ? '' : String.fromCodePoint(code)
  }
  const next = reader.text[reader.at] ?? ''
  reader.at += 1
  return next === '\n' ? '' : (escapes[next] ?? next)
}

const plainRun = /[^"`$]+/y

/**
 * Reads `"…"` from behind its mark, or all of a here-string, in which the mark is a plain
 * character.
 */
function expandable(reader: PsReader, isHere: boolean): PsValue {
  const { text, state } = reader
  const parts: PsValue[] = []
  let plain = ''
  const add = (value: PsValue) => {
    parts.push(psText(plain), inText(state.room, value))
    plain = ''
  }
  let isClosed = isHere
  while (reader.at < text.length) {
    const [run] = take(reader, plainRun) ?? []
    if (run !== undefined) plain += run
    else if (text[reader.at] === '`') {
      reader.at += 1
      plain += escaped(reader)
    } else if (text[reader.at] === '"') {
      reader.at += 1
      if (!isHere && text[reader.at] !== '"') {
        isClosed = true
        break
      }
      if (!isHere) reader.at += 1
      plain += '"'
    } else if (text.startsWith('$(', reader.at)) {
      reader.at += 1
      add(nested(reader, '(', () => state.statements(reader, ')')))
    } else {
      const name = takeVariable(reader)
      if (name === undefined) {
        plain += '$'
        reader.at += 1
      } else add(valueNamed(state, name))
    }
  }
  state.isUnclosed ||= !isClosed
  return parts.length === 0 ? psText(plain) : joined(state.room, [...parts, psText(plain)])
}

function singleQuoted(reader: PsReader): PsValue {
  const { text } = reader
  let read = ''
  for (;;) {
    const end = text.indexOf("'", reader.at)
    read += text.slice(reader.at, end < 0 ? text.length : end)
    reader.at = end < 0 ? text.length : end + 1
    reader.state.isUnclosed ||= end < 0
    if (end < 0 || text[reader.at] !== "'") return psText(read)
    read += "'"
    reader.at += 1
  }
}

/** Reads the quoted text at this place; `undefined` if there is none. */
export function quoted(reader: PsReader): PsValue | undefined {
  const found = hereString(reader)
  if (found?.mark === "'") return psText(found.text)
  if (found !== undefined) {
    return expandable({ text: found.text, at: 0, state: reader.state }, true)
  }
  const mark = reader.text[reader.at]
  if (mark !== "'" && mark !== '"') return undefined
  reader.at += 1
  return mark === "'" ? singleQuoted(reader) : expandable(reader, false)
}
