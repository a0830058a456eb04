import { isSecretName } from '../oauth/token-shapes.ts'
import { formPairs } from './form-pairs.ts'
import type { Pair } from './pasted-request.ts'
import { percentDecoded, percentEncoded } from './percent-encoded.ts'
import { isHostToFillIn, isPartToFillIn } from './placeholder.ts'
import { hasUnknownPart, replaceUnknownParts } from './unknown-part.ts'

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

/** Like curl, but for Token Desk an address without a scheme is https, unless it is local. */
function withScheme(written: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return written
  // A path alone names no server: what is behind `//` would be taken for one.
  if (/^\.{0,2}\//.test(written)) return `https://${unknownServer}${written.replace(/^\.+/, '')}`
  const [authority = ''] = written.split('/')
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return `${isHere.test(host) ? 'http' : 'https'}://${written}`
}

/**
 * An address as it is sent: letters of other scripts look like those of another name, and some
 * signs turn a line around. Any other text stays as it is.
 */
export function inAscii(address: string): string {
  return /[^ -~]/.test(address) && URL.canParse(address) ? new URL(address).href : address
}

/** What is to be filled in, in braces: by its name, if it has one. */
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
function shownHost(host: string): string {
  const labels = host.split('.')
  const isToFillIn = (label: string) => isPartToFillIn(label) || /^your|here$/i.test(label)
  const isKnown = labels.some((label) => !isToFillIn(label)) && labels.some(isToFillIn)
  if (!isKnown) return unknownServer
  const shown = labels.map((label) =>
    isPartToFillIn(label) ? shownPart(label) : isToFillIn(label) ? inBraces(label) : label,
  )
  return shown.join('.')
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
  const isServerKnown = host !== '' && !isHostToFillIn(host)
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
    const known = hasUnknownPart(value) ? replaceUnknownParts(value, shownUnknown) : value
    const shown = /^\{[^{}]*\}$/.test(known) ? known : formEncoded(known)
    const longer = `${whole}${whole.includes('?') ? '&' : '?'}${formEncoded(name)}=${shown}`
    if (longer.length > maxAddressLength) dropped.push(name)
    else whole = longer
  }
  return { url: whole, dropped }
}

const formEncoded = (text: string) => percentEncoded(text).replaceAll('%20', '+')

/** Whether a parameter of an address may be kept in the clear. */
export const mayStay = ([name]: Pair): boolean => !isSecretName(name)
