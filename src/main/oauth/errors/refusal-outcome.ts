import type { Instant } from '../../../shared/clock.ts'
import type { GatewayReason, Outcome } from '../../../shared/outcome.ts'
import type { GrantType } from '../../../shared/profile.ts'
import type { RefusalKind, RefusalRule } from '../../../shared/refusal-rule.ts'
import { readRetryAfter } from '../formats/dates.ts'
import type { BodyReading } from '../response/response-body.ts'
import {
  isListedCode,
  type Meaning,
  meaningOfCode,
  meaningOfMicrosoftNumber,
} from './error-codes.ts'
import type { ServerError } from './error-fields.ts'
import { meaningOfTexts } from './error-texts.ts'
import { gatewayReasonOf } from './gateway-answers.ts'
import { shownCode, shownPlace } from './shown-evidence.ts'
import { asksForPerson, errorInChallenges, readChallenges } from './www-authenticate.ts'

export interface Refusal {
  readonly status: number
  /** The status that says what a message without a known code does, if that is another one. */
  readonly meantStatus?: number
  /** Names in lower case; several of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyReading
  /** What the body says, if it says so. */
  readonly error: ServerError | null
}

export interface AnswerContext {
  /** What was asked for. */
  readonly grantType: GrantType
  readonly now: Instant
  /** What the provider's documentation says, beyond the standard; the first that fits counts. */
  readonly rules: readonly RefusalRule[]
  /** What a server may have echoed and nobody may see. */
  readonly secrets: readonly string[]
  /** The address that was asked; left out: not known. */
  readonly address?: string
}

/** Whose credentials a grant that is not accepted speaks of (RFC 6749 §5.2). */
const refusedGrant = {
  password: 'user-refused',
  client_credentials: 'client-refused',
  refresh_token: 'needs-sign-in',
} as const satisfies Record<GrantType, RefusalKind>

/** Where a person has to do more than to have the right password, this grant can't do it. */
const insufficientGrant = {
  password: 'grant-not-allowed',
  client_credentials: 'grant-not-allowed',
  refresh_token: 'needs-sign-in',
} as const satisfies Record<GrantType, RefusalKind>

function kindOf(meaning: Meaning, grantType: GrantType): RefusalKind {
  if (meaning === 'the-grant') return refusedGrant[grantType]
  return meaning === 'more-than-the-grant' ? insufficientGrant[grantType] : meaning
}

/** Too Early (RFC 8470 §5.2) says as well that the same request may be sent again. */
const isTrouble = (status: number) => status === 408 || status === 425 || status >= 500

/**
 * Servers without codes: 401 speaks of the client and 403 of whoever the grant
 * stands for (Semansys documents both; RFC 6749 §5.2 knows 401 for the client alone).
 * Nothing but words declares a refresh token dead: a bare 403 may come from a firewall,
 * and a bare 400 says nothing at all.
 */
function kindOfStatus(status: number, grantType: GrantType): RefusalKind {
  if (status === 401) return 'client-refused'
  if (status === 403 && grantType !== 'refresh_token') return refusedGrant[grantType]
  if (status === 429) return 'rate-limited'
  return isTrouble(status) ? 'server-trouble' : 'bad-request'
}

/** Answers of something that is no token endpoint, unless they carry a code that is known. */
const placesWithoutEndpoint: ReadonlySet<number> = new Set([404, 405, 410])

/** Where words are those of whatever stands in the way, so that only codes count. */
const hasWordsOfOthers = (status: number) =>
  placesWithoutEndpoint.has(status) || status === 429 || isTrouble(status)

/** Statuses that mean the same, whether a page comes with them or not. */
const hasOwnMeaning = (status: number) => [401, 429].includes(status) || isTrouble(status)

/**
 * Too many requests are that, whatever code a limiter reaches for, except where Auth0
 * blocks an account: wrong passwords did that, and waiting does not help.
 */
const isLimited = (status: number, code: string | null, grantType: GrantType) =>
  status === 429 && !(grantType === 'password' && code?.toLowerCase() === 'too_many_attempts')

/** A server in trouble that says "invalid request" may not have understood any. */
const isTroubleAlone = (status: number, code: string | null) =>
  isTrouble(status) && code?.toLowerCase() === 'invalid_request'

const isPage = (looksLike: string | null) =>
  looksLike === 'web-page' || looksLike === 'sign-in-page'

function knownMeaning(error: ServerError, status: number, grantType: GrantType): Meaning | null {
  if (isLimited(status, error.code, grantType)) return null
  const microsoft = meaningOfMicrosoftNumber(error.texts.join('\n'))
  if (microsoft !== null) return microsoft
  if (isTroubleAlone(status, error.code)) return null
  const texts = hasWordsOfOthers(status) ? null : meaningOfTexts(error, grantType)
  return texts ?? meaningOfCode(error.code)
}

/** RFC 6750 §3.1 has this code for APIs; in the body of a refusal Spring uses it so. */
function meaningOfToken(
  error: ServerError | null,
  status: number,
  grantType: GrantType,
): Meaning | null {
  const isToken = error?.code?.toLowerCase() === 'invalid_token' && status !== 429
  return isToken && grantType === 'refresh_token' ? 'the-grant' : null
}

/** What the body says, else what a challenge says; and which code to show. */
function hear({ status, headers, error }: Refusal, grantType: GrantType) {
  const challenged = errorInChallenges(readChallenges(headers['www-authenticate']))
  const spoken = [error, challenged].filter((each) => each !== null)
  const meanings = spoken.map((each) => knownMeaning(each, status, grantType))
  const meaning = meanings.find((each) => each !== null) ?? meaningOfToken(error, status, grantType)
  // Some repeat the status where the code should be.
  const codes = spoken.map(({ code }) => code).filter((each) => each !== String(status))
  return { meaning, code: codes.find((each) => each !== null) ?? null }
}

/**
 * A rule without a code says what the bare status means, not what else a server says; one
 * without a status says nothing of a status that goes before the code.
 */
function fits(
  rule: RefusalRule,
  { status, code, meaning }: { status: number; code: string | null; meaning: Meaning | null },
  grantType: GrantType,
): boolean {
  const isForCode = rule.code === undefined ? meaning === null : rule.code === code
  const isStatusFirst = isLimited(status, code, grantType) || isTroubleAlone(status, code)
  const isForStatus = rule.status === undefined ? !isStatusFirst : rule.status === status
  return isForCode && isForStatus && (rule.grantType ?? grantType) === grantType
}

/** A code that says what is wrong, so that neither a header nor the words beside it count. */
const isFirm = (code: string | null) =>
  meaningOfCode(code) !== null && code?.toLowerCase() !== 'invalid_request'

/**
 * Why a gateway refused, if one did. A code of OAuth comes from the server behind it, except
 * that some servers have their own lists of network addresses.
 */
function gatewayRefusal({ status, headers, body, error }: Refusal): GatewayReason | null {
  if (placesWithoutEndpoint.has(status) || status === 429 || isTrouble(status)) return null
  const page = body.kind === 'unreadable' ? [body.text] : []
  const texts = [...(error?.texts ?? []), ...page]
  const reason = gatewayReasonOf({ status, headers, texts })
  return reason === 'network-address' || !isFirm(error?.code ?? null) ? reason : null
}

/** Addresses that by their name are authorization endpoints (RFC 6749 §3.1). */
const authorizationPath =
  /\/(?:authori[sz]e|authori[sz]ation)\/?$|\/(?:oauth2?|openid-connect|oidc)(?:\/v\d[\d.]*)?\/(?:auth|login|sign-?in)\/?$/i

function isAuthorizationAddress(address: string | undefined): boolean {
  return URL.canParse(address ?? '') && authorizationPath.test(new URL(address ?? '').pathname)
}

/**
 * Returns true if the answer comes from where people sign in: it asks for a person by single sign-on
 * (RFC 4559), misses what only an authorization request has (RFC 6749 §4.1.1), or refuses
 * without a code at an address that is called so.
 */
function isSignInAddress(refusal: Refusal, { address }: AnswerContext, meaning: Meaning | null) {
  const { status, headers, error } = refusal
  if (isTrouble(status) || status === 429 || isFirm(error?.code ?? null)) return false
  if (status === 401 && asksForPerson(readChallenges(headers['www-authenticate']))) return true
  if (error?.texts.some((text) => /\b(?:unsupported_)?response_type\b/i.test(text))) return true
  const isRefused = meaning === null && [400, 401, 403].includes(status)
  return isRefused && isAuthorizationAddress(address)
}

/** What stands between the app and the server; `null` if the answer is a server's own. */
function obstacleOf(
  { status, headers, body }: Refusal,
  secrets: readonly string[],
): Outcome | null {
  const looksLike = body.kind === 'unreadable' ? body.looksLike : null
  const other = (look: NonNullable<typeof looksLike>) =>
    ({ kind: 'not-an-oauth-answer', status, looksLike: look }) as const
  if (status >= 300 && status < 400) {
    return { kind: 'moved', status, location: shownPlace(headers['location'], secrets) }
  }
  if (status === 407) return { kind: 'unreachable', reason: 'proxy' }
  // RFC 6585 §6: a network that lets nobody through who has not signed in.
  if (status === 511) return other('sign-in-page')
  const isServers = status >= 500 || status === 429
  const wantsPerson = asksForPerson(readChallenges(headers['www-authenticate']))
  if (!isServers && (wantsPerson || looksLike === 'sign-in-page')) return other('sign-in-page')
  if (looksLike !== null && isPage(looksLike) && !hasOwnMeaning(status)) return other(looksLike)
  // Plain text in the name of HTML: a server writes so, and so do guards, which say 403.
  const isCalledPage = body.kind === 'unreadable' && body.from === 'called-page'
  if (isCalledPage && status === 403) return other('web-page')
  return placesWithoutEndpoint.has(status) ? other(looksLike ?? 'something-else') : null
}

/**
 * What a refusal means to the user. What is known of the provider goes first; then a
 * code that is known, and the texts beside it where they say more, win over most statuses,
 * because servers send the same codes with 200, 400, 401 and 500. An answer that says
 * nothing of the kind and looks like a page comes from something else than the server.
 */
export function outcomeOfRefusal(refusal: Refusal, context: AnswerContext): Outcome {
  const { status, headers } = refusal
  const { grantType, rules, secrets, now } = context
  const { meaning, code } = hear(refusal, grantType)
  const rule = rules.find((each) => fits(each, { status, code, meaning }, grantType))
  const isEcho = !isListedCode(code) || secrets.includes(code ?? '')
  const evidence = { status, oauthError: isEcho ? shownCode(code, secrets) : code }
  if (!rule?.code) {
    if (isSignInAddress(refusal, context, meaning)) {
      return { kind: 'not-an-oauth-answer', status, looksLike: 'sign-in-address' }
    }
    const reason = gatewayRefusal(refusal)
    if (reason !== null) return { kind: 'gateway-refused', ...evidence, reason }
    const obstacle = meaning === null ? obstacleOf(refusal, secrets) : null
    if (obstacle !== null) return obstacle
  }
  const meant = refusal.meantStatus ?? status
  const general = meaning === null ? kindOfStatus(meant, grantType) : kindOf(meaning, grantType)
  const kind = rule?.means ?? general
  if (kind !== 'rate-limited' && kind !== 'server-trouble') return { kind, ...evidence }
  return { kind, ...evidence, retryAfterSeconds: readRetryAfter(headers, now) }
}

/** Returns true if an answer refuses although its status is that of a success. */
export function saysRefusal(refusal: Refusal, { grantType }: AnswerContext): boolean {
  const { error, status } = refusal
  const isKnown = error !== null && knownMeaning(error, status, grantType) !== null
  return isKnown || gatewayRefusal(refusal) !== null
}
