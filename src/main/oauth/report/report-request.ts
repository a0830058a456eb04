import { decodeBase64, decodeUtf8 } from '../formats/encodings.ts'
import {
  maskOf,
  namedMask,
  ours,
  type Piece,
  secretMask,
  shortened,
  shown,
} from '../redaction/masked-text.ts'
import type { SecretFinder } from '../redaction/secret-finder.ts'
import { isSecretName } from '../redaction/token-patterns.ts'
import type { TokenRequest } from '../request/token-request.ts'

export interface ReportedRequest extends Omit<TokenRequest, 'method'> {
  readonly method: string
}

export type Line = readonly Piece[]

const maxValueLength = 2000

/** Returns a value to show under its name, or a mask if the name stands for a secret. */
export function named(
  name: string,
  value: string,
  finder: SecretFinder,
  isSent = false,
): readonly Piece[] {
  // One of three words (RFC 6749 §4.3.2, §4.4.2, §6): a mask would reveal that a password
  // contains it.
  if (isSent && name === 'grant_type') return [ours(value)]
  const same = finder.exactly(value)
  if (same !== undefined) return [secretMask(same)]
  if (isSecretName(name) && value !== '') return [namedMask(name, value, finder)]
  return shortened(shown(value, finder, true, isSent), maxValueLength)
}

/** Reads `application/x-www-form-urlencoded`, as far as it decodes. */
export function fromForm(text: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(text)]
}

function fromJson(text: string): readonly (readonly [string, string])[] | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Object.entries(value).flatMap(([name, each]) =>
      [each].flat().map((one) => [name, String(one)] as const),
    )
  } catch {
    return null
  }
}

export const parameterLines = (
  parameters: readonly (readonly [string, string])[],
  finder: SecretFinder,
): readonly Line[] =>
  parameters.map(([name, value]) => [ours(`  ${name}: `), ...named(name, value, finder, true)])

/** Decodes the base64 of Basic credentials (RFC 7617 §2), which has one alphabet. */
function decodeCredentials(text: string): string | null {
  const bytes = /[-_]/.test(text) ? null : decodeBase64(text)
  return bytes === null ? null : (decodeUtf8(bytes) ?? null)
}

/** Shows Basic credentials by their parts (RFC 7617 §2); any others by their scheme alone. */
function authorization(value: string, finder: SecretFinder): Line {
  const [, scheme = '', credentials = ''] = /^(\S+) +(.*)$/s.exec(value) ?? []
  const decoded = /^basic$/i.test(scheme) ? decodeCredentials(credentials) : null
  const colon = decoded?.indexOf(':') ?? -1
  if (decoded === null || colon < 0) {
    const what = scheme === '' ? [] : [ours(`${scheme} `)]
    return [...what, maskOf('not shown', scheme === '' ? value : credentials)]
  }
  const id = decoded.slice(0, colon)
  const secret = decoded.slice(colon + 1)
  const same = finder.exactly(secret)
  return [
    ours('Basic, in base64: '),
    ...named('client_id', id, finder, true),
    ours(':'),
    same === undefined ? maskOf('client secret', secret) : secretMask(same),
  ]
}

function headerLine([name, value]: readonly [string, string], finder: SecretFinder): Line {
  const isAuthorization = name.toLowerCase() === 'authorization'
  const shownValue = isAuthorization
    ? authorization(value, finder)
    : named(name, value, finder, true)
  return [ours(`  ${name}: `), ...shownValue]
}

function addressLines(
  { method, url }: Pick<ReportedRequest, 'method' | 'url'>,
  finder: SecretFinder,
): readonly Line[] {
  const mark = url.indexOf('?')
  const place = mark < 0 ? url : url.slice(0, mark)
  const query = mark < 0 ? [] : fromForm(url.slice(mark + 1))
  const first = [ours(`${method} `), ...shortened(shown(place, finder, true), maxValueLength)]
  if (query.length === 0) return [first]
  return [first, [ours('In the address, after "?":')], ...parameterLines(query, finder)]
}

function bodyLines({ headers, body }: ReportedRequest, finder: SecretFinder): readonly Line[] {
  if (body === '') return [[ours('Body: empty')]]
  const isJson = /json/i.test(headers['content-type'] ?? '')
  const parameters = isJson ? fromJson(body) : fromForm(body)
  if (parameters === null) return [[ours('Body: '), maskOf('not shown', body)]]
  const title = isJson ? 'Body, as JSON:' : 'Body, as a form:'
  return [[ours(title)], ...parameterLines(parameters, finder)]
}

/**
 * Returns the lines of a request as it was sent: address, headers and parameters. Their names are
 * no secrets.
 */
export function requestLines(request: ReportedRequest, finder: SecretFinder): readonly Line[] {
  const headers = Object.entries(request.headers)
  return [
    ...addressLines(request, finder),
    ...(headers.length === 0 ? [] : [[ours('Headers:')]]),
    ...headers.map((header) => headerLine(header, finder)),
    ...bodyLines(request, finder),
  ]
}

/** Returns the lines of an address that the user's browser opened. */
export const browserLines = (url: string, finder: SecretFinder): readonly Line[] =>
  addressLines({ method: 'GET', url }, finder)
