import type { HttpResult } from '../engine/ports.ts'

type Problem = Extract<HttpResult, { kind: 'unreachable' | 'certificate-not-trusted' }>
type Reason = Extract<Problem, { kind: 'unreachable' }>['reason']
type CertificateProblem = Extract<Problem, { kind: 'certificate-not-trusted' }>['problem']

const certificateProblems: Readonly<Record<string, CertificateProblem>> = {
  ERR_CERT_DATE_INVALID: 'expired',
  ERR_CERT_COMMON_NAME_INVALID: 'wrong-host',
  ERR_CERT_AUTHORITY_INVALID: 'unknown-issuer',
  ERR_SSL_SERVER_CERT_BAD_FORMAT: 'other',
  ERR_SSL_SERVER_CERT_CHANGED: 'other',
  ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: 'other',
  ERR_SSL_KEY_USAGE_INCOMPATIBLE: 'other',
}

/** The first match counts. The names are those of Chromium's net_error_list. */
const reasons: readonly (readonly [RegExp, Reason])[] = [
  [/^ERR_INTERNET_DISCONNECTED$/, 'offline'],
  [/PROXY|TUNNEL|SOCKS|^ERR_PAC_/, 'proxy'],
  [/^ERR_(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_)/, 'name-not-found'],
  [/^ERR_CONNECTION_REFUSED$/, 'connection-refused'],
  [/^ERR_(CONNECTION_)?TIMED_OUT$/, 'timeout'],
  // The server requests a client certificate, or refuses the connection without one.
  [/SSL_CLIENT_AUTH_/, 'client-certificate'],
  [/^ERR_SSL_|^ERR_NO_SSL_VERSIONS_ENABLED$/, 'no-secure-connection'],
  [/^ERR_CONNECTION_(RESET|CLOSED|ABORTED)$/, 'connection-lost'],
  [/^ERR_(EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_)/, 'connection-lost'],
  [/^ERR_RESPONSE_HEADERS_TRUNCATED$/, 'connection-lost'],
  [/^ERR_(SOCKET_NOT_CONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED)$/, 'connection-lost'],
  [/^ERR_(HTTP2|QUIC)_/, 'connection-lost'],
]

/** Reasons and names that only occur before there is a connection. */
const neverConnected: ReadonlySet<Reason> = new Set([
  'offline',
  'name-not-found',
  'connection-refused',
])
const neverSent =
  /^ERR_(ADDRESS_(UNREACHABLE|INVALID|IN_USE)|UNSAFE_PORT|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|SOCKS_|PAC_|MANDATORY_PROXY_)/

/**
 * Returns why there is no response, from Chromium's error name: `ERR_…`, with or without `net::`.
 * `mayHaveArrived` is false if the name alone proves it.
 */
export function problemOfNetError(netError: string): Problem {
  const name = netError.replace(/^net::/, '')
  const problem = certificateProblems[name] ?? (name.startsWith('ERR_CERT_') ? 'other' : undefined)
  if (problem !== undefined) return { kind: 'certificate-not-trusted', problem }
  const reason = reasons.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
  const mayHaveArrived = !neverConnected.has(reason) && !neverSent.test(name)
  return { kind: 'unreachable', reason, mayHaveArrived }
}
