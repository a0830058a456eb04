import { decodeUtf8 } from '../../oauth/formats/encodings.ts'
import type { Pair } from './pasted-request.ts'
import { hasUnknownPart, piecesOf, unknownPart } from './unknown-part.ts'

/** The fields of a form or of a query string, and the names of those that can't be decoded. */
export interface FormPairs {
  readonly pairs: readonly Pair[]
  readonly undecodable: readonly string[]
}

/** Removes the line breaks around a field and the spaces beside those: layout, no content. */
function withoutLayout(field: string): string {
  const start = field.length - field.trimStart().length
  const end = field.trimEnd().length
  const hasLine = (text: string) => /[\r\n]/.test(text)
  return field.slice(
    hasLine(field.slice(0, start)) ? start : 0,
    hasLine(field.slice(end)) ? Math.max(start, end) : field.length,
  )
}

/** Decodes `application/x-www-form-urlencoded`; `undefined` if the bytes are not UTF-8. */
function decoded(text: string): string | undefined {
  if (!hasUnknownPart(text)) return decodedPiece(text)
  const pieces = piecesOf(text).map((each) => (hasUnknownPart(each) ? each : decodedPiece(each)))
  return pieces.every((each) => each !== undefined) ? pieces.join('') : undefined
}

function decodedPiece(text: string): string | undefined {
  const spaced = text.replaceAll('+', ' ')
  if (!spaced.includes('%')) return spaced
  const bytes: number[] = []
  const encoded = new TextEncoder().encode(spaced)
  for (let at = 0; at < encoded.length; at += 1) {
    const pair = String.fromCharCode(encoded[at + 1] ?? 0, encoded[at + 2] ?? 0)
    if (encoded[at] === 0x25 && /^[\da-f]{2}$/i.test(pair)) {
      bytes.push(Number.parseInt(pair, 16))
      at += 2
    } else bytes.push(encoded[at] ?? 0)
  }
  return decodeUtf8(Uint8Array.from(bytes))
}

/**
 * Reads the fields of a form (WHATWG URL §5.1) that may be laid out over several lines: line
 * breaks beside an `&` and before another name are layout. A value that is not UTF-8, or has any
 * other line break, is unknown: the server would get another value.
 */
export function formPairs(text: string): FormPairs {
  const pairs: Pair[] = []
  const undecodable: string[] = []
  const hasLines = /[\r\n]/.test(text)
  const parted = hasLines ? text.split(/&|\r?\n[ \t]*(?=[\w.-]{1,60}=)/) : text.split('&')
  for (const part of parted) {
    const field = hasLines ? withoutLayout(part) : part
    if (field === '') continue
    const sign = field.indexOf('=')
    const name = decoded((sign < 0 ? field : field.slice(0, sign)).trim()) ?? unknownPart('')
    const written = sign < 0 ? '' : field.slice(sign + 1)
    const value = /[\r\n]/.test(written) ? undefined : decoded(written)
    if (value === undefined) undecodable.push(name)
    pairs.push([name, value ?? unknownPart('')])
  }
  return { pairs, undecodable }
}
