import type { Instant } from '../../../shared/clock.ts'
import type { GrantKind } from '../../../shared/grants/facts.ts'
import type { GatewayReason, Outcome } from '../../../shared/outcome.ts'
import type { RefusalKind, RefusalRule } from '../../../shared/refusal-rule.ts'
import { readRetryAfter } from '../formats/dates.ts'
import { definitionOf } from '../grants/index.ts'
import type { ApiResult } from '../response/api-response.ts'
import type { BodyReading } from '../response/response-body.ts'
import { isListedCode, type Meaning, meaningOfCode, microsoftNumberIn } from './error-codes.ts'
import type { ServerError } from './error-fields.ts'
import { meaningOfTexts } from './error-texts.ts'
import { gatewayReasonOf } from './gateway-answers.ts'
import { type Explanation, explainedBy } from './known-causes.ts'
import { shownCode, shownPlace } from './shown-evidence.ts'
import { asksForPerson, errorInChallenges, readChallenges } from './www-authenticate.ts'

export interface Refusal {
  readonly status: number
  /** The status that fits a message without a known code, if it is another one. */
  readonly meantStatus?: number
  /** Names in lower case; several of one name are joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: BodyReading
  /** The error in the body, if it reports one. */
  readonly error: ServerError | null
}

export interface AnswerContext {
  /** The grant of the request. */
  readonly grantType: GrantKind
  readonly now: Instant
  /** Rules from the provider's documentation, beyond the standard; the first that fits counts. */
  readonly rules: readonly RefusalRule[]
  /** Values that a server may have echoed and that must never be shown. */
  readonly secrets: readonly string[]
  /** The address of the request, if known. */
  readonly address?: string
}

function kindOf(meaning: Meaning, grantType: GrantKind): RefusalKind {
  const { refused, insufficient } = definitionOf(grantType)
  if (meaning === 'the-grant') return refused
  return meaning === 'more-than-the-grant' ? insufficient : meaning
}

/** Too Early (RFC 8470 §5.2) also allows the same request to be sent again. */
const isTrouble = (status: number) => status === 408 || status === 425 || status >= 500

/**
 * Maps a status without a code: 401 concerns the client and 403 the credentials of the grant
 * (Semansys documents both; RFC 6749 §5.2 knows 401 for the client alone). Only words declare a
 * refresh token dead: a bare 403 may come from a firewall, and a bare 400 has no meaning.
 */
function kindOfStatus(status: number, grantType: GrantKind): RefusalKind {
  if (status === 401) return 'client-refused'
  const { forbidden } = definitionOf(grantType)
  if (status === 403 && forbidden !== undefined) return forbidden
  if (status === 429) return 'rate-limited'
  return isTrouble(status) ? 'server-trouble' : 'bad-request'
}

/** Statuses that no token endpoint sends, unless with a known code. */
const placesWithoutEndpoint: ReadonlySet<number> = new Set([404, 405, 410])

/** Returns true where the words may be those of a gateway, so that only codes count. */
const hasWordsOfOthers = (status: number) =>
  placesWithoutEndpoint.has(status) || status === 429 || isTrouble(status)

/** Returns true for statuses that mean the same with and without a page. */
const hasOwnMeaning = (status: number) => [401, 429].includes(status) || isTrouble(status)

/**
 * Returns true for too many requests, under any code, except where the code reports a blocked
 * account.
 */
const isLimited = (status: number, code: string | null, grantType: GrantKind) =>
  status === 429 && !definitionOf(grantType).blockedCodes.includes(code?.toLowerCase() ?? '')

/**
 * Returns true for a server error with the code `invalid_request`, which may not describe the
 * request at all.
 */
const isTroubleAlone = (status: number, code: string | null) =>
  isTrouble(status) && code?.toLowerCase() === 'invalid_request'

const isPage = (looksLike: string | null) =>
  looksLike === 'web-page' || looksLike === 'sign-in-page'

function knownMeaning(error: ServerError, status: number, grantType: GrantKind): Meaning | null {
  if (isLimited(status, error.code, grantType)) return null
  const microsoft = microsoftNumberIn(error.texts.join('\n'))
  if (microsoft !== null) return microsoft.meaning
  if (isTroubleAlone(status, error.code)) return null
  const texts = hasWordsOfOthers(status) ? null : meaningOfTexts(error, grantType)
  return texts ?? meaningOfCode(error.code)
}

/** RFC 6750 §3.1 defines this code for APIs; Spring uses it in the body of a refusal. */
function meaningOfToken(
  error: ServerError | null,
  status: number,
  grantType: GrantKind,
): Meaning | null {
  const isToken = error?.code?.toLowerCase() === 'invalid_token' && status !== 429
  return isToken && definitionOf(grantType).sendsToken ? 'the-grant' : null
}

/** Returns the errors in the body and in a challenge. */
function errorsIn({ headers, error }: Refusal): readonly ServerError[] {
  const challenged = errorInChallenges(readChallenges(headers['www-authenticate']))
  return [error, challenged].filter((each) => each !== null)
}

/** Returns the meaning of the body, else of a challenge, and the code to show. */
function meaningAndCodeOf(refusal: Refusal, grantType: GrantKind) {
  const { status, error } = refusal
  const spoken = errorsIn(refusal)
  const meanings = spoken.map((each) => knownMeaning(each, status, grantType))
  const meaning = meanings.find((each) => each !== null) ?? meaningOfToken(error, status, grantType)
  // Some servers repeat the status in place of the code.
  const codes = spoken.map(({ code }) => code).filter((each) => each !== String(status))
  return { meaning, code: codes.find((each) => each !== null) ?? null }
}

/**
 * Returns true if a rule applies. A rule without a code gives the meaning of a bare status; a rule
 * without a status does not apply to a status that goes before the code.
 */
function fits(
  rule: RefusalRule,
  { status, code, meaning }: { status: number; code: string | null; meaning: Meaning | null },
  grantType: GrantKind,
): boolean {
  const isForCode = rule.code === undefined ? meaning === null : rule.code === code
  const isStatusFirst = isLimited(status, code, grantType) || isTroubleAlone(status, code)
  const isForStatus = rule.status === undefined ? !isStatusFirst : rule.status === status
  return isForCode && isForStatus && (rule.grantType ?? grantType) === grantType
}

/**
 * Returns true for a code that gives the reason, so that neither a header nor the words beside it
 * count.
 */
const isFirm = (code: string | null) =>
  meaningOfCode(code) !== null && code?.toLowerCase() !== 'invalid_request'

/**
 * Returns the reason why a gateway refused, if one did. A code of OAuth comes from the server
 * behind it, except that some servers have their own lists of network addresses.
 */
function gatewayRefusal({ status, headers, body, error }: Refusal): GatewayReason | null {
  if (placesWithoutEndpoint.has(status) || status === 429 || isTrouble(status)) return null
  const page = body.kind === 'unreadable' ? [body.text] : []
  const texts = [...(error?.texts ?? []), ...page]
  const reason = gatewayReasonOf({ status, headers, texts })
  return reason === 'network-address' || !isFirm(error?.code ?? null) ? reason : null
}

/** Paths that are named as authorization endpoints (RFC 6749 §3.1). */
const authorizationPath =
  /\/(?:authori[sz]e|authori[sz]ation)\/?$|\/(?:oauth2?|openid-connect|oidc)(?:\/v\d[\d.]*)?\/(?:auth|login|sign-?in)\/?$/i

function isAuthorizationAddress(address: string | undefined): boolean {
  return URL.canParse(address ?? '') && authorizationPath.test(new URL(address ?? '').pathname)
}

/**
 * Returns true if the answer comes from a place where people sign in: it asks for single sign-on
 * (RFC 4559), misses a parameter of authorization requests (RFC 6749 §4.1.1), or refuses without a
 * code at an address named as an authorization endpoint.
 */
function isSignInAddress(refusal: Refusal, { address }: AnswerContext, meaning: Meaning | null) {
  const { status, headers, error } = refusal
  if (isTrouble(status) || status === 429 || isFirm(error?.code ?? null)) return false
  if (status === 401 && asksForPerson(readChallenges(headers['www-authenticate']))) return true
  if (error?.texts.some((text) => /\b(?:unsupported_)?response_type\b/i.test(text))) return true
  const isRefused = meaning === null && [400, 401, 403].includes(status)
  return isRefused && isAuthorizationAddress(address)
}

/**
 * Returns the obstacle between the app and the server; `null` if the answer is the server's own.
 */
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
  // RFC 6585 §6: a network that requires a sign-in.
  if (status === 511) return other('sign-in-page')
  const isServers = status >= 500 || status === 429
  const wantsPerson = asksForPerson(readChallenges(headers['www-authenticate']))
  if (!isServers && (wantsPerson || looksLike === 'sign-in-page')) return other('sign-in-page')
  if (looksLike !== null && isPage(looksLike) && !hasOwnMeaning(status)) return other(looksLike)
  // Plain text labelled as HTML: servers write so, and so do gateways, which send 403.
  const isCalledPage = body.kind === 'unreadable' && body.from === 'called-page'
  if (isCalledPage && status === 403) return other('web-page')
  return placesWithoutEndpoint.has(status) ? other(looksLike ?? 'something-else') : null
}

/** Returns what the errors say about the cause, and the code of the server's product. */
function explanationOf(refusal: Refusal, context: AnswerContext): Explanation {
  const explanations = errorsIn(refusal).map((error) => explainedBy(error, context))
  return Object.assign({}, ...explanations.reverse())
}

/**
 * Returns the outcome of a refusal. Rules of the provider go first; then a known code, and the
 * texts beside it where they are more precise, win over most statuses, because servers send the
 * same codes with 200, 400, 401 and 500. An answer without either that looks like a page comes
 * from something else than the server. The modules beside this one each read one part of an
 * answer: `error-fields`, `error-codes`, `error-texts`, `www-authenticate` and `gateway-answers`.
 */
export function outcomeOfRefusal(refusal: Refusal, context: AnswerContext): Outcome {
  const { status, headers } = refusal
  const { grantType, rules, secrets, now } = context
  const { meaning, code } = meaningAndCodeOf(refusal, grantType)
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
  if (kind !== 'rate-limited' && kind !== 'server-trouble') {
    return { kind, ...evidence, ...explanationOf(refusal, context) }
  }
  return { kind, ...evidence, retryAfterSeconds: readRetryAfter(headers, now) }
}

/** Returns true if an answer refuses although its status is that of a success. */
export function saysRefusal(refusal: Refusal, { grantType }: AnswerContext): boolean {
  const { error, status } = refusal
  const isKnown = error !== null && knownMeaning(error, status, grantType) !== null
  return isKnown || gatewayRefusal(refusal) !== null
}

/** Returns the outcome of a request to which no response came, or none that was read whole. */
export function outcomeWithoutAnswer(
  result: Exclude<ApiResult, { kind: 'answer' }>,
  secrets: readonly string[],
): Outcome {
  switch (result.kind) {
    case 'too-large':
      return { kind: 'unsafe-answer', status: result.status, reason: 'too-large' }
    case 'moved':
      return { ...result, location: shownPlace(result.location ?? undefined, secrets) }
    case 'certificate-not-trusted':
      return result
    default: {
      const { mayHaveArrived: _, ...outcome } = result
      return outcome
    }
  }
}
