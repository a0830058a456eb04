import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import { type SecretName, secretsToSend } from '../../shared/profile.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import {
  isRefresh,
  purposeOf,
  type TokenGrant,
  type TokenRequest,
} from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import { isFromSameServer } from './fingerprint.ts'
import type { HttpResult } from './ports.ts'
import type { OpenPart, SealedPart, StoredProfile } from './stored-profile.ts'

/** Somebody's wish for a token, and the profile as it was when it was made. */
export interface TokenRun extends Pick<StoredProfile, 'settings' | 'needsSignIn' | 'lostAnswers'> {
  readonly what: ActivityEntry['what']
  readonly by: ActivityEntry['by']
  readonly sealed: SealedPart
  /** Of the attempt before this one. */
  readonly lastOutcome: Outcome | null
}

/** One request of a flight. */
export interface PlannedExchange {
  readonly grant: TokenGrant
  /** The flight's own, or with another way to authenticate the client. */
  readonly settings: StoredProfile['settings']
}

/** A request that was sent, and what came of it. */
export interface Exchange extends PlannedExchange {
  readonly request: TokenRequest
  readonly sentAt: Instant
  readonly arrivedAt: Instant
  readonly result: HttpResult
  readonly reading: TokenReading
}

/** The legs of a flight that has landed, in their order; the last decides. */
export type Exchanges = readonly [Exchange, ...Exchange[]]

export function lastOf(exchanges: Exchanges): Exchange {
  return exchanges.at(-1) ?? exchanges[0]
}

export function outcomeOf({ reading }: Exchange): Outcome {
  return reading.kind === 'token' ? { kind: 'obtained' } : reading.outcome
}

/**
 * Whether a refresh token was sent and nobody knows whether the server used it up: no
 * answer came, and the request may have arrived.
 */
export function isLost({ grant, result }: Exchange): boolean {
  return isRefresh(grant) && 'mayHaveArrived' in result && result.mayHaveArrived
}

/**
 * Whether the refresh token that was sent is of no use any more. Where a client stands for
 * itself its own grant does as well, so there any refusal of the refresh says so.
 */
export function isRefreshTokenRefused(tokenRun: TokenRun, exchange: Exchange): boolean {
  if (!isRefresh(exchange.grant)) return false
  const { kind } = outcomeOf(exchange)
  if (kind === 'needs-sign-in') return true
  const isOwnClient = grants[tokenRun.settings.grant.kind].owner === 'client'
  return isOwnClient && (kind === 'grant-not-allowed' || kind === 'bad-request')
}

/** Returns true if it is certain that no request of these legs left the computer. */
export function isNeverSent(exchanges: Exchanges): boolean {
  return exchanges.every(({ result }) =>
    'mayHaveArrived' in result
      ? !result.mayHaveArrived
      : // TLS ends before the request is written.
        result.kind === 'certificate-not-trusted',
  )
}

/** What a choice of grant depends on. */
export interface GrantSource {
  readonly settings: OpenPart['settings']
  readonly needsSignIn: boolean
  readonly sealed: SealedPart
}

export type GrantChoice =
  | { readonly kind: 'grant'; readonly grant: TokenGrant }
  | { readonly kind: 'secrets-missing'; readonly names: readonly SecretName[] }

/** The refresh token that may be sent to the server that the settings name. */
function refreshTokenOf({ settings, sealed }: GrantSource): string | null {
  const { token, secrets } = sealed
  if (token !== null && token.refreshToken !== null) {
    // The one that was typed was used up for this one: to send it would look like theft.
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

/** Which request obtains a token for the profile: its own grant. */
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
 * Which request renews the profile's token: the refresh token (RFC 6749 §6), or the
 * grant again if there is none or the server said that it is dead.
 */
export function chooseRefresh(source: GrantSource): GrantChoice {
  const refreshToken = refreshTokenOf(source)
  if (refreshToken === null || source.needsSignIn) return chooseObtain(source)
  return withSecrets(source, { kind: 'refreshToken', refreshToken })
}

/** What is to be asked after these answers; `undefined`: nothing, the flight lands. */
export type NextExchange = (done: Exchanges) => PlannedExchange | undefined

interface Parts {
  readonly first: PlannedExchange
  readonly nextExchange: NextExchange
  /** Sends one request and reads its answer. */
  readonly start: (exchange: PlannedExchange) => Promise<Exchange>
  /** Asked before every further leg. */
  readonly mayGoOn: () => boolean
}

/** Sends one request after the other as long as the route has one. */
export async function runExchanges({
  first,
  nextExchange,
  start,
  mayGoOn,
}: Parts): Promise<Exchanges> {
  let done: Exchanges = [await start(first)]
  while (mayGoOn()) {
    const next = nextExchange(done)
    if (next === undefined) break
    done = [...done, await start(next)]
  }
  return done
}

/**
 * A connection that broke before the answer: servers that rotate refresh tokens take the
 * same one again for some seconds, so it is worth one more try, at once. After a timeout
 * those seconds are over.
 */
function isWorthRepeating(tokenRun: TokenRun, done: Exchanges): boolean {
  const [only, ...others] = done
  const { result } = only
  const isBroken = result.kind === 'unreachable' && result.reason === 'connection-lost'
  return others.length === 0 && tokenRun.lostAnswers === 0 && isLost(only) && isBroken
}

/**
 * The route of a refresh: an answer that was lost on the way is asked for once more, and
 * a client that stands for itself runs its own grant if the refresh token is dead: there
 * is nobody who could sign in.
 */
export function refreshRoute(tokenRun: TokenRun): NextExchange {
  return (done) => {
    const { grant, settings } = lastOf(done)
    if (isWorthRepeating(tokenRun, done)) return { grant, settings }
    const isClient = grants[tokenRun.settings.grant.kind].owner === 'client'
    if (!isClient || !isRefreshTokenRefused(tokenRun, lastOf(done))) return undefined
    const choice = chooseObtain(tokenRun)
    return choice.kind === 'grant' ? { grant: choice.grant, settings } : undefined
  }
}
