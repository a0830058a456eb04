import { z } from 'zod'

const address = z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ })

/** The addresses and credentials of a running practice server, including both secrets. */
export const practiceAccess = z.strictObject({
  tokenEndpoint: address,
  endpoints: z.strictObject({
    issuer: address,
    authorizationEndpoint: address,
    deviceAuthorizationEndpoint: address,
    revocationEndpoint: address,
    introspectionEndpoint: address,
    userinfoEndpoint: address,
    jwksUri: address,
  }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** The client without a secret (RFC 6749 §2.1), for sign-ins. */
  publicClientId: z.string().min(1),
  userName: z.string().min(1),
  password: z.string().min(1),
  scope: z.string().min(1),
  /** The scope of a sign-in: it brings an ID token and a refresh token, too. */
  signInScope: z.string().min(1),
})
export type PracticeAccess = z.infer<typeof practiceAccess>
/** The part that is known before the server has an address. */
export type PracticeCredentials = Omit<PracticeAccess, 'tokenEndpoint' | 'endpoints'>
