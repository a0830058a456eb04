import type { Deviation, Outcome } from '../../shared/outcome.ts'
import { looksLikeForm, readForm } from './form-body.ts'
import { type Members, readJsonObject } from './json-object.ts'
import { isHtmlType, isWebPage, type LooksLike, looksOfPage } from './web-page.ts'

/** What a token endpoint answered. */
export interface TokenAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed. */
  readonly body: Uint8Array | 'too-large'
}

type UnsafeReason = Extract<Outcome, { kind: 'unsafe-answer' }>['reason']

export type BodyReading =
  | {
      readonly kind: 'fields'
      readonly fields: ReadonlyMap<string, unknown>
      readonly repeated: ReadonlySet<string>
      readonly deviations: readonly Deviation[]
      /** What is inside a member `data`, if that is an object. */
      readonly data?: Members
    }
  | { readonly kind: 'unreadable'; readonly looksLike: LooksLike }
  | { readonly kind: 'unsafe'; readonly reason: UnsafeReason }

/** The media type alone, in lower case (RFC 9110 §8.3.1). */
function mediaType(headers: TokenAnswer['headers']): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  return type.trim().toLowerCase()
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The beginning of a page in another character set; what matters in it is ASCII. */
const decodeLoosely = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

const byteOrderMark = '\ufeff'
const formType = 'application/x-www-form-urlencoded'
const isJsonType = (type: string) => type === 'application/json' || type.endsWith('+json')

function formReading(text: string): BodyReading {
  const form = readForm(text)
  if (form === null) return { kind: 'unreadable', looksLike: 'something-else' }
  const { members, repeated } = form
  return { kind: 'fields', fields: members, repeated, deviations: ['form-encoded'] }
}

function jsonReading(text: string, type: string): BodyReading {
  const reading = readJsonObject(text)
  if (reading.kind === 'too-deep') return { kind: 'unsafe', reason: 'too-deep' }
  if (reading.kind === 'not-an-object') {
    return { kind: 'unreadable', looksLike: 'something-else' }
  }
  const deviations: Deviation[] = []
  if (!isJsonType(type)) deviations.push('content-type')
  if (reading.hasTrailingComma) deviations.push('trailing-comma')
  const { members: fields, repeated, data } = reading
  return { kind: 'fields', fields, repeated, deviations, ...(data === null ? {} : { data }) }
}

/**
 * Finds the named fields in a body. RFC 6749 §5.1 asks for a JSON object in
 * `application/json`; JSON under another name, with a byte order mark or a trailing
 * comma, and a form-encoded body that is called or looks like one, are read as well
 * and noted. A web page never is.
 */
export function readBody({ headers, body }: Omit<TokenAnswer, 'status'>): BodyReading {
  if (body === 'too-large') return { kind: 'unsafe', reason: 'too-large' }
  const type = mediaType(headers)
  const decoded = decodeUtf8(body)
  if (decoded === undefined) {
    if (!isHtmlType(type)) return { kind: 'unsafe', reason: 'not-utf8' }
    return { kind: 'unreadable', looksLike: looksOfPage(decodeLoosely(body)) }
  }
  const hasMark = decoded.startsWith(byteOrderMark)
  const text = hasMark ? decoded.slice(1) : decoded
  const reading = readText(text, type)
  if (!hasMark || reading.kind !== 'fields') return reading
  return { ...reading, deviations: [...reading.deviations, 'byte-order-mark'] }
}

function readText(text: string, type: string): BodyReading {
  const start = text.trimStart()
  if (start === '') return { kind: 'unreadable', looksLike: 'nothing' }
  if (start.startsWith('{')) return jsonReading(text, type)
  if (isWebPage(text, type)) return { kind: 'unreadable', looksLike: looksOfPage(text) }
  if (type === formType || looksLikeForm(text)) return formReading(text)
  return { kind: 'unreadable', looksLike: 'something-else' }
}
