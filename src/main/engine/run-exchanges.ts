import type { Instant } from '../../shared/clock.ts'
import { grants } from '../../shared/grants/facts.ts'
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

/** A request for a token, and the profile as it was when the request was made. */
export interface TokenRun extends Pick<StoredProfile, 'settings' | 'needsSignIn' | 'lostAnswers'> {
  readonly what: ActivityEntry['what']
  readonly by: ActivityEntry['by']
  readonly sealed: SealedPart
  /** The outcome of the run before this one. */
  readonly lastOutcome: Outcome | null
}

/** One token request of a run. */
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

/** The result of a run: the exchanges in their order, of which the last usually decides. */
export interface RunResult {
  readonly exchanges: readonly Exchange[]
  readonly outcome: Outcome
}

/** Returns the outcome of an exchange; `cancelled` if there was none. */
export function outcomeOf(exchange: Pick<Exchange, 'reading'> | undefined): Outcome {
  if (exchange === undefined) return { kind: 'cancelled' }
  const { reading } = exchange
  return reading.kind === 'token' ? { kind: 'obtained' } : reading.outcome
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
