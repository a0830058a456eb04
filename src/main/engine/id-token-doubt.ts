import type { Instant } from '../../shared/clock.ts'
import type { Doubt } from '../../shared/outcome.ts'
import type { ProfileSettings } from '../../shared/settings/index.ts'
import { doubtAboutIdToken } from '../oauth/authorization/id-token-check.ts'
import { isRefresh } from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import { clockOffsetAt, type TokenRead } from './apply-result.ts'
import type { Exchange, TokenRun } from './run-exchanges.ts'

/** Checks the signature of an ID token, as far as the keys of its issuer are known. */
export type VerifyIdToken = (
  idToken: string,
  settings: ProfileSettings,
  now: Instant,
) => Promise<'genuine' | 'not-genuine' | 'unknown'>

/** The ID token of the sign-in that an exchange renews; `null`: it renews none, or there was none. */
function idTokenBefore({ sealed }: TokenRun, { grant }: Exchange): string | null {
  const isRenewal = isRefresh(grant) && grant.refreshToken === sealed.token?.refreshToken
  return isRenewal ? (sealed.token?.idToken ?? null) : null
}

async function doubtOf(
  read: TokenRead,
  exchange: Exchange,
  tokenRun: TokenRun,
  verify: VerifyIdToken | undefined,
): Promise<Doubt | null> {
  const { idToken } = read.token
  if (idToken === undefined) return 'id-token-unreadable'
  const { settings, grant, arrivedAt } = exchange
  const now = arrivedAt + (clockOffsetAt(read, exchange) ?? 0)
  const doubt = doubtAboutIdToken(idToken, {
    clientId: settings.client.id ?? '',
    issuer: settings.server.issuer ?? null,
    nonce: grant.proof?.nonce ?? null,
    before: idTokenBefore(tokenRun, exchange),
    now,
  })
  if (doubt !== null || verify === undefined) return doubt
  const signature = await verify(idToken, settings, now)
  return signature === 'not-genuine' ? 'id-token-signature' : null
}

/** Returns the reading of an exchange, without the token if its ID token is not to be believed. */
export async function believedReading(
  exchange: Exchange,
  tokenRun: TokenRun,
  verify: VerifyIdToken | undefined,
): Promise<TokenReading> {
  const { reading } = exchange
  if (reading.kind !== 'token') return reading
  const doubt = await doubtOf(reading, exchange, tokenRun, verify)
  return doubt === null ? reading : { kind: 'no-token', outcome: { kind: 'not-believed', doubt } }
}
