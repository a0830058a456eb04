import type { Deviation, Outcome } from '../../shared/outcome.ts'
import { readJsonObject } from './json-object.ts'

/** What a token endpoint answered. */
export interface TokenAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed. */
  readonly body: Uint8Array | 'too-large'
}

type LooksLike = Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']
type UnsafeReason = Extract<Outcome, { kind: 'unsafe-answer' }>['reason']

export type BodyReading =
  | {
      readonly kind: 'fields'
      readonly fields: ReadonlyMap<string, unknown>
      readonly repeated: ReadonlySet<string>
      readonly deviations: readonly Deviation[]
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

const byteOrderMark = '\ufeff'
const htmlStart = /^\s*(<!doctype html|<html|<head|<body)/i
const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])
const isJsonType = (type: string) => type === 'application/json' || type.endsWith('+json')

function readForm(text: string): BodyReading {
  const fields = new Map<string, unknown>()
  const repeated = new Set<string>()
  for (const [name, value] of new URLSearchParams(text.trim())) {
    if (fields.has(name)) repeated.add(name)
    fields.set(name, value)
  }
  return { kind: 'fields', fields, repeated, deviations: ['form-encoded'] }
}

function readJson(text: string, type: string): BodyReading {
  const reading = readJsonObject(text)
  if (reading.kind === 'too-deep') return { kind: 'unsafe', reason: 'too-deep' }
  if (reading.kind === 'not-an-object') {
    return { kind: 'unreadable', looksLike: 'something-else' }
  }
  const deviations: Deviation[] = []
  if (!isJsonType(type)) deviations.push('content-type')
  if (reading.hasTrailingComma) deviations.push('trailing-comma')
  return { kind: 'fields', fields: reading.members, repeated: reading.repeated, deviations }
}

/**
 * Finds the named fields in a body. RFC 6749 §5.1 asks for a JSON object in
 * `application/json`; JSON under another name, with a byte order mark or a trailing
 * comma, and a form-encoded body that says so, are read as well and noted.
 */
export function readBody({ headers, body }: Omit<TokenAnswer, 'status'>): BodyReading {
  if (body === 'too-large') return { kind: 'unsafe', reason: 'too-large' }
  const type = mediaType(headers)
  const decoded = decodeUtf8(body)
  if (decoded === undefined) {
    if (htmlTypes.has(type)) return { kind: 'unreadable', looksLike: 'web-page' }
    return { kind: 'unsafe', reason: 'not-utf8' }
  }
  const hasMark = decoded.startsWith(byteOrderMark)
  const text = hasMark ? decoded.slice(1) : decoded
  const reading = readText(text, type)
  if (!hasMark || reading.kind !== 'fields') return reading
  return { ...reading, deviations: [...reading.deviations, 'byte-order-mark'] }
}

function readText(text: string, type: string): BodyReading {
  if (text.trim() === '') return { kind: 'unreadable', looksLike: 'nothing' }
  if (/^[\t\n\r ]*\{/.test(text)) return readJson(text, type)
  if (htmlTypes.has(type) || htmlStart.test(text)) {
    return { kind: 'unreadable', looksLike: 'web-page' }
  }
  if (type === 'application/x-www-form-urlencoded') return readForm(text)
  return { kind: 'unreadable', looksLike: 'something-else' }
}
