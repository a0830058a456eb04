import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { type SecretName, secretsToSend } from '../../shared/profile.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import type { RefusalRule } from '../../shared/refusal-rule.ts'
import { isVagueCode } from '../oauth/errors/error-texts.ts'
import { outcomeWithoutAnswer } from '../oauth/errors/refusal-outcome.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'
import type { ReportedSignIn } from '../oauth/report/support-report.ts'
import {
  endpointOf,
  isRefresh,
  purposeOf,
  type TokenGrant,
  type TokenRequest,
} from '../oauth/request/token-request.ts'
import { readTokenResponse, type TokenReading } from '../oauth/response/token-response.ts'
import { fingerprintOf, isFromSameServer } from './fingerprint.ts'
import type { HttpRequest, HttpResult } from './ports.ts'
import {
  namedSecrets,
  type OpenPart,
  type SealedPart,
  type StoredProfile,
} from './stored-profile.ts'

/** A request for a token, and the profile as it was when the request was made. */
export interface TokenRun extends Pick<StoredProfile, 'settings' | 'needsSignIn' | 'lostAnswers'> {
  readonly what: ActivityEntry['what']
  readonly by: ActivityEntry['by']
  readonly sealed: SealedPart
  /** The outcome of the run before this one. */
  readonly lastOutcome: Outcome | null
  /** The user wants to choose another account. */
  readonly isForSomebodyElse?: boolean
}

/** A token request of a run. */
export interface PlannedExchange {
  readonly grant: TokenGrant
  /** Those of the run, or the same with another client authentication method. */
  readonly settings: StoredProfile['settings']
}

/** A token request that was sent, and its interpreted response. */
export interface Exchange extends PlannedExchange {
  readonly request: TokenRequest
  readonly sentAt: Instant
  readonly arrivedAt: Instant
  readonly result: HttpResult
  readonly reading: TokenReading
}

/** A request of a run that brings no token, and its response. */
export interface PreparedExchange {
  readonly request: HttpRequest
  readonly sentAt: Instant
  readonly arrivedAt: Instant
  readonly result: HttpResult
}

/** The steps of a run beside its token requests, for the support report. */
export interface RunTrace {
  readonly prepared: readonly PreparedExchange[]
  readonly signIn: ReportedSignIn | null
  readonly secrets: readonly NamedSecret[]
}

/** Returns true if the app or the browser may have sent something beside the token requests. */
export const isSent = ({ signIn, prepared }: RunTrace) => signIn !== null || prepared.length > 0

/**
 * Returns the endpoint whose response a run failed with, unless that was for tokens: of the device
 * codes, of the pushed requests, or the one that sent the redirect.
 */
export function failedEndpoint(
  { settings }: TokenRun,
  { exchanges, outcome, trace }: RunResult,
): Pick<ActivityEntry, 'endpoint'> {
  const [endpoint] = grants[settings.grant.kind].endpoints
  const isFailed = outcome.kind !== 'obtained' && outcome.kind !== 'cancelled'
  if (!isFailed || endpoint === undefined || exchanges.length > 0) return {}
  if (trace === undefined || !isSent(trace)) return {}
  const { prepared, signIn } = trace
  // Pushed requests come before the browser, which answers by a redirect or not at all.
  const isBeforeBrowser = signIn?.response == null && outcome.kind !== 'sign-in-expired'
  const isPushed = endpoint === 'authorizationEndpoint' && prepared.length > 0 && isBeforeBrowser
  return { endpoint: isPushed ? 'pushedAuthorizationRequestEndpoint' : endpoint }
}

/** The result of a run: the exchanges in their order, of which the last usually decides. */
export interface RunResult {
  readonly exchanges: readonly Exchange[]
  readonly outcome: Outcome
  readonly trace?: RunTrace
}

/** Returns the outcome of an exchange; `cancelled` if there was none. */
export function outcomeOf(exchange: Pick<Exchange, 'reading'> | undefined): Outcome {
  if (exchange === undefined) return { kind: 'cancelled' }
  const { reading } = exchange
  return reading.kind === 'token' ? { kind: 'obtained' } : reading.outcome
}

/** Returns true if a person signed in for this token, so that its ID token says who. */
export function needsIdTokenCheck({ reading, settings }: Exchange): boolean {
  if (reading.kind !== 'token' || grants[settings.grant.kind].renewal !== 'needs-person')
    return false
  return reading.token.idToken !== undefined || reading.token.hasUnreadableIdToken === true
}

/**
 * Returns true if a refresh token was sent and the server may have used it up: no response
 * came, and the request may have arrived.
 */
export function isLost({ grant, result }: Exchange): boolean {
  return isRefresh(grant) && 'mayHaveArrived' in result && result.mayHaveArrived
}

/**
 * Returns true if the server will not accept the refresh token any more. A client that acts for
 * itself can run its own grant instead, so for it any refusal of the refresh counts.
 */
export function isRefreshTokenRefused(tokenRun: TokenRun, exchange: Exchange): boolean {
  if (!isRefresh(exchange.grant)) return false
  const { kind } = outcomeOf(exchange)
  if (kind === 'needs-sign-in') return true
  const isOwnClient = grants[tokenRun.settings.grant.kind].owner === 'client'
  return isOwnClient && (kind === 'grant-not-allowed' || kind === 'bad-request')
}

/** Returns true if it is certain that none of the requests left the computer. */
export function isNeverSent(exchanges: readonly Exchange[]): boolean {
  return exchanges.every(({ result }) =>
    'mayHaveArrived' in result
      ? !result.mayHaveArrived
      : // TLS fails before the request is written.
        result.kind === 'certificate-not-trusted',
  )
}

/** The parts of a profile that decide which grant its next request uses. */
export interface GrantSource {
  readonly settings: OpenPart['settings']
  readonly needsSignIn: boolean
  readonly sealed: SealedPart
}

export type GrantChoice =
  | { readonly kind: 'grant'; readonly grant: TokenGrant }
  | { readonly kind: 'secrets-missing'; readonly names: readonly SecretName[] }

/** Returns the refresh token that may be sent to the server in the settings. */
function refreshTokenOf({ settings, sealed }: GrantSource): string | null {
  const { token, secrets } = sealed
  if (token !== null && token.refreshToken !== null) {
    // The typed one was used up for this one; sending it again would look like theft.
    return isFromSameServer(token.fingerprint, settings) ? token.refreshToken : null
  }
  const isOwnGrant = grants[settings.grant.kind].purpose === 'refreshing'
  return isOwnGrant ? (secrets.refreshToken ?? null) : null
}

function withSecrets(source: GrantSource, grant: TokenGrant): GrantChoice {
  const { settings, sealed } = source
  const needed = secretsToSend(settings, purposeOf(grant))
  const names = needed.filter(
    (name) => name !== 'refreshToken' && sealed.secrets[name] === undefined,
  )
  return names.length > 0 ? { kind: 'secrets-missing', names } : { kind: 'grant', grant }
}

/** Chooses the request that obtains a token for the profile: its own grant. */
export function chooseObtain(source: GrantSource): GrantChoice {
  const { kind } = source.settings.grant
  if (grants[kind].purpose === 'obtaining') return withSecrets(source, { kind })
  const refreshToken = refreshTokenOf(source)
  const choice = withSecrets(source, { kind, refreshToken: refreshToken ?? '' })
  if (refreshToken !== null) return choice
  const others = choice.kind === 'secrets-missing' ? choice.names : []
  return { kind: 'secrets-missing', names: ['refreshToken', ...others] }
}

/**
 * Chooses the request that renews the profile's token: the refresh token (RFC 6749 §6), or the
 * profile's own grant if there is none or the server refused it.
 */
export function chooseRefresh(source: GrantSource): GrantChoice {
  const refreshToken = refreshTokenOf(source)
  if (refreshToken === null || source.needsSignIn) return chooseObtain(source)
  return withSecrets(source, { kind: 'refreshToken', refreshToken })
}

type Answer = Extract<HttpResult, { kind: 'answer' }>
type Context = Parameters<typeof readTokenResponse>[1]

/**
 * Returns true if the exchange refreshes a token that the server issued to the same client, with
 * the same authentication and parameters: then only the refresh token can have become invalid.
 */
function isUnchangedRefresh({ sealed }: TokenRun, { grant, settings }: PlannedExchange): boolean {
  const { token, secretsRevision } = sealed
  return (
    isRefresh(grant) &&
    token !== null &&
    grant.refreshToken === token.refreshToken &&
    token.fingerprint === fingerprintOf(settings, secretsRevision)
  )
}

/** Returns true for an outcome that names neither client, user, scope nor grant. */
function isUnexplained(outcome: Outcome): boolean {
  if (outcome.kind === 'not-an-oauth-answer') return outcome.looksLike === 'web-page'
  return outcome.kind === 'bad-request' && isVagueCode(outcome.oauthError)
}

/** Returns true if a server responds with 400 or 401 without a reason. */
function isUnexplainedRefusal(answer: Answer, outcome: Outcome, context: Context): boolean {
  if (answer.status !== 400 && answer.status !== 401) return false
  if (answer.status === 400 || outcome.kind !== 'client-refused') return isUnexplained(outcome)
  const isDocumented = context.rules.some(
    ({ status, grantType }) =>
      status === 401 && grantType !== undefined && grants[grantType].purpose === 'refreshing',
  )
  // Only the status is about the client. Read as a 400, the response shows what its text is about.
  const words = readTokenResponse({ ...answer, status: 400 }, context)
  return !isDocumented && words.kind === 'no-token' && isUnexplained(words.outcome)
}

/**
 * Interprets the response of an exchange. RFC 6749 §5.2 requires `invalid_grant` for an invalid
 * refresh token, but many servers send a bare 400 or 401, `invalid_request` or a page.
 * Nothing is deleted because of that: the next token of any grant resets it.
 */
function readAnswer(
  answer: Answer,
  tokenRun: TokenRun,
  exchange: PlannedExchange,
  context: Context,
): TokenReading {
  const reading = readTokenResponse(answer, context)
  if (reading.kind === 'token' || !isUnchangedRefresh(tokenRun, exchange)) return reading
  const { outcome } = reading
  if (!isUnexplainedRefusal(answer, outcome, context)) return reading
  const oauthError = 'oauthError' in outcome ? outcome.oauthError : null
  return {
    kind: 'no-token',
    outcome: { kind: 'needs-sign-in', status: answer.status, oauthError },
  }
}

/** Returns the secrets of a person's sign-in, with their names. */
export function secretsOfProof({ proof }: TokenGrant): readonly NamedSecret[] {
  if (proof === undefined) return []
  const { parameters, secret, others = [] } = proof
  const sent = parameters
    .filter(([name]) => secret.includes(name))
    .flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name: name.replaceAll('_', ' '), value })),
    )
  return [...sent, ...others]
}

/** Returns the secrets that a response may repeat and that must not be shown. */
function secretsOf({ sealed }: TokenRun, { grant }: PlannedExchange): string[] {
  const sent = isRefresh(grant) ? [grant.refreshToken] : []
  const named = [...namedSecrets(sealed), ...secretsOfProof(grant)]
  return [...named.map(({ value }) => value), ...sent]
}

/** Interprets the result of the HTTP port for an exchange, as it arrived at `now`. */
export function readResult(
  result: HttpResult,
  tokenRun: TokenRun,
  exchange: PlannedExchange,
  now: Instant,
  rules: readonly RefusalRule[],
): TokenReading {
  const { kind: grantType } = exchange.grant
  const address = endpointOf(exchange.settings, exchange.grant)
  const context = { grantType, now, secrets: secretsOf(tokenRun, exchange), rules, address }
  if (result.kind === 'answer') return readAnswer(result, tokenRun, exchange, context)
  if (result.kind === 'too-large') {
    return readTokenResponse({ status: result.status, headers: {}, body: 'too-large' }, context)
  }
  return { kind: 'no-token', outcome: outcomeWithoutAnswer(result, context.secrets) }
}
