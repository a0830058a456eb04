import type { ActivityEntry } from '../../shared/profile-view.ts'
import type { Flight, Leg } from './flight.ts'
import { chooseObtain, chooseRefresh, type GrantChoice } from './grant-choice.ts'
import { type Route, refreshRoute } from './journey.ts'
import { chooseForOtherWays, otherWays, otherWaysRoute } from './other-ways.ts'

export type FlightPlan =
  | { readonly kind: 'legs'; readonly first: Leg; readonly route: Route }
  | Extract<GrantChoice, { kind: 'secrets-missing' }>

const choices = {
  obtain: chooseObtain,
  refresh: chooseRefresh,
  'other-ways': chooseForOtherWays,
} as const satisfies Record<ActivityEntry['what'], typeof chooseObtain>

/** What a flight asks first, and what follows. */
export function planFlight(flight: Flight): FlightPlan {
  const { what, settings, sealed } = flight
  const choice = choices[what](flight)
  if (choice.kind === 'secrets-missing') return choice
  const { grant } = choice
  if (what !== 'other-ways') {
    return { kind: 'legs', first: { grant, settings }, route: refreshRoute(flight) }
  }
  const legs = otherWays(settings, sealed.secrets).map((changed) => ({ grant, settings: changed }))
  const [first] = legs
  if (first === undefined) return { kind: 'secrets-missing', names: ['clientSecret'] }
  return { kind: 'legs', first, route: otherWaysRoute(legs) }
}
