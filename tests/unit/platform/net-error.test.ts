import { describe, expect, it } from 'vitest'
import { problemOfNetError } from '../../../src/main/platform/net-error.ts'

describe("Chromium's reasons for no answer", () => {
  it.each([
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
    ['ERR_NAME_RESOLUTION_FAILED', 'name-not-found'],
    ['ERR_DNS_TIMED_OUT', 'name-not-found'],
    ['ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['ERR_CONNECTION_RESET', 'connection-lost'],
    ['ERR_CONNECTION_CLOSED', 'connection-lost'],
    ['ERR_CONNECTION_ABORTED', 'connection-lost'],
    ['ERR_EMPTY_RESPONSE', 'connection-lost'],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'connection-lost'],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'connection-lost'],
    ['ERR_NETWORK_CHANGED', 'connection-lost'],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'connection-lost'],
    ['ERR_TIMED_OUT', 'timeout'],
    ['ERR_CONNECTION_TIMED_OUT', 'timeout'],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy'],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
    ['ERR_SOCKS_CONNECTION_FAILED', 'proxy'],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy'],
    ['ERR_PAC_SCRIPT_FAILED', 'proxy'],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy'],
    ['ERR_ADDRESS_UNREACHABLE', 'other'],
    ['ERR_SSL_PROTOCOL_ERROR', 'other'],
    ['ERR_SOMETHING_NEW', 'other'],
    ['words', 'other'],
  ])('%s: %s', (name, reason) => {
    const problem = { kind: 'unreachable', reason }
    expect(problemOfNetError(`net::${name}`)).toEqual(problem)
    expect(problemOfNetError(name)).toEqual(problem)
  })

  it.each([
    ['ERR_CERT_DATE_INVALID', 'expired'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'wrong-host'],
    ['ERR_CERT_AUTHORITY_INVALID', 'unknown-issuer'],
    ['ERR_CERT_REVOKED', 'other'],
    ['ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'other'],
    ['ERR_SSL_SERVER_CERT_BAD_FORMAT', 'other'],
  ])('%s: the certificate, %s', (name, problem) => {
    expect(problemOfNetError(`net::${name}`)).toEqual({ kind: 'certificate-not-trusted', problem })
  })
})
