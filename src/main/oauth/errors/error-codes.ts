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

/** The numbers of Microsoft Entra ID (AADSTS…), by meaning. */
const entra: readonly (readonly [Meaning, readonly number[]])[] = [
  ['client-refused', [50012, 70001, 70002, 700016, 700025, 700027]],
  ['client-refused', [7000112, 7000215, 7000216, 7000218, 7000222]],
  // A user's name, password or account
  ['the-grant', [50020, 50034, 50053, 50055, 50056, 50057, 50064, 50126, 50135, 50144]],
  ['the-grant', [50197, 51004, 80012]],
  // An expired refresh token
  ['the-grant', [50089, 50132, 50133, 50139, 50173, 70000, 70008, 70043, 700082, 700084]],
  // A second factor, a registered device, a consent, a policy
  ['more-than-the-grant', [16000, 50005, 50014, 50058, 50072, 50074, 50076, 50078, 50079, 50085]],
  ['more-than-the-grant', [50097, 50105, 50125, 50127, 50129, 50131, 50140, 50155, 50158, 50187]],
  ['more-than-the-grant', [50199, 53000, 53001, 53002, 53003, 53004, 65001, 65004]],
  ['more-than-the-grant', [90008, 90072, 90094, 530003]],
  ['grant-not-allowed', [70003, 700038, 9001023]],
  ['scope-refused', [65005, 70011, 1002012]],
  ['bad-request', [50001, 50049, 50059, 50128, 500011, 650052, 650057, 90002, 90004, 90009]],
  ['bad-request', [90013, 90014, 90019, 90023, 90100, 90102, 900023, 900144, 901002, 9002313]],
  ['rate-limited', [50166, 50196, 90055]],
  ['server-trouble', [40008, 40010, 50000, 50033, 50087, 70012, 80001, 80002, 80005, 80007]],
  ['server-trouble', [90006, 90012, 90024, 90033, 90036, 90090, 90091]],
]

/** The numbers of Azure AD B2C (AADB2C…). */
const b2c: readonly (readonly [Meaning, readonly number[]])[] = [
  ['the-grant', [90053, 90054, 90080, 90088, 90129, 90225]],
  ['client-refused', [90081, 90082, 90085]],
  ['scope-refused', [90055, 90117]],
  ['rate-limited', [90229]],
]

const byMark = (mark: string, table: typeof entra) =>
  table.flatMap(([meaning, numbers]) =>
    numbers.map((number) => [`${mark}${number}`, meaning] as const),
  )

const meanings: ReadonlyMap<string, Meaning> = new Map([
  ...byMark('AADSTS', entra),
  ...byMark('AADB2C', b2c),
])

/**
 * Returns the meaning of the first Microsoft number in a text. It is more precise than the `error`
 * beside it, which is `invalid_grant` for a wrong password, a missing consent and an expired token
 * alike.
 */
export function meaningOfMicrosoftNumber(text: string): Meaning | null {
  const marks = text.match(/\bAAD(?:STS|B2C)\d{4,8}/g) ?? []
  return marks.map((mark) => meanings.get(mark)).find((meaning) => meaning !== undefined) ?? null
}
