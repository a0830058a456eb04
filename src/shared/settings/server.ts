import { z } from 'zod'
import { endpoint } from '../token-endpoint.ts'

/** The addresses of a server. */
export const server = z.strictObject({
  tokenEndpoint: endpoint,
  /** Where a refresh token is used; absent: at the token endpoint. */
  refreshEndpoint: endpoint.exactOptional(),
})
