import { maxRedirectText, type PasteResult } from '../../../shared/sign-in.ts'
import { decodeEntity } from '../formats/html.ts'
import { isProse } from '../redaction/token-patterns.ts'
import {
  type AuthorizationResponse,
  type ExpectedResponse,
  readAuthorizationResponse,
} from './authorization-response.ts'
import { isSame } from './issuer.ts'

export type PasteReading =
  | {
      readonly result: 'taken'
      readonly response: AuthorizationResponse
      readonly parameters: URLSearchParams
    }
  | { readonly result: Exclude<PasteResult, 'taken'> }

interface Expected extends ExpectedResponse {
  /** The address that the server redirects to. */
  readonly redirectUri: string
}

/** Signs without a width, which come along when a text is copied from a page or a chat. */
const invisible = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/g
const quotes = /^["'<`\u2018\u201c]+|["'>`\u2019\u201d]+$/g

/** An address, or a part of one, that was copied out of a web page. */
const entity = /&(?:amp|#38|#x26);/gi

function cleaned(text: string): string {
  return text
    .replace(invisible, '')
    .replace(quotes, '')
    .replace(entity, (each) => decodeEntity(each))
}

interface Parts {
  /** Before the query and the fragment; empty if only these were pasted. */
  readonly place: string
  readonly query: string
  readonly fragment: string
}

function partsOf(text: string): Parts {
  const [, place = '', query = '', fragment = ''] =
    /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? []
  return { place, query, fragment }
}

const hasAnswer = (parameters: URLSearchParams) => parameters.has('code') || parameters.has('error')

/** Finds the parameters of a response in the query or, for servers that put them there, the fragment. */
function answerIn({ query, fragment }: Parts): URLSearchParams | null {
  return [query, fragment].map((part) => new URLSearchParams(part)).find(hasAnswer) ?? null
}

/** A browser may hide the scheme, and people change `https` to `http` and back. */
function isPlace(place: string, redirectUri: string): boolean {
  const plain = (address: string) =>
    partsOf(address)
      .place.replace(/^https?:\/\//i, '')
      .replace(/\/$/, '')
  return plain(place).toLowerCase() === plain(redirectUri).toLowerCase()
}

const looksLikeAddress = (text: string) =>
  /^(?:[a-z][a-z0-9+.-]*:\/|www\.|localhost\b|[\w-]+(?:\.[\w-]+)*:\d+\/|urn:)/i.test(text)

/** RFC 6749 appendix A.11 */
const mayBeCode = (text: string) => /^[\x21-\x7e]{6,}$/.test(text)

/** Texts that people type by mistake; a wrong code would end the sign-in. */
const typedTexts: readonly RegExp[] = [
  // A word. Codes are longer, or draw from more than the letters of one case.
  /^["'(]?(?:[A-Z]?[a-z]{1,15}|[A-Z]{1,16})["')]?[.,:;!?]*$/,
  // An e-mail address.
  /^[^@\s]+@[a-z0-9.-]+\.[a-z]{2,}$/i,
  // The name of a server.
  /^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}$/,
]

/** Returns true for a text that may be a code, if nothing but itself says that it is one. */
const looksLikeCode = (text: string) =>
  mayBeCode(text) && !typedTexts.some((each) => each.test(text))

/** A code that was copied out of an address may still be encoded. */
function decoded(code: string): string {
  try {
    return /%[0-9a-f]{2}/i.test(code) ? decodeURIComponent(code) : code
  } catch {
    return code
  }
}

function readParameters(parameters: URLSearchParams, expected: Expected): PasteReading {
  const states = parameters.getAll('state')
  const isOther = states.length > 1 || states.some((state) => !isSame(state, expected.state))
  if (isOther) return { result: 'other-sign-in' }
  const response = readAuthorizationResponse(parameters, expected)
  return { result: 'taken', response, parameters }
}

/** Reads a code, with or without `#` and the state behind it, as some pages show it. */
function readCode(text: string, expected: Expected): PasteReading {
  const mark = text.lastIndexOf('#')
  const code = decoded(mark < 0 ? text : text.slice(0, mark))
  const state = mark < 0 ? null : text.slice(mark + 1)
  // The state beside it says what it is.
  const isCode = state === null ? looksLikeCode(code) : mayBeCode(code)
  if (!isCode || isSame(code, expected.state)) return { result: 'no-code' }
  if (state !== null && !isSame(state, expected.state)) return { result: 'other-sign-in' }
  // RFC 9207 is about redirects: a page that shows a code has no parameter for the issuer.
  const unnamed = { ...expected, expectsIssuer: false }
  const parameters = new URLSearchParams({ code })
  const response = readAuthorizationResponse(parameters, unnamed)
  return { result: 'taken', response, parameters }
}

/**
 * Reads the text that a user pasted as the address where they landed: a whole address, its query
 * alone, `code#state`, or a bare code. Where there is a `state` it must be that of this sign-in. A
 * code without one counts only at the place of the redirect or on its own: the user brought it here,
 * and PKCE ties it to this sign-in.
 */
export function readPastedRedirect(text: string, expected: Expected): PasteReading {
  if (text.length > maxRedirectText) return { result: 'no-code' }
  const clean = cleaned(text)
  const parts = partsOf(clean)
  const isQueryAlone = !looksLikeAddress(clean) && /(?:^|[?#&])(?:code|error)=/.test(clean)
  if (isQueryAlone && parts.place.includes('=')) {
    const [query = '', ...rest] = clean.replace(/^&/, '').split('#')
    const found = answerIn({ place: '', query, fragment: rest.join('#') })
    return found === null ? { result: 'no-code' } : readParameters(found, expected)
  }
  if (looksLikeAddress(clean) || isQueryAlone) {
    const { place } = parts
    const isHere = place === '' || isPlace(place, expected.redirectUri)
    const found = answerIn(parts)
    if (found === null) return { result: isHere ? 'no-code' : 'other-address' }
    if (!isHere && !found.has('state')) return { result: 'other-address' }
    return readParameters(found, expected)
  }
  return isProse(text) ? { result: 'no-code' } : readCode(clean, expected)
}
