import type { RefusalCause } from '../../../shared/outcome.ts'
import type { RefusalKind } from '../../../shared/refusal-rule.ts'

/**
 * The meaning of a code or a text. `the-grant`: the credentials of the grant, such as the user's
 * or the refresh token (RFC 6749 §5.2). `more-than-the-grant`: the grant is right, and the server
 * requires the user to do more in a browser.
 */
export type Meaning =
  | Exclude<RefusalKind, 'user-refused' | 'needs-sign-in'>
  | 'the-grant'
  | 'more-than-the-grant'

/**
 * RFC 6749 §5.2; after it RFC 6749 §4.1.2.1, RFC 8628 §3.5, RFC 8707 §2, RFC 9449 §5 and
 * §8, RFC 9396 §5 and OpenID Connect Core §3.1.2.6.
 */
const standardCodes: ReadonlyMap<string, Meaning> = new Map([
  ['invalid_client', 'client-refused'],
  ['invalid_grant', 'the-grant'],
  ['unauthorized_client', 'grant-not-allowed'],
  ['unsupported_grant_type', 'grant-not-allowed'],
  ['invalid_scope', 'scope-refused'],
  ['invalid_request', 'bad-request'],
  ['server_error', 'server-trouble'],
  ['temporarily_unavailable', 'server-trouble'],
  ['slow_down', 'rate-limited'],
  ['invalid_target', 'bad-request'],
  ['invalid_dpop_proof', 'grant-not-allowed'],
  ['use_dpop_nonce', 'grant-not-allowed'],
  ['invalid_authorization_details', 'bad-request'],
  ['interaction_required', 'more-than-the-grant'],
  ['login_required', 'more-than-the-grant'],
  ['consent_required', 'more-than-the-grant'],
  ['account_selection_required', 'more-than-the-grant'],
  // OpenID Connect Core Error Code unmet_authentication_requirements
  ['unmet_authentication_requirements', 'more-than-the-grant'],
])

/** Codes that products and services use beside the standard's, in lower case. */
const otherCodes: ReadonlyMap<string, Meaning> = new Map([
  // GitHub
  ['incorrect_client_credentials', 'client-refused'],
  ['bad_refresh_token', 'the-grant'],
  ['bad_verification_code', 'the-grant'],
  ['device_flow_disabled', 'grant-not-allowed'],
  ['unverified_user_email', 'more-than-the-grant'],
  // Slack
  ['invalid_client_id', 'client-refused'],
  ['bad_client_secret', 'client-refused'],
  ['invalid_refresh_token', 'the-grant'],
  ['token_expired', 'the-grant'],
  ['token_revoked', 'the-grant'],
  ['account_inactive', 'the-grant'],
  ['invalid_auth', 'the-grant'],
  ['invalid_grant_type', 'grant-not-allowed'],
  ['ratelimited', 'rate-limited'],
  ['internal_error', 'server-trouble'],
  ['fatal_error', 'server-trouble'],
  ['service_unavailable', 'server-trouble'],
  // Zoho, Amazon Cognito
  ['invalid_client_secret', 'client-refused'],
  ['invalid_code', 'the-grant'],
  ['notauthorizedexception', 'the-grant'],
  ['usernotfoundexception', 'the-grant'],
  ['usernotconfirmedexception', 'more-than-the-grant'],
  ['passwordresetrequiredexception', 'more-than-the-grant'],
  ['toomanyrequestsexception', 'rate-limited'],
  ['limitexceededexception', 'rate-limited'],
  ['internalerrorexception', 'server-trouble'],
  // Salesforce
  ['inactive_user', 'the-grant'],
  ['inactive_org', 'the-grant'],
  ['app_not_found', 'client-refused'],
  ['invalid_app_access', 'grant-not-allowed'],
  ['oauth_flow_disabled', 'grant-not-allowed'],
  ['rate_limit_exceeded', 'rate-limited'],
  ['unknown_error', 'server-trouble'],
  // Auth0; a blocked account is not a matter of waiting a little
  ['invalid_user_password', 'the-grant'],
  ['mfa_required', 'more-than-the-grant'],
  ['too_many_attempts', 'the-grant'],
  ['blocked_user', 'the-grant'],
  ['password_leaked', 'the-grant'],
  ['too_many_requests', 'rate-limited'],
  ['access_blocked', 'the-grant'],
  // Okta, which numbers its errors
  ['e0000004', 'the-grant'],
  ['e0000047', 'rate-limited'],
  ['e0000009', 'server-trouble'],
  // HubSpot
  ['bad_client_id', 'client-refused'],
  ['bad_grant_type', 'grant-not-allowed'],
  // Google
  ['deleted_client', 'client-refused'],
  ['disabled_client', 'client-refused'],
  ['invalid_rapt', 'more-than-the-grant'],
  ['admin_policy_enforced', 'more-than-the-grant'],
  ['org_internal', 'more-than-the-grant'],
  // IdentityServer, ASP.NET, Supabase and others that say it in a word of their own
  ['invalid_username_or_password', 'the-grant'],
  // Simple JWT for Django
  ['no_active_account', 'the-grant'],
  ['invalid_credentials', 'the-grant'],
  ['invalid_login', 'the-grant'],
  ['invalid_password', 'the-grant'],
  ['invalid_user', 'the-grant'],
  ['user_not_found', 'the-grant'],
  ['user_disabled', 'the-grant'],
  ['user_banned', 'the-grant'],
  ['account_locked', 'the-grant'],
  ['account_disabled', 'the-grant'],
  ['password_expired', 'the-grant'],
  ['refresh_token_not_found', 'the-grant'],
  ['refresh_token_already_used', 'the-grant'],
  ['refresh_token_expired', 'the-grant'],
  ['session_expired', 'the-grant'],
  ['email_not_confirmed', 'more-than-the-grant'],
  ['invalid_client_credentials', 'client-refused'],
  ['client_not_found', 'client-refused'],
  ['unknown_client', 'client-refused'],
  ['unsupported_grant', 'grant-not-allowed'],
  ['over_request_rate_limit', 'rate-limited'],
  ['rate_limit', 'rate-limited'],
  ['rate_limited', 'rate-limited'],
  ['throttled', 'rate-limited'],
  ['internal_server_error', 'server-trouble'],
  ['request_timeout', 'server-trouble'],
  // WSO2 API Manager
  ['900800', 'rate-limited'],
  ['900802', 'rate-limited'],
  // Apigee
  ['oauth.v2.invalidclientidentifier', 'client-refused'],
  ['oauth.v2.invalidrefreshtoken', 'the-grant'],
  ['oauth.v2.refreshtokenexpired', 'the-grant'],
  ['keymanagement.service.invalid_refresh_token', 'the-grant'],
  ['keymanagement.service.refresh_token_expired', 'the-grant'],
  ['keymanagement.service.invalidclientidentifierforshadowcredentials', 'client-refused'],
  ['policies.ratelimit.quotaviolation', 'rate-limited'],
  ['policies.ratelimit.spikearrestviolation', 'rate-limited'],
])

/** `invalid_scopes`, `scope_not_allowed`, `InvalidScope`: the standard's code in other words. */
const scopeAsWord = /(?:^|[^a-z])scopes?(?:[^a-z]|$)/i
const scopeInCamelCase = /(?:[a-z]|^)Scopes?(?![a-z])/

/**
 * Returns the meaning of a server's code, compared without case; `null` if the code is unknown or
 * too general.
 */
export function meaningOfCode(code: string | null): Meaning | null {
  if (code === null) return null
  const word = code.toLowerCase()
  const isScope = scopeAsWord.test(code) || scopeInCamelCase.test(code)
  const known = standardCodes.get(word) ?? otherCodes.get(word)
  return known ?? (isScope ? 'scope-refused' : null)
}

/** Returns true if a code is listed here, and so cannot be an echo of a secret. */
export function isListedCode(code: string | null): boolean {
  const word = code?.toLowerCase() ?? ''
  return standardCodes.has(word) || otherCodes.has(word)
}

type NumberRow = readonly [Meaning, RefusalCause | null, readonly number[]]

/**
 * The numbers of Microsoft Entra ID (AADSTS…), by meaning and cause. Those with a cause are as in its
 * table of April 2024 (docs/identity-platform/reference-error-codes.md), which lists neither
 * 9002326 nor 9002327 (seen in AzureAD/microsoft-authentication-library-for-js#2482 and #5196).
 */
const entra: readonly NumberRow[] = [
  ['client-refused', null, [50012, 70002, 700027, 7000216]],
  ['client-refused', 'client-unknown', [700011, 700016]],
  ['client-refused', 'client-disabled', [70001, 7000112]],
  ['client-refused', 'secret-required', [7000218]],
  ['client-refused', 'secret-not-allowed', [700025]],
  ['client-refused', 'secret-wrong', [7000215]],
  ['client-refused', 'secret-expired', [7000222]],
  // A user's name, password or account
  ['the-grant', null, [50056, 50064, 50126, 50135, 50197, 80012]],
  ['the-grant', 'account-unknown', [50020, 50034, 51004]],
  ['the-grant', 'account-blocked', [50053, 50057]],
  ['the-grant', 'password-expired', [50055, 50144]],
  // A code or a refresh token
  ['the-grant', 'code-expired', [54005]],
  ['the-grant', 'refresh-token-expired', [50089, 50132, 50133, 50139, 50173]],
  ['the-grant', 'refresh-token-expired', [70000, 70008, 70043, 700082, 700084]],
  // A second factor, a registered device, a consent, a policy
  ['more-than-the-grant', null, [50058, 50085, 50125, 50140, 50199, 65004]],
  ['more-than-the-grant', 'account-unknown', [16000, 16003, 50014, 90072, 500208]],
  ['more-than-the-grant', 'more-proof-required', [50072, 50074, 50076, 50078, 50079]],
  ['more-than-the-grant', 'more-proof-required', [50158, 53004]],
  ['more-than-the-grant', 'user-not-assigned', [50105]],
  ['more-than-the-grant', 'policy', [50002, 50005, 50097, 50127, 50129, 50131, 50155, 50187]],
  ['more-than-the-grant', 'policy', [53000, 53001, 53002, 53003, 53010, 53011, 500021, 500022]],
  ['more-than-the-grant', 'policy', [500212, 500213, 530003, 530032, 530034, 530035]],
  ['more-than-the-grant', 'consent-required', [65001, 90008]],
  ['more-than-the-grant', 'administrator-required', [90094, 90095, 90099]],
  ['grant-not-allowed', null, [70003, 700038]],
  ['grant-not-allowed', 'tenant-unknown', [9001023]],
  ['scope-refused', null, [65005, 70011, 1002012]],
  ['bad-request', null, [50001, 500011, 650052, 650057, 90004, 90009]],
  ['bad-request', null, [90013, 90014, 90023, 90100, 90102, 900023, 900144, 901002, 9002313]],
  ['bad-request', 'redirect-not-registered', [50011, 70004, 900971]],
  ['bad-request', 'origin-required', [9002327]],
  ['bad-request', 'origin-not-allowed', [9002326]],
  ['bad-request', 'tenant-unknown', [50049, 50059, 50128, 50194, 90002, 90019, 90124, 90130]],
  ['bad-request', 'tenant-unknown', [9002332]],
  ['rate-limited', null, [50166, 50196, 90055]],
  ['server-trouble', null, [40008, 40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80007]],
  ['server-trouble', null, [90006, 90012, 90024, 90033, 90036, 90090, 90091]],
]

/** The numbers of Azure AD B2C (AADB2C…). */
const b2c: readonly NumberRow[] = [
  ['the-grant', null, [90053, 90054, 90080, 90088, 90129, 90225]],
  ['client-refused', null, [90081, 90082, 90085]],
  ['scope-refused', null, [90055, 90117]],
  ['rate-limited', null, [90229]],
]

interface MicrosoftNumber {
  /** As the server writes it. */
  readonly code: string
  readonly meaning: Meaning
  readonly cause: RefusalCause | null
}

const byMark = (mark: string, table: readonly NumberRow[]) =>
  table.flatMap(([meaning, cause, numbers]) =>
    numbers.map((number) => [`${mark}${number}`, { meaning, cause }] as const),
  )

const microsoftNumbers: ReadonlyMap<string, Omit<MicrosoftNumber, 'code'>> = new Map([
  ...byMark('AADSTS', entra),
  ...byMark('AADB2C', b2c),
])

/**
 * Returns the first number of Microsoft in a text that is known; `null` if there is none. It is more
 * precise than the `error` beside it, which is `invalid_grant` for a wrong password, a missing
 * consent and an expired token alike.
 */
export function microsoftNumberIn(text: string): MicrosoftNumber | null {
  const codes = text.match(/\bAAD(?:STS|B2C)\d{4,8}\b/g) ?? []
  for (const code of codes) {
    const known = microsoftNumbers.get(code)
    if (known !== undefined) return { code, ...known }
  }
  return null
}
