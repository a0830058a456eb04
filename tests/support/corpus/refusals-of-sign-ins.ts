import type { RefusalCause } from '../../../src/shared/outcome.ts'
import type { AnswerCase } from './answer-case.ts'
import { failure } from './failure-case.ts'
import { entra, entraDocs } from './failures-of-identity.ts'

type Kind = Parameters<typeof failure>[5]

/** A refusal of Entra to exchange the code of a browser. */
function byEntra(
  number: number,
  [code, kind]: readonly [code: string, kind: Kind],
  cause: RefusalCause | null,
  seen = entraDocs,
): AnswerCase {
  const providerCode = `AADSTS${number}`
  return failure(
    `Entra refuses a code: ${number}`,
    seen,
    'authorizationCode',
    code === 'invalid_client' ? 401 : 400,
    entra(number, code, 'In the words of the server.'),
    kind,
    { code, providerCode, ...(cause === null ? {} : { cause }) },
  )
}

const invalidGrant = (kind: Kind) => ['invalid_grant', kind] as const
const invalidRequest = ['invalid_request', 'bad-request'] as const
const invalidClient = ['invalid_client', 'client-refused'] as const

const microsoft: readonly AnswerCase[] = [
  byEntra(
    9002327,
    invalidRequest,
    'origin-required',
    'AzureAD/microsoft-authentication-library-for-js issue 2482',
  ),
  byEntra(9002326, invalidRequest, 'origin-not-allowed', 'umijs/umi-request issue 299'),
  byEntra(7000218, invalidClient, 'secret-required'),
  byEntra(700025, invalidClient, 'secret-not-allowed'),
  byEntra(7000215, invalidClient, 'secret-wrong'),
  byEntra(7000222, invalidClient, 'secret-expired'),
  byEntra(700016, ['unauthorized_client', 'client-refused'], 'client-unknown'),
  byEntra(7000112, ['unauthorized_client', 'client-refused'], 'client-disabled'),
  byEntra(50011, invalidRequest, 'redirect-not-registered'),
  byEntra(50194, invalidRequest, 'tenant-unknown'),
  byEntra(90002, invalidRequest, 'tenant-unknown'),
  byEntra(65001, invalidGrant('needs-sign-in'), 'consent-required'),
  byEntra(90094, invalidGrant('needs-sign-in'), 'administrator-required'),
  byEntra(50105, invalidGrant('needs-sign-in'), 'user-not-assigned'),
  byEntra(50020, invalidGrant('needs-sign-in'), 'account-unknown'),
  byEntra(50076, invalidGrant('needs-sign-in'), 'more-proof-required'),
  byEntra(53003, invalidGrant('needs-sign-in'), 'policy'),
  byEntra(54005, invalidGrant('needs-sign-in'), 'code-expired'),
  // The same number is about a refresh token at a refresh.
  byEntra(70008, invalidGrant('needs-sign-in'), 'code-expired'),
  byEntra(65004, invalidGrant('needs-sign-in'), null),
]

/** A refusal of another product to exchange the code. */
function byOther(
  name: string,
  seen: string,
  [error, words]: readonly [error: string, words: string],
  kind: Kind,
  cause: RefusalCause,
): AnswerCase {
  const body = { error, error_description: words }
  const told = { code: error, cause }
  return failure(name, seen, 'authorizationCode', 400, body, kind, told)
}

const others: readonly AnswerCase[] = [
  byOther(
    'Google: a desktop client without its secret',
    'lalalune/outreachr issue 25',
    ['invalid_request', 'client_secret is missing.'],
    'client-refused',
    'secret-required',
  ),
  byOther(
    'Google: another redirect address',
    'Google, error pages of 2026',
    ['redirect_uri_mismatch', 'Bad Request'],
    'bad-request',
    'redirect-not-registered',
  ),
  byOther(
    'Google: the client was deleted',
    'Google, error pages of 2026',
    ['deleted_client', 'The OAuth client was deleted.'],
    'client-refused',
    'client-unknown',
  ),
  byOther(
    'Okta: the code is over',
    'oktadev/okta-smartfhir-docs issue 13',
    ['invalid_grant', 'The authorization code is invalid or has expired.'],
    'needs-sign-in',
    'code-expired',
  ),
  byOther(
    'Okta: another verifier',
    'okta/okta-oidc-js issue 839',
    ['invalid_grant', 'PKCE verification failed.'],
    'needs-sign-in',
    'code-expired',
  ),
  byOther(
    'Auth0: the code is over',
    'auth0/nextjs-auth0 issue 1367',
    ['invalid_grant', 'Invalid authorization code'],
    'needs-sign-in',
    'code-expired',
  ),
  byOther(
    'Auth0: the grant is switched off',
    'Auth0, seen in public code',
    ['unauthorized_client', "Grant type 'authorization_code' not allowed for the client."],
    'grant-not-allowed',
    'grant-switched-off',
  ),
  byOther(
    'Keycloak: the code was used',
    'Keycloak 26, AuthorizationCodeGrantType.java',
    ['invalid_grant', 'Code not valid'],
    'needs-sign-in',
    'code-expired',
  ),
  byOther(
    'Keycloak: the code is too old',
    'Keycloak 26, AuthorizationCodeGrantType.java',
    ['invalid_grant', 'Code is expired'],
    'needs-sign-in',
    'code-expired',
  ),
  byOther(
    'Keycloak: the user is disabled',
    'Keycloak 26, AuthorizationCodeGrantType.java',
    ['invalid_grant', 'User disabled'],
    'needs-sign-in',
    'account-blocked',
  ),
  byOther(
    'Keycloak: the flow is switched off',
    'Keycloak 26, AuthorizationCodeGrantType.java',
    ['invalid_grant', 'Client not allowed to exchange code'],
    'needs-sign-in',
    'grant-switched-off',
  ),
  byOther(
    'Keycloak: the consent was withdrawn',
    'Keycloak 26, AuthorizationCodeGrantType.java',
    ['invalid_scope', 'Client no longer has requested consent from user'],
    'scope-refused',
    'consent-required',
  ),
  byOther(
    'OpenID Connect Provider: the grant is not among those of the client',
    'oidc-provider 9, lib/actions/token.js',
    ['invalid_request', 'requested grant type is not allowed for this client'],
    'grant-not-allowed',
    'grant-switched-off',
  ),
]

/** Refusals whose cause the server names, after a sign-in in the browser. */
export const refusalsOfSignIns: readonly AnswerCase[] = [...microsoft, ...others]
