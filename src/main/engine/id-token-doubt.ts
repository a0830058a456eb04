import type { Doubt } from '../../shared/outcome.ts'
import { doubtAboutIdToken } from '../oauth/authorization/id-token-check.ts'
import { isRefresh } from '../oauth/request/token-request.ts'
import type { TokenReading } from '../oauth/response/token-response.ts'
import { clockOffsetAt, type TokenRead } from './apply-result.ts'
import type { Exchange, TokenRun } from './run-exchanges.ts'
import type { KnownKeys } from './signing-keys.ts'

type VerifyIdToken = KnownKeys['verifyIdToken']

/** The ID token of the sign-in that an exchange renews; `null`: it renews none, or there was none. */
function idTokenBefore({ sealed }: TokenRun, { grant }: Exchange): string | null {
  const isRenewal = isRefresh(grant) && grant.refreshToken === sealed.token?.refreshToken
  return isRenewal ? (sealed.token?.idToken ?? null) : null
}

async function doubtOf(
  read: TokenRead,
  exchange: Exchange,
  tokenRun: TokenRun,
  verify: VerifyIdToken,
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
  const { jwksUri } = settings.server
  if (doubt !== null || jwksUri === undefined) return doubt
  const signature = await verify(idToken, jwksUri)
  return signature?.kind === 'not-genuine' ? 'id-token-signature' : null
}

/** Returns the reading of an exchange, without the token if its ID token is not to be believed. */
export async function believedReading(
  exchange: Exchange,
  tokenRun: TokenRun,
  verify: VerifyIdToken,
): Promise<TokenReading> {
  const { reading } = exchange
  if (reading.kind !== 'token') return reading
  const doubt = await doubtOf(reading, exchange, tokenRun, verify)
  return doubt === null ? reading : { kind: 'no-token', outcome: { kind: 'not-believed', doubt } }
}
