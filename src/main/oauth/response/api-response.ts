import { assertNever } from '../../../shared/assert-never.ts'
import type { Outcome } from '../../../shared/outcome.ts'
import type { ApiAnswer, TokenTest } from '../../../shared/token-test.ts'
import { shownCode } from '../errors/shown-evidence.ts'
import {
  asksForPerson,
  type Challenge,
  errorInChallenges,
  readChallenges,
} from '../errors/www-authenticate.ts'
import { isWebPage } from '../formats/html.ts'
import { maskedLines } from '../redaction/masked-text.ts'
import { createSecretFinder, type NamedSecret, showsSecret } from '../redaction/secret-finder.ts'

type Headers = Readonly<Record<string, string>>

/** The result of a GET with a token (the engine's `HttpResult`). */
export type ApiResult =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Headers
      readonly body: Uint8Array
    }
  | { readonly kind: 'too-large'; readonly status: number }
  | Extract<Outcome, { kind: 'moved' | 'certificate-not-trusted' }>
  | (Extract<Outcome, { kind: 'unreachable' | 'cancelled' }> & {
      readonly mayHaveArrived: boolean
    })

/** Characters of an answer that are shown. */
const maxShownLength = 4096

/** The bytes of the body that are decoded: UTF-8 has up to four a character. */
const bytesRead = 4 * maxShownLength + 2000

function asked(challenges: readonly Challenge[]): ApiAnswer['challenge']['asksFor'] {
  const schemes = new Set(challenges.map(({ scheme }) => scheme))
  if (schemes.size === 0) return 'nothing'
  if (schemes.has('bearer') || schemes.has('dpop')) return 'token'
  if (asksForPerson(challenges)) return 'person'
  return schemes.has('basic') ? 'password' : 'other'
}

/** RFC 6750 §3: words of RFC 6749 §3.3 separated by spaces. */
const scopes = /^[\x20\x21\x23-\x5b\x5d-\x7e]{1,200}$/

function challengeIn(headers: Headers, secrets: readonly string[]): ApiAnswer['challenge'] {
  const challenges = readChallenges(headers['www-authenticate'])
  const error = shownCode(errorInChallenges(challenges)?.code ?? null, secrets)
  const scope = challenges.flatMap(({ parameters }) => parameters.get('scope') ?? [])[0] ?? ''
  const isShown = scopes.test(scope) && !showsSecret(scope, secrets)
  return { asksFor: asked(challenges), error, scope: isShown ? scope : null }
}

const contentTypeShape = /^[a-z0-9!#$&^_.+-]{1,100}\/[a-z0-9!#$&^_.+-]{1,100}$/

function contentTypeIn(headers: Headers, secrets: readonly string[]): string | null {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  const plain = type.trim().toLowerCase()
  return contentTypeShape.test(plain) && !showsSecret(plain, secrets) ? plain : null
}

/** Returns a decoder for the character set in the header if it is known, else for UTF-8. */
function decoderFor(headers: Headers) {
  const [, charset = 'utf-8'] =
    /charset\s*=\s*"?([\w:.-]+)/i.exec(headers['content-type'] ?? '') ?? []
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}

/** Returns true if a text has characters that no text has, or too many that can't be decoded. */
function isBinary(text: string): boolean {
  const strange = text.match(/(?![\t\n\f\r])\p{Cc}|\ufffd/gu)?.length ?? 0
  return text.includes('\0') || strange * 20 > text.length
}

function bodyOf(
  headers: Headers,
  body: Uint8Array,
  secrets: readonly NamedSecret[],
): ApiAnswer['body'] {
  if (body.length === 0) return { kind: 'empty' }
  // Decoded as a stream: a character that is cut in two is left out, not misread.
  const text = decoderFor(headers).decode(body.subarray(0, bytesRead), { stream: true })
  if (isBinary(text)) return { kind: 'not-text', bytes: body.length }
  if (text.trim() === '') return { kind: 'empty' }
  const values = secrets.map(({ value }) => value)
  const type = contentTypeIn(headers, values) ?? ''
  const shown = maskedLines(text, createSecretFinder(secrets), maxShownLength)
  return {
    kind: 'text',
    text: shown.text,
    isCut: shown.isCut || body.length > bytesRead,
    isWebPage: isWebPage(text, type),
  }
}

/**
 * Reads an API's answer to a token: the status, the requested authentication (RFC 9110 §11.6.1,
 * RFC 6750 §3) and the first 4,096 characters, if they are text. The result contains none of the
 * profile's `secrets`.
 */
export function readApiAnswer(result: ApiResult, secrets: readonly NamedSecret[]): TokenTest {
  const values = secrets.map(({ value }) => value)
  switch (result.kind) {
    case 'answer':
      return {
        kind: 'answer',
        status: result.status,
        contentType: contentTypeIn(result.headers, values),
        challenge: challengeIn(result.headers, values),
        body: bodyOf(result.headers, result.body, secrets),
      }
    case 'too-large':
      return {
        kind: 'answer',
        status: result.status,
        contentType: null,
        challenge: { asksFor: 'nothing', error: null, scope: null },
        body: { kind: 'too-large' },
      }
    case 'moved': {
      const { kind, status, location } = result
      const isShown = location !== null && !showsSecret(location, values)
      return { kind, status, location: isShown ? location : null }
    }
    case 'unreachable':
      return { kind: result.kind, reason: result.reason }
    case 'certificate-not-trusted':
      return { kind: result.kind, problem: result.problem }
    case 'cancelled':
      return { kind: result.kind }
    default:
      return assertNever(result)
  }
}
