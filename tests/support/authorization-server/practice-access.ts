import type { PracticeAccess } from '../../../src/main/practice-server/practice-access.ts'

/** What a practice server at this origin tells about itself. */
export function practiceAccessOf(origin = 'http://127.0.0.1:4711'): PracticeAccess {
  return {
    tokenEndpoint: `${origin}/token`,
    endpoints: {
      issuer: origin,
      authorizationEndpoint: `${origin}/auth`,
      deviceAuthorizationEndpoint: `${origin}/device/auth`,
      revocationEndpoint: `${origin}/token/revocation`,
      introspectionEndpoint: `${origin}/token/introspection`,
      userinfoEndpoint: `${origin}/me`,
      jwksUri: `${origin}/jwks`,
    },
    clientId: 'desk',
    clientSecret: 'the client secret',
    publicClientId: 'desk-app',
    userName: 'ada@practice.example',
    password: 'the password',
    scope: 'read write',
    signInScope: 'openid offline_access read write',
  }
}
