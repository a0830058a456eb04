import { isSecretName } from '../oauth/redaction/token-patterns.ts'
import { isHostToFillIn, isMarkedPlace, isPartToFillIn, isPlaceholder } from './placeholder.ts'
import { percentDecoded, percentEncoded } from './request/encoded-text.ts'
import { formPairs } from './request/form-pairs.ts'
import type { Pair } from './request/pasted-request.ts'
import { hasUnknownPart, replaceUnknownParts } from './request/unknown-part.ts'

/** An address in its parts. */
export interface Address {
  /**
   * The address without credentials and parameters. A part to fill in is in braces, which no
   * address may contain; empty if nothing of it is known.
   */
  readonly url: string
  /** Empty if it has to be filled in. */
  readonly host: string
  readonly path: string
  /** `id:secret` before an `@`; `null` if there is none. */
  readonly user: string | null
  readonly query: readonly Pair[]
  /** Parameters whose value can't be decoded. */
  readonly undecodable: readonly string[]
}

const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|\?|$)/i

/** The placeholder for the name of an unknown server. */
const unknownServer = '{server}'

/** First parts of paths that documentation prints without a server. */
const startOfPath =
  /^(?:api|auth|authorize|connect|identity|idp|login|oauth2?|openid|realms|rest|services|sso|sts|tokens?|v\d+(?:\.\d+)*)$/i

/** Adds the scheme as curl does, except that an address without one is https unless it is local. */
function withScheme(written: string): string {
  const [start, scheme = ''] = /^([^/?#]*):\/\//.exec(written) ?? []
  // https is the safe choice while the scheme is unknown.
  if (start !== undefined && isPlaceholder(scheme)) return `https://${written.slice(start.length)}`
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return written
  // curl takes one slash for two (RFC 3986 §3 wants both).
  const [typed, typedScheme = ''] = /^(https?:)\/?(?=[^/\d])/i.exec(written) ?? ['']
  const rest = written.slice(typed.length)
  const shared = /^\/\/([^/]*)/.exec(rest)?.[1] ?? ''
  if (/\.[a-z]/i.test(shared)) return `https:${rest}`
  const [authority = '', ...path] = rest.split(/[/?]/)
  const isAlone = path.length === 0 && typed === ''
  const isPath = /^\.{0,2}\//.test(rest) || (!isAlone && startOfPath.test(authority))
  // A path alone names no server: the text behind `//` would be read as one.
  if (isPath) return `https://${unknownServer}/${rest.replace(/^[./]+/, '')}`
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return `${typedScheme || (isHere.test(host) ? 'http:' : 'https:')}//${rest}`
}

/**
 * Returns an address as it is sent: letters of other scripts can imitate another name, and some
 * characters reverse a line. Any other text stays unchanged.
 */
export function inAscii(address: string): string {
  return /[^ -~]/.test(address) && URL.canParse(address) ? new URL(address).href : address
}

/** Returns the part to fill in, in braces: by its name, if it has one. */
function inBraces(written: string): string {
  const [name = '...'] = /^[A-Za-z][\w.-]{0,40}$/.exec(written.replace(/[^\w.-]/g, '')) ?? []
  return `{${name}}`
}

/** Returns true for a variable, whose name may be shown; a command may contain more than a name. */
const isVariable = (source: string) => /^(?:\$\{?\w+\}?|%\w+%)$/.test(source)
const shownUnknown = (source: string) => inBraces(isVariable(source) ? source : '')

/** Puts the unknown parts of a path segment into braces. */
function shownPart(part: string): string {
  if (!isPartToFillIn(part)) return part
  const known = hasUnknownPart(part)
    ? replaceUnknownParts(part, shownUnknown)
    : percentDecoded(part)
  const shown = known.replace(
    /\{\{[^{}]*\}\}|<[^<>]*>|\$\{\w+\}|\$[A-Za-z_]\w*|%[A-Z_][A-Z\d_]{2,}%/g,
    inBraces,
  )
  return /\{[^{}]+\}/.test(shown) ? shown : inBraces(shown)
}

/**
 * Puts the unknown labels of a server's name into braces; if all are unknown, the name is one
 * part.
 */
function shownHost(authority: string): string {
  const [port = ''] = /:\d+$/.exec(authority) ?? []
  const host = authority.slice(0, authority.length - port.length)
  const labels = host.split('.')
  const isToFillIn = (label: string) => isPartToFillIn(label) || /^your|here$/i.test(label)
  const isKnown = labels.some((label) => !isToFillIn(label)) && labels.some(isToFillIn)
  // A text right behind a variable may be the beginning of the path.
  if (labels.length === 1 && /^(?:\ufdd0[^\ufdd0\ufdd1]*\ufdd1|\{\{?[^{}]+\}\}?)\w/.test(host)) {
    return shownPart(host) + port
  }
  if (!isKnown) return unknownServer + port
  const shown = labels.map((label) =>
    isPartToFillIn(label) ? shownPart(label) : isToFillIn(label) ? inBraces(label) : label,
  )
  return shown.join('.') + port
}

/** Takes an address apart as it was written. */
export function readAddress(written: string): Address {
  const [whole = ''] = written.trim().split('#')
  const mark = whole.indexOf('?')
  const { pairs: query, undecodable } = formPairs(mark < 0 ? '' : whole.slice(mark + 1))
  const rest = { query, undecodable }
  const nothing = { url: '', host: '', path: '', user: null, ...rest }
  const place = mark < 0 ? whole : whole.slice(0, mark)
  if (replaceUnknownParts(place, () => '') === '') return nothing
  const [, scheme = '', credentials = '', host = '', path = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)(?:([^/]*)@)?([^/]*)(.*)$/is.exec(withScheme(place)) ?? []
  // A port alone names no server, and `:name` is a variable of Postman.
  const isServerKnown = !/^(?::.*)?$/.test(host) && !isHostToFillIn(host)
  // Nothing of it is known, or it is no target for a secret, such as a file.
  const server = isServerKnown ? host : shownHost(host)
  if (
    !isServerKnown &&
    ((server === unknownServer && /^\/?$/.test(path)) || !/^https?:/i.test(scheme))
  )
    return nothing
  const shown = path.split('/').map(shownPart).join('/')
  const url = `${scheme}${server}${shown}`
  const parsed = isServerKnown && URL.canParse(url) ? new URL(url) : undefined
  return {
    url: isServerKnown ? inAscii(url).replace(/%7B/gi, '{').replace(/%7D/gi, '}') : url,
    host: parsed?.hostname ?? '',
    path: parsed?.pathname ?? shown,
    user: credentials === '' ? null : credentials.split(':').map(percentDecoded).join(':'),
    ...rest,
  }
}

/** The maximum length of an address in a profile. */
export const maxAddressLength = 2000

/**
 * Returns an address with parameters, and the names of those that do not fit. An unknown value is
 * in braces.
 */
export function withParameters(
  url: string,
  parameters: readonly Pair[],
): { readonly url: string; readonly dropped: readonly string[] } {
  let whole = url
  const dropped: string[] = []
  for (const [name, value] of parameters) {
    const longer = `${whole}${whole.includes('?') ? '&' : '?'}${shownInQuery(name)}=${shownInQuery(value)}`
    if (longer.length > maxAddressLength) dropped.push(name)
    else whole = longer
  }
  return { url: whole, dropped }
}

const formEncoded = (text: string) => percentEncoded(text).replaceAll('%20', '+')

/** Returns a name or a value for an address, with unknown parts in braces. */
function shownInQuery(text: string): string {
  if (isMarkedPlace(text)) return inBraces(text)
  const known = hasUnknownPart(text) ? replaceUnknownParts(text, shownUnknown) : text
  return /^\{[^{}]*\}$/.test(known) ? known : formEncoded(known)
}

/** Returns true if a parameter of an address may be kept in clear text. */
export const mayStay = ([name]: Pair): boolean => !isSecretName(name)
