import { decodeUtf8 } from '../../../oauth/formats/encodings.ts'
import { unknownPart } from '../../request/unknown-part.ts'

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
}

/** An escape of `$'…'`, after its backslash: a character or a byte, and its length. */
type Escape =
  | { readonly kind: 'text'; readonly text: string; readonly length: number }
  | { readonly kind: 'byte'; readonly byte: number; readonly length: number }

function escapeAt(text: string, at: number): Escape {
  const rest = text.slice(at, at + 10)
  const [hex, hexDigits] = /^x([\da-fA-F]{1,2})/.exec(rest) ?? []
  if (hex !== undefined && hexDigits !== undefined) {
    return { kind: 'byte', byte: Number.parseInt(hexDigits, 16), length: hex.length }
  }
  const [octal] = /^[0-7]{1,3}/.exec(rest) ?? []
  if (octal !== undefined) {
    return { kind: 'byte', byte: Number.parseInt(octal, 8) & 0xff, length: octal.length }
  }
  const [point, short, long] = /^(?:u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8}))/.exec(rest) ?? []
  if (point !== undefined) {
    const code = Number.parseInt(short ?? long ?? '', 16)
    if (code <= 0x10ffff) {
      return { kind: 'text', text: String.fromCodePoint(code), length: point.length }
    }
  }
  if (rest[0] === 'c' && rest[1] !== undefined && rest[1] !== "'") {
    // POSIX.1-2024 §2.2.4: `\cX` is the control character of X.
    const code = (rest[1].toUpperCase().codePointAt(0) ?? 0) & 0x1f
    return { kind: 'text', text: String.fromCodePoint(code), length: 2 }
  }
  const letter = rest.slice(0, 1)
  const known = simpleEscapes[letter] ?? (/[\\'"?]/.test(letter) ? letter : `\\${letter}`)
  return { kind: 'text', text: known, length: letter.length }
}

/** Decodes bytes in a row as UTF-8, as `printf %q` writes non-ASCII text. */
function textOfBytes(bytes: readonly number[], source: string): string {
  return decodeUtf8(Uint8Array.from(bytes)) ?? unknownPart(source)
}

/**
 * Reads `$'…'` from behind its opening mark (POSIX.1-2024 §2.2.4). Returns the text and the
 * position of the closing mark, or of the end of the text if there is none. A zero byte ends
 * the text, as in bash.
 */
export function ansiQuotedAt(
  text: string,
  start: number,
): { readonly text: string; readonly end: number } {
  let read = ''
  let bytes: number[] = []
  let bytesStart = start
  let hasEnded = false
  const add = (more: string) => {
    if (bytes.length > 0 && !hasEnded) read += textOfBytes(bytes, text.slice(bytesStart, at))
    bytes = []
    if (!hasEnded) read += more
  }
  let at = start
  while (at < text.length && text[at] !== "'") {
    if (text[at] !== '\\') {
      add(text[at] ?? '')
      at += 1
      continue
    }
    const found = escapeAt(text, at + 1)
    if (found.kind === 'text') add(found.text)
    else if (found.byte === 0) {
      add('')
      hasEnded = true
    } else {
      if (bytes.length === 0) bytesStart = at
      bytes.push(found.byte)
    }
    at += 1 + found.length
  }
  add('')
  return { text: read, end: at }
}

/** `<<END`, `<<-END` or `<<'END'` (XCU §2.7.4): its length and its delimiter. */
export interface HereDocument {
  readonly length: number
  readonly delimiter: string
  /** With a quoted delimiter the text is not expanded. */
  readonly isLiteral: boolean
  readonly dropsTabs: boolean
}

/** Returns the operator at `at`; `undefined` if there is none. */
export function hereDocumentAt(text: string, at: number): HereDocument | undefined {
  const found = /^<<(-?)[ \t]*(?:'([^'\n]{1,60})'|"([^"\n]{1,60})"|(\\?)([\w.!-]{1,60}))/.exec(
    text.slice(at, at + 140),
  )
  if (found === null) return undefined
  const [whole, dash, single, double, backslash, plain] = found
  return {
    length: whole.length,
    delimiter: single ?? double ?? plain ?? '',
    isLiteral: plain === undefined || backslash !== '',
    dropsTabs: dash !== '',
  }
}

/** Returns the text of a here-document whose first line begins at `start`, and its end. */
export function hereText(
  text: string,
  start: number,
  { delimiter, dropsTabs }: HereDocument,
): { readonly body: string; readonly end: number } {
  let body = ''
  let at = start
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd
    const line = text.slice(at, end).replace(/\r$/, '')
    at = lineEnd < 0 ? end : end + 1
    const own = dropsTabs ? line.replace(/^\t+/, '') : line
    // Copied from a page, the delimiter may be indented with the rest.
    if (own.trim() === delimiter) break
    body += `${own}\n`
  }
  return { body, end: at }
}
