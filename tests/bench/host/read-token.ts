import { decodeJwt } from 'jose'
import { readJwt } from '../../../src/main/oauth/jwt/jwt.ts'
import { inTurns } from './in-turns.ts'
import type { Order, TwoKinds } from './orders.ts'
import { largeToken } from './profiles.ts'

const readingsARound = 500

/**
 * Reads many a token of 2 KB, with our reader (the ones) and with jose's (the others), which
 * leaves the header alone.
 */
export async function readTokens({
  rounds,
}: Extract<Order, { name: 'read-token' }>): Promise<TwoKinds> {
  const now = Date.now()
  const tokens = Array.from({ length: readingsARound }, (_, number) =>
    largeToken(`read ${number}`, now, now + 3_600_000),
  )
  const ours = () => {
    for (const token of tokens) readJwt(token, now)
  }
  const theirs = () => {
    for (const token of tokens) decodeJwt(token)
  }
  await inTurns(5, ours, theirs)
  return inTurns(rounds, ours, theirs)
}
