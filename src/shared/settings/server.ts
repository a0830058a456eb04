import { z } from 'zod'
import { endpoint } from '../token-endpoint.ts'

/** The addresses of a server. */
export const server = z.strictObject({
  tokenEndpoint: endpoint,
  /** Where a refresh token is used; absent: at the token endpoint. */
  refreshEndpoint: endpoint.exactOptional(),
  /**
   * The issuer identifier (RFC 8414 §2, OpenID Connect Discovery §3). It is compared character by
   * character: a slash at its end counts.
   */
  issuer: endpoint.exactOptional(),
  /** Where people sign in, with a browser (RFC 6749 §3.1). */
  authorizationEndpoint: endpoint.exactOptional(),
  /** Where a device code comes from (RFC 8628 §3.1). */
  deviceAuthorizationEndpoint: endpoint.exactOptional(),
  /** If set, authorization requests are sent there first (RFC 9126). */
  pushedAuthorizationRequestEndpoint: endpoint.exactOptional(),
  revocationEndpoint: endpoint.exactOptional(),
  introspectionEndpoint: endpoint.exactOptional(),
  userinfoEndpoint: endpoint.exactOptional(),
  /** Where the server publishes the keys that its tokens are signed with. */
  jwksUri: endpoint.exactOptional(),
})
