import { authorizationServerAt } from '../../../shared/authorization-servers.ts'
import {
  defaultRedirectAddress,
  hasAnyPort,
  isListenedTo,
  redirectProblem,
} from '../../../shared/redirect-address.ts'
import type { FormValues } from './values.ts'

/** Something to know about a redirect address before it is registered with the service. */
export type RedirectRemark =
  /** Other programs often use the port, or only administrators may. */
  | { readonly kind: 'busy-port'; readonly port: string }
  /** The service takes another name of this computer only. */
  | { readonly kind: 'other-name'; readonly address: string }
  /** The app receives nothing there: the user has to paste the address. */
  | { readonly kind: 'to-paste' }
  /** The people who run the page see the code, which is of no use to them. */
  | { readonly kind: 'seen-by-others' | 'useless-to-others' }

/** The ports of development servers and proxies. */
const usualPorts: ReadonlySet<string> = new Set(['3000', '5173', '8000', '8080', '3128'])

/** Ports below it belong to the system (RFC 6335 §6); without a port it is 80. */
const firstFreePort = 1024

/** Returns the port of an address at which the app listens, if it is a bad choice. */
function busyPort({ port }: URL): string | undefined {
  const number = port === '' ? '80' : port
  // The port 0 is any free one.
  const isOfSystem = number !== '0' && Number(number) < firstFreePort
  return isOfSystem || usualPorts.has(number) ? number : undefined
}

/** The authority of an http address, with its port. */
const authority = /^(http:\/\/(?:\[[^\]]*\]|[^/?:]*))(?::\d*)?/i

const isNumber = (url: URL) => url.hostname !== 'localhost'

/** Returns the address under the name that the service takes; `null` if it has that name. */
function underOtherName(address: string, authorizationEndpoint: string): string | null {
  const { loopbackName } = authorizationServerAt(authorizationEndpoint)
  const isTaken = isNumber(new URL(address)) === (loopbackName !== 'localhost')
  if (loopbackName === undefined || isTaken) return null
  return address.replace(/^(http:\/\/)(?:\[[^\]]*\]|[^/?:]*)/i, `$1${loopbackName}`)
}

/** Returns what to say about a redirect address; nothing about one that is wrong anyway. */
export function redirectRemarks({
  redirectAddress: typed,
  authorizationEndpoint,
  codeChallengeMethod,
}: Pick<
  FormValues,
  'redirectAddress' | 'authorizationEndpoint' | 'codeChallengeMethod'
>): readonly RedirectRemark[] {
  const address = typed.trim()
  if (redirectProblem(address) !== undefined) return []
  const url = new URL(address)
  if (isListenedTo(address)) {
    const port = busyPort(url)
    const other = underOtherName(address, authorizationEndpoint)
    return [
      ...(other === null ? [] : [{ kind: 'other-name', address: other } as const]),
      ...(port === undefined ? [] : [{ kind: 'busy-port', port } as const]),
    ]
  }
  if (url.protocol !== 'https:') return [{ kind: 'to-paste' }]
  // RFC 7636 §1: without the verifier, which never leaves this computer, a code buys no token.
  const isProtected = codeChallengeMethod === 'S256'
  return [{ kind: 'to-paste' }, { kind: isProtected ? 'useless-to-others' : 'seen-by-others' }]
}

/** Returns whether the user may leave the port to the app, or has done so. */
export function mayHaveAnyPort({
  redirectAddress: typed,
  authorizationEndpoint,
}: Pick<FormValues, 'redirectAddress' | 'authorizationEndpoint'>): boolean {
  const address = typed.trim()
  const { ignoresPort } = authorizationServerAt(authorizationEndpoint)
  if (!isListenedTo(address)) return false
  const isIgnored =
    ignoresPort === 'of-numbers' ? isNumber(new URL(address)) : ignoresPort === 'always'
  return isIgnored || hasAnyPort(address)
}

/** Returns the address with any port, which is written as 0, or with that of the default. */
export function withAnyPort(address: string, isAny: boolean): string {
  const port = isAny ? '0' : new URL(defaultRedirectAddress).port
  return address.trim().replace(authority, `$1:${port}`)
}

/** Returns the address as it is registered with the service: any port is none there. */
export function registeredAddress(typed: string): string {
  const address = typed.trim()
  return hasAnyPort(address) ? address.replace(authority, '$1') : address
}
