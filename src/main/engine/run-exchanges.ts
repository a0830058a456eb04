import { chooseObtain } from './grant-choice.ts'
import {
  type Exchange,
  type Exchanges,
  isLost,
  isRefreshTokenRefused,
  lastOf,
  type PlannedExchange,
  type TokenRun,
} from './token-run.ts'

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
    const isClient = tokenRun.settings.grantType === 'client_credentials'
    if (!isClient || !isRefreshTokenRefused(tokenRun, lastOf(done))) return undefined
    const choice = chooseObtain(tokenRun)
    return choice.kind === 'grant' ? { grant: choice.grant, settings } : undefined
  }
}
