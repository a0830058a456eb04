import { describe, expect, it } from 'vitest'
import { problemOfNetError } from '../../../src/main/platform/net-error.ts'

describe("Chromium's reasons for no answer", () => {
  it.each([
    ['ERR_INTERNET_DISCONNECTED', 'offline', false],
    ['ERR_NAME_NOT_RESOLVED', 'name-not-found', false],
    ['ERR_NAME_RESOLUTION_FAILED', 'name-not-found', false],
    ['ERR_DNS_TIMED_OUT', 'name-not-found', false],
    ['ERR_CONNECTION_REFUSED', 'connection-refused', false],
    ['ERR_CONNECTION_RESET', 'connection-lost', true],
    ['ERR_CONNECTION_CLOSED', 'connection-lost', true],
    ['ERR_CONNECTION_ABORTED', 'connection-lost', true],
    ['ERR_EMPTY_RESPONSE', 'connection-lost', true],
    ['ERR_RESPONSE_HEADERS_TRUNCATED', 'connection-lost', true],
    ['ERR_CONTENT_LENGTH_MISMATCH', 'connection-lost', true],
    ['ERR_INCOMPLETE_CHUNKED_ENCODING', 'connection-lost', true],
    ['ERR_NETWORK_CHANGED', 'connection-lost', true],
    ['ERR_HTTP2_PROTOCOL_ERROR', 'connection-lost', true],
    ['ERR_TIMED_OUT', 'timeout', true],
    ['ERR_CONNECTION_TIMED_OUT', 'timeout', true],
    ['ERR_PROXY_CONNECTION_FAILED', 'proxy', false],
    ['ERR_PROXY_AUTH_UNSUPPORTED', 'proxy', true],
    ['ERR_PROXY_AUTH_REQUESTED', 'proxy', true],
    ['ERR_UNEXPECTED_PROXY_AUTH', 'proxy', true],
    ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy', false],
    ['ERR_SOCKS_CONNECTION_FAILED', 'proxy', false],
    ['ERR_MANDATORY_PROXY_CONFIGURATION_FAILED', 'proxy', false],
    ['ERR_PAC_SCRIPT_FAILED', 'proxy', false],
    ['ERR_PROXY_CERTIFICATE_INVALID', 'proxy', true],
    ['ERR_SSL_PROTOCOL_ERROR', 'no-secure-connection', true],
    ['ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'no-secure-connection', true],
    ['ERR_SSL_UNRECOGNIZED_NAME_ALERT', 'no-secure-connection', true],
    ['ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'client-certificate', true],
    ['ERR_BAD_SSL_CLIENT_AUTH_CERT', 'client-certificate', true],
    ['ERR_SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY', 'client-certificate', true],
    ['ERR_ADDRESS_UNREACHABLE', 'other', false],
    ['ERR_UNSAFE_PORT', 'other', false],
    ['ERR_INVALID_HTTP_RESPONSE', 'other', true],
    ['ERR_CONTENT_DECODING_FAILED', 'other', true],
    ['ERR_RESPONSE_HEADERS_TOO_BIG', 'other', true],
    ['ERR_SOMETHING_NEW', 'other', true],
    ['words', 'other', true],
  ])('%s: %s, and it proves no more than it says', (name, reason, mayHaveArrived) => {
    const problem = { kind: 'unreachable', reason, mayHaveArrived }
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
    ['ERR_SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', 'other'],
  ])('%s: the certificate, %s', (name, problem) => {
    expect(problemOfNetError(`net::${name}`)).toEqual({ kind: 'certificate-not-trusted', problem })
  })
})
