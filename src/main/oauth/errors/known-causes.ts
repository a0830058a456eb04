import { type GrantKind, grants } from '../../../shared/grants/facts.ts'
import type { RefusalCause } from '../../../shared/outcome.ts'
import { microsoftNumberIn } from './error-codes.ts'
import type { ServerError } from './error-fields.ts'
import { shownCode } from './shown-evidence.ts'

/** The cause of a refusal, as far as the server names it, with evidence that is safe to show. */
export interface Explanation {
  /** A code of the server's product beside that of the standard. */
  readonly providerCode?: string
  readonly cause?: RefusalCause
}

/**
 * Causes by the server's code, in lower case. Their meanings are in `error-codes.ts`.
 * The numbers of Microsoft stand there, each beside its meaning.
 */
const causesOfCodes: Readonly<Record<RefusalCause, readonly string[]>> = {
  // Google's page of an address that is not registered (2026), GitHub; Slack, OpenID Connect Provider
  'redirect-not-registered': ['redirect_uri_mismatch', 'bad_redirect_uri', 'invalid_redirect_uri'],
  'secret-required': [],
  'secret-not-allowed': [],
  // Slack, Zoho
  'secret-wrong': ['bad_client_secret', 'invalid_client_secret'],
  'secret-expired': [],
  'origin-required': [],
  'origin-not-allowed': [],
  // OpenID Connect Core §3.1.2.6
  'consent-required': ['consent_required'],
  // support.google.com/accounts/answer/16668185 (2026)
  'administrator-required': ['admin_policy_enforced', 'access_not_configured'],
  'user-not-assigned': [],
  // Amazon Cognito
  'account-unknown': ['usernotfoundexception'],
  // Auth0; Google, for a session that has to be confirmed again
  'more-proof-required': ['mfa_required', 'invalid_rapt'],
  policy: [],
  // Auth0, Salesforce
  'account-blocked': ['too_many_attempts', 'blocked_user', 'account_locked', 'account_disabled'],
  'password-expired': ['password_expired', 'passwordresetrequiredexception'],
  // Slack, HubSpot, Google
  'client-unknown': ['invalid_client_id', 'bad_client_id', 'client_not_found', 'deleted_client'],
  // Google
  'client-disabled': ['disabled_client'],
  'tenant-unknown': [],
  // GitHub: "The code passed is incorrect or expired."
  'code-expired': ['bad_verification_code'],
  'pkce-required': [],
  // GitHub: "The refresh token passed is incorrect or expired."; Supabase
  'refresh-token-expired': [
    'bad_refresh_token',
    'refresh_token_expired',
    'refresh_token_already_used',
  ],
  // Salesforce; GitHub's device flow (cli/oauth, device_flow.go)
  'grant-switched-off': ['oauth_flow_disabled', 'device_flow_disabled'],
}

const byCode = new Map(
  (Object.keys(causesOfCodes) as RefusalCause[]).flatMap((cause) =>
    causesOfCodes[cause].map((code) => [code, cause] as const),
  ),
)

/** Causes by the server's words; the first that fits counts. Each names where it was seen. */
const causesOfTexts: readonly (readonly [RefusalCause, RegExp])[] = [
  // Auth0 (lobehub/lobehub#4258)
  ['redirect-not-registered', /callback url mismatch|not in the list of allowed callback urls/i],
  // Keycloak (Activiti/activiti-modeling-app#79)
  ['redirect-not-registered', /\binvalid parameter: redirect_uri\b/i],
  // OpenID Connect Provider 9, lib/helpers/errors.js
  ['redirect-not-registered', /\bredirect_uri did not match any of the client's registered/i],
  // Google, for desktop clients (lalalune/outreachr#25)
  ['secret-required', /\bclient_secret is missing\b/i],
  // Okta (okta/samples-js-vue#118, tailscale/tailscale#3334)
  ['user-not-assigned', /\buser is not assigned to the client application\b/i],
  // Okta (goauthentik/authentik#16398, okta/okta-auth-js#1431)
  [
    'pkce-required',
    /\bpkce code challenge is required\b|\bmust use proof key for code exchange\b/i,
  ],
  // Keycloak (react-keycloak/react-keycloak-examples#13)
  ['pkce-required', /\bmissing parameter: code_challenge(?:_method)?\b/i],
  // OpenID Connect Provider 9, lib/actions/authorization/sender_constraints.js; RFC 7636 §4.4.1
  ['pkce-required', /\bpolicy requires pkce\b|\bcode challenge required\b/i],
  // Keycloak 26, AuthorizationCodeGrantType.java
  ['code-expired', /^code (?:not valid|is expired)$/i],
  // Okta (oktadev/okta-smartfhir-docs#13), Dropbox
  ['code-expired', /\bcode (?:is invalid or has expired|doesn't exist or has expired)\b/i],
  // Auth0 (auth0/nextjs-auth0#1367), FusionAuth (fusionauth-issues#150)
  ['code-expired', /\binvalid authorization code\b/i],
  // Okta (okta/okta-oidc-js#839)
  ['code-expired', /\bpkce verification failed\b/i],
  // Auth0 (auth0/nextjs-auth0#498); Okta
  ['refresh-token-expired', /\bunknown or invalid refresh token\b/i],
  ['refresh-token-expired', /\brefresh token is invalid or expired\b/i],
  // Keycloak (keycloak/keycloak#37961, s3pweb/keycloak-admin-client-cjs#15); Google
  ['refresh-token-expired', /^(?:token is not active|session not active)$/i],
  ['refresh-token-expired', /^token has been expired or revoked\.?$/i],
  // Keycloak 26, AuthorizationCodeGrantType.java
  ['consent-required', /\bclient no longer has requested consent from user\b/i],
  ['account-blocked', /^(?:user|account) disabled$/i],
  ['grant-switched-off', /\bclient not allowed (?:to exchange code|for direct access grants)\b/i],
  // Auth0
  ['grant-switched-off', /\bgrant type '[^']*' not allowed for the client\b/i],
  // OpenID Connect Provider 9, lib/actions/token.js
  ['grant-switched-off', /\brequested grant type is not allowed for this client\b/i],
]

/**
 * The codes of products that may be shown: a fixed prefix and digits, so that no value that a server
 * echoes can stand in their place. Okta numbers its errors (`E0000004`).
 */
const productCode = /\b(?:AADSTS|AADB2C)\d{4,8}\b|\bE0\d{6}\b/

function providerCodeOf({ code, texts }: ServerError, secrets: readonly string[]): string | null {
  const text = [code ?? '', ...texts].join('\n')
  const found = microsoftNumberIn(text)?.code ?? productCode.exec(text)?.[0] ?? null
  return shownCode(found, secrets)
}

function causeOf({ code, texts }: ServerError): RefusalCause | null {
  const microsoft = microsoftNumberIn(texts.join('\n'))
  if (microsoft !== null) return microsoft.cause
  const rule = causesOfTexts.find(([, says]) => texts.some((text) => says.test(text.trim())))
  return rule?.[0] ?? byCode.get(code?.toLowerCase() ?? '') ?? null
}

/**
 * Returns the cause that an error names: of a response (RFC 6749 §5.2), or of a redirect
 * (§4.1.2.1), whose `error` is the code and whose `error_description` the text. `grantType` is the
 * grant of the request; servers say of a code and of a refresh token alike that it has expired.
 */
export function explainedBy(
  error: ServerError,
  { secrets, grantType }: { readonly secrets: readonly string[]; readonly grantType: GrantKind },
): Explanation {
  const providerCode = providerCodeOf(error, secrets)
  const named = causeOf(error)
  const isOfTime = named === 'code-expired' || named === 'refresh-token-expired'
  const isOfCode = grants[grantType].renewal === 'needs-person'
  const cause = isOfTime ? (isOfCode ? 'code-expired' : 'refresh-token-expired') : named
  return {
    ...(providerCode === null ? {} : { providerCode }),
    ...(cause === null ? {} : { cause }),
  }
}
