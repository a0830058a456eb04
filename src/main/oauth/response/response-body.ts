import type { Deviation, Outcome } from '../../../shared/outcome.ts'
import { decodeUtf8 } from '../formats/encodings.ts'
import { looksLikeForm, readForm } from '../formats/form.ts'
import {
  hasMarkup,
  isHtmlType,
  isWebPage,
  isXml,
  type LooksLike,
  looksOfPage,
  visibleText,
} from '../formats/html.ts'
import { type Members, readJsonObject } from '../formats/json.ts'
import { tokenFormat } from '../jwt/jwt.ts'

/** The response of a token endpoint. */
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
      /** The members of each object directly inside, by the name of the member that holds it. */
      readonly inside: ReadonlyMap<string, Members>
    }
  | {
      readonly kind: 'unreadable'
      readonly looksLike: LooksLike
      /** The words of the body without markup; may echo secrets, must never be shown. */
      readonly text: string
      /** `page`: a web page, or a body labelled as one, which may come from any website. */
      readonly from: 'page' | 'called-page' | 'server'
    }
  | { readonly kind: 'unsafe'; readonly reason: UnsafeReason }

/** Returns the media type alone, in lower case (RFC 9110 §8.3.1). */
function mediaType(headers: TokenAnswer['headers']): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  return type.trim().toLowerCase()
}

/** Decodes a page in another character set; the parts that matter are ASCII. */
const decodeLoosely = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

const byteOrderMark = '\ufeff'
const formType = 'application/x-www-form-urlencoded'
const isJsonType = (type: string) => type === 'application/json' || type.endsWith('+json')

const none: ReadonlyMap<string, Members> = new Map()

/** Maximum length of an error's words; a longer text is a document. */
const maxTextLength = 4000
const maxPage = 100_000

const unreadable = (text: string, looksLike: LooksLike = 'something-else'): BodyReading => ({
  kind: 'unreadable',
  looksLike,
  text: text.slice(0, maxTextLength),
  from: 'server',
})

function pageReading(html: string): BodyReading {
  const text = visibleText(html.slice(0, maxPage)).slice(0, maxTextLength)
  return { kind: 'unreadable', looksLike: looksOfPage(html), text, from: 'page' }
}

function formReading(text: string): BodyReading {
  const form = readForm(text)
  if (form === null) return unreadable('')
  const { members, repeated } = form
  return { kind: 'fields', fields: members, repeated, deviations: ['form-encoded'], inside: none }
}

function jsonReading(text: string, type: string): BodyReading {
  const reading = readJsonObject(text)
  if (reading.kind === 'too-deep') return { kind: 'unsafe', reason: 'too-deep' }
  if (reading.kind !== 'object') return unreadable(text)
  const deviations: Deviation[] = []
  if (!isJsonType(type)) deviations.push('content-type')
  if (reading.hasTrailingComma) deviations.push('trailing-comma')
  const { members: fields, repeated, inside } = reading
  return { kind: 'fields', fields, repeated, deviations, inside }
}

/** Returns the text of a JSON string (RFC 8259 §7), or the text itself if it is none. */
function unquoted(text: string): string {
  if (!text.startsWith('"') || text.length > maxPage) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

/** Reads a token that stands alone, which only a JWT or a JWE proves to be one. */
function bareReading(text: string): BodyReading | null {
  const token = unquoted(text).trim()
  if (tokenFormat(token) === 'opaque') return null
  const fields = new Map([['access_token', token]])
  const repeated = new Set<string>()
  return { kind: 'fields', fields, repeated, deviations: ['bare-token'], inside: none }
}

function markupReading(text: string, type: string): BodyReading {
  if (isWebPage(text, type)) return pageReading(text)
  const words = visibleText(text.slice(0, maxPage))
  return unreadable(words, isXml(text, type) ? 'xml' : 'something-else')
}

/**
 * Finds the named fields in a body. RFC 6749 §5.1 asks for a JSON object in `application/json`;
 * JSON under another name, with a byte order mark or a trailing comma, a form-encoded body that is
 * called or looks like one, and a JWT that stands alone are read as well and noted. A web page
 * never is. Of all other bodies the words are kept, because some servers refuse in plain text,
 * also under the name of HTML.
 */
export function readBody({ headers, body }: Omit<TokenAnswer, 'status'>): BodyReading {
  if (body === 'too-large') return { kind: 'unsafe', reason: 'too-large' }
  const type = mediaType(headers)
  const decoded = decodeUtf8(body)
  if (decoded === undefined) {
    return isHtmlType(type)
      ? pageReading(decodeLoosely(body))
      : { kind: 'unsafe', reason: 'not-utf8' }
  }
  const hasMark = decoded.startsWith(byteOrderMark)
  const text = hasMark ? decoded.slice(1) : decoded
  const reading = readText(text, type)
  if (!hasMark || reading.kind !== 'fields') return reading
  return { ...reading, deviations: [...reading.deviations, 'byte-order-mark'] }
}

function readText(text: string, type: string): BodyReading {
  const start = text.trim()
  if (start === '') return unreadable('', 'nothing')
  if (start.startsWith('{')) return jsonReading(text, type)
  if (start.startsWith('<') && hasMarkup(start)) return markupReading(text, type)
  if (isHtmlType(type)) {
    return hasMarkup(text)
      ? pageReading(text)
      : {
          kind: 'unreadable',
          looksLike: 'something-else',
          text: start.slice(0, maxTextLength),
          from: 'called-page',
        }
  }
  if (type === formType || looksLikeForm(text)) return formReading(text)
  return bareReading(start) ?? unreadable(unquoted(start))
}
