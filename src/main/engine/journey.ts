import {
  type Flight,
  type FlownLeg,
  type FlownLegs,
  isLost,
  isRefreshTokenRefused,
  type Leg,
  lastOf,
} from './flight.ts'
import { chooseObtain } from './grant-choice.ts'

/** What is to be asked after these answers; `undefined`: nothing, the flight lands. */
export type Route = (flown: FlownLegs) => Leg | undefined

interface Parts {
  readonly first: Leg
  readonly route: Route
  /** Sends one request and reads its answer. */
  readonly fly: (leg: Leg) => Promise<FlownLeg>
  /** Asked before every further leg. */
  readonly mayGoOn: () => boolean
}

/** Sends one request after the other as long as the route has one. */
export async function travel({ first, route, fly, mayGoOn }: Parts): Promise<FlownLegs> {
  let flown: FlownLegs = [await fly(first)]
  while (mayGoOn()) {
    const next = route(flown)
    if (next === undefined) break
    flown = [...flown, await fly(next)]
  }
  return flown
}

/**
 * A connection that broke before the answer: servers that rotate refresh tokens take the
 * same one again for some seconds, so it is worth one more try, at once. After a timeout
 * those seconds are over.
 */
function isWorthRepeating(flight: Flight, flown: FlownLegs): boolean {
  const [only, ...others] = flown
  const { result } = only
  const isBroken = result.kind === 'unreachable' && result.reason === 'connection-lost'
  return others.length === 0 && flight.lostAnswers === 0 && isLost(only) && isBroken
}

/**
 * The route of a refresh: an answer that was lost on the way is asked for once more, and
 * a client that stands for itself runs its own grant if the refresh token is dead: there
 * is nobody who could sign in.
 */
export function refreshRoute(flight: Flight): Route {
  return (flown) => {
    const { grant, settings } = lastOf(flown)
    if (isWorthRepeating(flight, flown)) return { grant, settings }
    const isClient = flight.settings.grantType === 'client_credentials'
    if (!isClient || !isRefreshTokenRefused(flight, lastOf(flown))) return undefined
    const choice = chooseObtain(flight)
    return choice.kind === 'grant' ? { grant: choice.grant, settings } : undefined
  }
}
