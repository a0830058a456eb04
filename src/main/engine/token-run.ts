import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import type { TokenGrant, TokenRequest } from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import type { HttpResult } from './ports.ts'
import type { SealedPart, StoredProfile } from './stored-profile.ts'

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
  return grant.grantType === 'refresh_token' && 'mayHaveArrived' in result && result.mayHaveArrived
}

/**
 * Whether the refresh token that was sent is of no use any more. Where a client stands for
 * itself its own grant does as well, so there any refusal of the refresh says so.
 */
export function isRefreshTokenRefused(tokenRun: TokenRun, exchange: Exchange): boolean {
  if (exchange.grant.grantType !== 'refresh_token') return false
  const { kind } = outcomeOf(exchange)
  if (kind === 'needs-sign-in') return true
  const isOwnClient = tokenRun.settings.grantType === 'client_credentials'
  return isOwnClient && (kind === 'grant-not-allowed' || kind === 'bad-request')
}
