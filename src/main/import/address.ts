import { tokenEndpoint } from '../../shared/token-endpoint.ts'
import { isSecretName } from '../oauth/token-shapes.ts'
import type { Pair } from './pasted-request.ts'
import { percentDecoded } from './percent-encoded.ts'
import { isAddressToFillIn } from './placeholder.ts'
import { readQuery } from './request-body.ts'

/** An address in its parts. */
export interface Address {
  /** Without credentials and without the parameters; empty where the reader is to fill it in. */
  readonly url: string
  readonly host: string
  readonly path: string
  /** `id:secret` before an `@`; `null` if there is none. */
  readonly user: string | null
  readonly query: readonly Pair[]
}

const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i

/** Like curl, but for Token Desk an address without a scheme is https, unless it is local. */
function withScheme(written: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return written
  return `${isHere.test(written) ? 'http' : 'https'}://${written}`
}

/**
 * An address as it is sent: letters of other scripts look like those of somebody else's name,
 * and some signs turn a line around. Any other text stays as it is.
 */
export function inAscii(address: string): string {
  return /[^ -~]/.test(address) && URL.canParse(address) ? new URL(address).href : address
}

/** Takes apart what was written as an address. */
export function readAddress(written: string): Address {
  const [whole = ''] = written.trim().split('#')
  const mark = whole.indexOf('?')
  const query = mark < 0 ? [] : readQuery(whole.slice(mark + 1))
  const plain = withScheme(mark < 0 ? whole : whole.slice(0, mark))
  if (whole === '' || isAddressToFillIn(plain)) {
    const path = plain.replace(/^[a-z]+:\/\/[^/]*/i, '')
    return { url: '', host: '', path, user: null, query }
  }
  const [, scheme = '', credentials = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)(?:([^/]*)@)?(.*)$/is.exec(plain) ?? []
  const url = URL.canParse(scheme + rest) ? new URL(scheme + rest) : undefined
  return {
    url: inAscii(scheme + rest),
    host: url?.hostname ?? '',
    path: url?.pathname ?? '',
    user: credentials === '' ? null : credentials.split(':').map(percentDecoded).join(':'),
    query,
  }
}

/** An address with the parameters that may stay in it: nothing secret. */
export function withParameters(url: string, parameters: readonly Pair[]): string {
  const kept = new URLSearchParams(
    parameters.map(([name, value]): [string, string] => [name, value]),
  )
  const whole = kept.size === 0 ? url : `${url}?${kept}`
  return tokenEndpoint.safeParse(whole).success ? whole : url
}

/** Whether a parameter of an address may be kept in the clear. */
export const mayStay = ([name]: Pair): boolean => !isSecretName(name)
