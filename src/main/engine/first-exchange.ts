import type { ActivityEntry } from '../../shared/profile-view.ts'
import { chooseObtain, chooseRefresh, type GrantChoice } from './grant-choice.ts'
import { chooseForOtherMethods, nextOtherMethod, otherAuthMethods } from './other-auth-methods.ts'
import { type NextExchange, refreshRoute } from './run-exchanges.ts'
import type { PlannedExchange, TokenRun } from './token-run.ts'

export type RunPlan =
  | { readonly kind: 'legs'; readonly first: PlannedExchange; readonly nextExchange: NextExchange }
  | Extract<GrantChoice, { kind: 'secrets-missing' }>

const choices = {
  obtain: chooseObtain,
  refresh: chooseRefresh,
  'other-ways': chooseForOtherMethods,
} as const satisfies Record<ActivityEntry['what'], typeof chooseObtain>

/** What a flight asks first, and what follows. */
export function planRun(tokenRun: TokenRun): RunPlan {
  const { what, settings, sealed } = tokenRun
  const choice = choices[what](tokenRun)
  if (choice.kind === 'secrets-missing') return choice
  const { grant } = choice
  if (what !== 'other-ways') {
    return { kind: 'legs', first: { grant, settings }, nextExchange: refreshRoute(tokenRun) }
  }
  const exchanges = otherAuthMethods(settings, sealed.secrets).map((changed) => ({
    grant,
    settings: changed,
  }))
  const [first] = exchanges
  if (first === undefined) return { kind: 'secrets-missing', names: ['clientSecret'] }
  return { kind: 'legs', first, nextExchange: nextOtherMethod(exchanges) }
}
