import type { Instant } from '../../../shared/clock.ts'
import type { JwtNote, TokenContents } from '../../../shared/token.ts'
import { encodeBase64 } from '../formats/encodings.ts'
import { isObject } from '../formats/json.ts'
import { inOrder, readJwt } from './jwt.ts'

/** Marks that people and programs write for a part that they left out. */
const ellipsis = /[[(<]?(?:…|\.{3,}|\*{3,})[\])>]?/
const compactPart = /^[\w+/=-]*$/

/** Reads a token and adds notes; `null` if even its header can't be read. */
function noted(token: string, now: Instant, added: readonly JwtNote[]): TokenContents | null {
  const contents = readJwt(token, now)
  if (contents.format === 'opaque') return null
  // The payload here is a substitute, so its note does not apply.
  const own = contents.notes.filter((note) => note !== 'detached')
  return { ...contents, notes: inOrder([...own, ...added]) }
}

const isEncrypted = (contents: TokenContents | null) =>
  contents?.format === 'jwt' && contents.header.some(({ name }) => name === 'enc')

/** Reads the header alone, of a token whose other parts can't be read. */
function headerOf(header: string, now: Instant, notes: readonly JwtNote[]): TokenContents | null {
  const contents = noted(`${header}..x`, now, [...notes, 'payload-cut'])
  return isEncrypted(contents) ? noted(`${header}.x.x.x.x`, now, ['parts-missing']) : contents
}

/** Reads header and claims, or the header alone where the payload is not whole. */
function readable(
  header: string,
  payload: string,
  now: Instant,
  note: JwtNote,
): TokenContents | null {
  const contents = noted(`${header}.${payload}.x`, now, [note])
  if (contents?.format !== 'jwt' || contents.notes.includes('payload-not-json')) {
    return headerOf(header, now, [note])
  }
  return isEncrypted(contents) ? headerOf(header, now, []) : contents
}

function readCut(token: string, now: Instant): TokenContents | null {
  const found = ellipsis.exec(token)
  if (found === null) return null
  const before = token.slice(0, found.index).split('.')
  const after = token.slice(found.index + found[0].length)
  if (!before.every((part) => compactPart.test(part))) return null
  const note = /[\w-]/.test(after) ? 'middle-missing' : 'end-missing'
  const [header = '', payload = ''] = before
  return before.length > 2 ? readable(header, payload, now, note) : headerOf(header, now, [note])
}

/**
 * Reads a token in compact form that is cut, or has another number of parts than RFC 7515
 * §7.1 (three) and RFC 7516 §7.1 (five) say; `null` if it is none.
 */
export function readIncomplete(token: string, now: Instant): TokenContents | null {
  const cut = readCut(token, now)
  if (cut !== null) return cut
  const parts = token.split('.', 12)
  const [header = '', payload = ''] = parts
  if (header === '' || !parts.every((part) => compactPart.test(part))) return null
  const whole = noted(`${header}..x`, now, [])
  if (whole === null) return null
  if (isEncrypted(whole)) {
    if (parts.length === 5) return null
    const note = parts.length < 5 ? 'parts-missing' : 'part-too-many'
    return noted(`${header}.x.x.x.x`, now, [note])
  }
  if (parts.length === 3) return null
  if (parts.length > 3) return readable(header, payload, now, 'part-too-many')
  return parts.length === 2
    ? readable(header, payload, now, 'signature-missing')
    : headerOf(header, now, ['end-missing'])
}

type Json = Readonly<Record<string, unknown>>
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** Returns the protected header, or the unprotected one in its place. */
function headerText(outer: Json, inner: Json): string {
  const given = textOf(outer['protected']) ?? textOf(inner['protected'])
  if (given !== null && given !== '') return given
  const members = [outer['unprotected'], outer['header'], inner['header']].filter(isObject)
  return encodeBase64(JSON.stringify(Object.assign({}, ...members)))
}

const firstOf = (list: unknown): Json => {
  const [first] = Array.isArray(list) ? list : []
  return isObject(first) ? first : {}
}

/**
 * Reads a token that is written as JSON (RFC 7515 §7.2, RFC 7516 §7.2), with the first of
 * several signatures or recipients; `null` if the text is none.
 */
export function readJsonToken(text: string, now: Instant): TokenContents | null {
  if (!text.startsWith('{')) return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (!isObject(value)) return null
  if (textOf(value['ciphertext']) !== null) {
    const header = headerText(value, firstOf(value['recipients']))
    return noted(`${header}.x.x.x.x`, now, ['written-as-json'])
  }
  const signed = firstOf(value['signatures'])
  const signature = textOf(value['signature']) ?? textOf(signed['signature'])
  const payload = textOf(value['payload'])
  if (payload === null || signature === null) return null
  return noted(`${headerText(value, signed)}.${payload}.${signature}`, now, ['written-as-json'])
}
