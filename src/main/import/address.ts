import { isSecretName } from '../oauth/redaction/token-patterns.ts'
import { isHostToFillIn, isMarkedPlace, isPartToFillIn, isPlaceholder } from './placeholder.ts'
import { percentDecoded, percentEncoded } from './request/encoded-text.ts'
import { formPairs } from './request/form-pairs.ts'
import type { Pair } from './request/pasted-request.ts'
import { hasUnknownPart, replaceUnknownParts } from './request/unknown-part.ts'

/** An address in its parts. */
export interface Address {
  /**
   * Without credentials and without the parameters. A part that is to be filled in is in braces,
   * which no address may contain; empty if nothing of it is known.
   */
  readonly url: string
  /** Empty where it is to be filled in. */
  readonly host: string
  readonly path: string
  /** `id:secret` before an `@`; `null` if there is none. */
  readonly user: string | null
  readonly query: readonly Pair[]
  /** Parameters whose value can't be decoded. */
  readonly undecodable: readonly string[]
}

const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|\?|$)/i

/** Stands in an address for a server's name that is not known. */
const unknownServer = '{server}'

/** First parts of paths that documentation prints without the server before them. */
const startOfPath =
  /^(?:api|auth|authorize|connect|identity|idp|login|oauth2?|openid|realms|rest|services|sso|sts|tokens?|v\d+(?:\.\d+)*)$/i

/** Like curl, but for Token Desk an address without a scheme is https, unless it is local. */
function withScheme(written: string): string {
  const [start, scheme = ''] = /^([^/?#]*):\/\//.exec(written) ?? []
  // Over https nobody reads along, whatever the scheme is to be.
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
  // A path alone names no server: what is behind `//` would be taken for one.
  if (isPath) return `https://${unknownServer}/${rest.replace(/^[./]+/, '')}`
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return `${typedScheme || (isHere.test(host) ? 'http:' : 'https:')}//${rest}`
}

/**
 * An address as it is sent: letters of other scripts look like those of another name, and some
 * signs turn a line around. Any other text stays as it is.
 */
export function inAscii(address: string): string {
  return /[^ -~]/.test(address) && URL.canParse(address) ? new URL(address).href : address
}

/** Returns the part to fill in, in braces: by its name, if it has one. */
function inBraces(written: string): string {
  const [name = '...'] = /^[A-Za-z][\w.-]{0,40}$/.exec(written.replace(/[^\w.-]/g, '')) ?? []
  return `{${name}}`
}

/** Of a variable the name is shown; a command may hold more than its name. */
const isVariable = (source: string) => /^(?:\$\{?\w+\}?|%\w+%)$/.test(source)
const shownUnknown = (source: string) => inBraces(isVariable(source) ? source : '')

/** A part of a path, with what is to be filled in put into braces. */
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

/** A server's name of which some parts are to be filled in; if all of them are, it is one part. */
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

/** Takes apart what was written as an address. */
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
  // Nothing of it is known, or it is no place to send a secret to, such as a file.
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

/** The longest address that a profile takes. */
export const maxAddressLength = 2000

/**
 * An address with parameters in it, and the names of those for which there is no room. A value
 * that is to be filled in is in braces.
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

/** A name or a value as it stands in an address, with what is to be filled in put into braces. */
function shownInQuery(text: string): string {
  if (isMarkedPlace(text)) return inBraces(text)
  const known = hasUnknownPart(text) ? replaceUnknownParts(text, shownUnknown) : text
  return /^\{[^{}]*\}$/.test(known) ? known : formEncoded(known)
}

/** Whether a parameter of an address may be kept in the clear. */
export const mayStay = ([name]: Pair): boolean => !isSecretName(name)
