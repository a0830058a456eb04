import type { GrantKind } from '../../../shared/grants/facts.ts'
import { type Meaning, meaningOfCode } from './error-codes.ts'
import type { ServerError } from './error-fields.ts'

interface TextRule {
  /** The codes beside which the text counts; `*`: those that say little, or nothing known. */
  readonly codes: readonly string[]
  readonly grantType?: GrantKind
  readonly says: RegExp
  /** Must match as well. */
  readonly also?: RegExp
  /** Must not match. */
  readonly unless?: RegExp
  readonly means: Meaning
}

const dead =
  /\b(invalid|expired|revoked|unknown|incorrect|malformed|inactive|blacklisted|bad)\b|not (valid|found|active|recogni[sz]ed|known)|no longer|does ?n[o']t exist|already (been )?used|cannot decrypt|reuse|expir/i
const missing =
  /\b(missing|required|empty|blank|absent)\b|not (provided|present|specified|given|supplied|found in)|must (be|provide|include|contain)/i
const otherToken =
  /csrf|xsrf|anti-?forgery|\b(access|id)[ _-]?token|token[ _-]?(endpoint|url|type)|security token|\b(missing|required|not (provided|present|specified|given|supplied))\b/i
const wrong =
  /\b(invalid|incorrect|wrong|bad|unknown|failed|mismatch|denied|unauthori[sz]ed|unable)\b|not (valid|match|found|recogni[sz]ed|correct|registered|authenticated)|does ?n[o']t (match|exist)|error validating|could not|validat/i
const client =
  /\b(client|app|application|consumer)[ _-]?(id|identifier|key|secret|credentials?|authentication|auth)\b|\b(client|consumer) (not|does)\b|\b(invalid|unknown) client\b|validating (client|application)|full authentication is required/i
/** Client authentication (RFC 6749 §2.3), without the client's ID or secret being named. */
const clientAuthentication =
  /\bauthenticat\w+ (?:the |this )?(?:client|application)\b|\bclient[ _-]?(?:auth|authentication) (?:method|mechanism|scheme)\b|\b(?:token_endpoint_auth_method|client_secret_(?:basic|post|jwt)|private_key_jwt|client_assertion(?:_type)?)\b|\bauthorization header\b|\b(?:http )?basic (?:auth\w*|scheme|header|credentials)\b|\b(?:multiple|more than one|only one|several) (?:client )?(?:authentication|credentials)|\bno client (?:authentication|credentials)|\bclient credentials (?:should|must|in|from)\b/i
const user =
  /\b(user ?-?_?names?|users?|e-?mail( address)?|login|account)\b.{0,40}\bpass(word|phrase)|\bpassword\b.{0,40}\b(incorrect|invalid|wrong|expired|did ?n[o']t match|does ?n[o']t match)|\b(incorrect|invalid|wrong|expired) (user ?)?(password|login|user ?-?_?name)|\b(user|account)\b.{0,30}\b(locked|disabled|blocked|inactive|deactivated|suspended|not found)/i
/** The same without a hint at the wrong one of the two. */
const userCredentials =
  /\b(invalid|incorrect|wrong|bad|unknown) credentials? (for|of) (the |this )?(user|account|resource owner)\b|\b(user|account|resource owner)('s)? (credentials?|authentication|login)\b.{0,30}\b(invalid|incorrect|wrong|bad|failed|rejected|denied|not valid|did ?n[o']t match)\b|\b(invalid|incorrect|wrong|bad) (user|account|resource owner)('s)? (credentials?|login)\b|\b(no such|unknown|invalid) user\b(?![ -]?agent)|\b(authenticat\w+|login|log in|sign in) failed for (the |this )?(user|account)\b|\b(user|account)\b.{0,30}\b(does ?n[o']t exist|could not be authenticated)/i
/** Simple JWT and Django REST framework, Laravel, Devise: a user without that word. */
const userWithoutName =
  /\bno active account\b|\bunable to log in with (?:the )?provided credentials|\bthese credentials do not match our records|\b(?:invalid|incorrect|wrong) (?:e-?mail|login|username|user name) (?:or|and) password|\b(?:log ?in|sign ?in) (?:or password )?(?:is |was )?(?:failed|incorrect|invalid)\b/i
const grantType = /grant[ _-]?type|grant is not|password grant|client_credentials grant/i
const notAllowed =
  /unsupported|not (supported|allowed|enabled|permitted|authori[sz]ed|configured)|unauthori[sz]ed|disabled|invalid|unknown/i

/** Codes for a failure without a reason. */
const vagueCodes: ReadonlySet<string> = new Set([
  'invalid_request',
  'invalid_token',
  'access_denied',
  'unauthorized',
  'forbidden',
  'bad_request',
  'badrequest',
  'authentication_failed',
  'oauthexception',
])

/** Returns true for a missing code, and for one that gives no reason. */
export function isVagueCode(code: string | null): boolean {
  return code === null || vagueCodes.has(code.toLowerCase())
}

/** The first that fits counts. */
const textRules: readonly TextRule[] = [
  // ServiceNow answers so to every wrong secret and password.
  { codes: ['server_error'], says: /^access_denied$/i, means: 'the-grant' },
  {
    // Keycloak, Okta, where a policy asks for a second factor
    codes: ['*', 'invalid_grant'],
    says: /denied by sign[ -]?on policy|multi-?factor|two-?factor|\b[m2]fa\b|second factor/i,
    means: 'more-than-the-grant',
  },
  {
    // Zoho sends this under `access_denied`, Exact Online under 401.
    codes: ['*'],
    says: /too many (requests|calls)|rate[ -]?limit|throttl|quota exceeded/i,
    means: 'rate-limited',
  },
  {
    // Auth0, Okta
    codes: ['*'],
    says: /client is not authorized to access|policy evaluation failed/i,
    means: 'grant-not-allowed',
  },
  { codes: ['*'], says: /service not enabled within domain/i, means: 'bad-request' },
  {
    // Codes of their own, or `invalid_request`, about the scope
    codes: ['*'],
    says: /\bscopes?\b/i,
    also: new RegExp(`${wrong.source}|${missing.source}|${notAllowed.source}`, 'i'),
    unless: /grant[ _-]?type|client[ _-]?(id|secret)|refresh[ _-]?token|malformed/i,
    means: 'scope-refused',
  },
  {
    // Atlassian and LinkedIn call a dead refresh token so, Laravel Passport did.
    codes: ['*', 'unauthorized_client'],
    grantType: 'refreshToken',
    says: /refresh[ _-]?token/i,
    also: dead,
    unless: missing,
    means: 'the-grant',
  },
  {
    // A refresh sends no other token.
    codes: ['*'],
    grantType: 'refreshToken',
    says: /(?<![/.])\btoken\b(?!\/)/i,
    also: dead,
    unless: otherToken,
    means: 'the-grant',
  },
  {
    // Keycloak 15 and later, for a wrong client secret; "not allowed" stays what it says.
    codes: ['unauthorized_client'],
    says: /\binvalid client\b|\binvalid_(client|credentials)\b|client (secret|credentials)|unknown_client|not identified by any client/i,
    unless: /grant[ _-]?type|not (allowed|enabled|permitted)/i,
    means: 'client-refused',
  },
  {
    codes: ['*'],
    says: client,
    also: new RegExp(`${wrong.source}|${missing.source}`, 'i'),
    unless: /grant[ _-]?type|pass(word|phrase)/i,
    means: 'client-refused',
  },
  {
    codes: ['*'],
    says: clientAuthentication,
    unless: /grant[ _-]?type|pass(word|phrase)|refresh[ _-]?token/i,
    means: 'client-refused',
  },
  { codes: ['*'], grantType: 'password', says: userWithoutName, means: 'the-grant' },
  { codes: ['*'], grantType: 'password', says: user, unless: missing, means: 'the-grant' },
  {
    codes: ['*'],
    grantType: 'password',
    says: userCredentials,
    unless: missing,
    means: 'the-grant',
  },
  // Plain text has no code beside it.
  { codes: ['*'], says: /\binvalid[ _]grant\b(?![ _-]?type)/i, means: 'the-grant' },
  { codes: ['*'], says: grantType, also: notAllowed, unless: missing, means: 'grant-not-allowed' },
]

/**
 * Returns the meaning of a server's error texts where its code is too general; `null` if they are
 * not reliable. A refresh token counts as dead only if a text says so, because that makes the user
 * sign in again.
 */
export function meaningOfTexts(error: ServerError, asked: GrantKind): Meaning | null {
  const code = error.code?.toLowerCase() ?? ''
  const saysLittle = vagueCodes.has(code) || meaningOfCode(code) === null
  const rule = textRules.find((each) => {
    if (each.grantType !== undefined && each.grantType !== asked) return false
    if (!each.codes.includes(code) && !(saysLittle && each.codes.includes('*'))) return false
    return error.texts.some(
      (text) => each.says.test(text) && (each.also?.test(text) ?? true) && !each.unless?.test(text),
    )
  })
  return rule?.means ?? null
}
