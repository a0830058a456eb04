import { assertNever } from '../../shared/assert-never.ts'
import type { Clock } from '../../shared/clock.ts'
import { type GrantKind, grants } from '../../shared/grants/facts.ts'
import { isRefresh, type TokenGrant } from '../oauth/request/token-request.ts'
import { chooseForOtherMethods, mayTryNext, otherAuthMethods } from './other-auth-methods.ts'
import type { Browser, Delay, RandomBytes, RedirectListener, RulesOf } from './ports.ts'
import {
  chooseObtain,
  chooseRefresh,
  type Exchange,
  type GrantChoice,
  isLost,
  isRefreshTokenRefused,
  type PlannedExchange,
  type TokenRun,
} from './run-exchanges.ts'
import type { RunPlan } from './run-steps.ts'

/** The plan of a run, or the secrets that it lacks. */
export type PlanChoice =
  | { readonly kind: 'plan'; readonly plan: RunPlan }
  | Extract<GrantChoice, { kind: 'secrets-missing' }>

/** Chooses the plan of a run. */
export type PlanOf = (tokenRun: TokenRun) => PlanChoice

/**
 * Returns true if a lost response is worth one immediate retry: the connection broke, and a
 * server that rotates refresh tokens accepts the same one again for some seconds. After a
 * timeout those seconds have passed.
 */
function isWorthRetrying(tokenRun: TokenRun, exchange: Exchange): boolean {
  const { result } = exchange
  const isBroken = result.kind === 'unreachable' && result.reason === 'connection-lost'
  return tokenRun.lostAnswers === 0 && isLost(exchange) && isBroken
}

/**
 * Plans a run with the profile's own grant or its refresh token: one request, a retry if its
 * response was lost, and the client's own grant if the server refused the refresh token of a
 * client that acts for itself, because no user could sign in for it.
 */
function grantPlan(tokenRun: TokenRun, grant: TokenGrant): RunPlan {
  return async ({ send }) => {
    const { settings } = tokenRun
    const first = await send({ grant, settings })
    const last = isWorthRetrying(tokenRun, first) ? await send({ grant, settings }) : first
    const { owner, renewal } = grants[settings.grant.kind]
    const isOwnClient = owner === 'client' && renewal === 'silent'
    if (!isOwnClient || !isRefreshTokenRefused(tokenRun, last)) return null
    const choice = chooseObtain(tokenRun)
    if (choice.kind === 'grant') await send({ grant: choice.grant, settings })
    return null
  }
}

/** Plans a run that tries one method after the other, each once. */
function otherMethodsPlan(methods: readonly PlannedExchange[]): RunPlan {
  return async ({ send }) => {
    for (const method of methods) {
      if (!mayTryNext(await send(method))) break
    }
    return null
  }
}

/** The ports that a plan needs beside the steps. */
export interface PlanTools {
  readonly clock: Clock
  readonly delay: Delay
  readonly rulesOf: RulesOf
  readonly randomBytes: RandomBytes
  readonly browser: Browser
  readonly redirectListener: RedirectListener
}

/** Plans a run that waits for a person. */
export type SignInPlan = (tokenRun: TokenRun, tools: PlanTools) => RunPlan

/** The plans of the grants that a person takes part in, which are loaded with the first sign-in. */
const signInPlans: { readonly [Kind in PersonalGrant]: SignInPlan } = {
  authorizationCode: (tokenRun, tools) => async (steps) => {
    const { signInPlan } = await import('./sign-in-plan.ts')
    return signInPlan(tokenRun, tools)(steps)
  },
  deviceCode: (tokenRun, tools) => async (steps) => {
    const { devicePlan } = await import('./device-plan.ts')
    return devicePlan(tokenRun, tools)(steps)
  },
}

type PersonalGrant = {
  [Kind in GrantKind]: (typeof grants)[Kind]['renewal'] extends 'needs-person' ? Kind : never
}[GrantKind]

const isPersonal = (kind: GrantKind): kind is PersonalGrant => kind in signInPlans

function planOf(tokenRun: TokenRun, grant: TokenGrant, tools: PlanTools): RunPlan {
  if (isRefresh(grant) || !isPersonal(grant.kind)) return grantPlan(tokenRun, grant)
  // The browser never opens without a click.
  if (tokenRun.by === 'renewal') return async () => ({ kind: 'cancelled' })
  return signInPlans[grant.kind](tokenRun, tools)
}

/** Returns a function that plans runs with the grants of their profiles. */
export function createPlanOf(tools: PlanTools): PlanOf {
  return (tokenRun) => {
    const { what, settings, sealed } = tokenRun
    switch (what) {
      case 'obtain':
      case 'refresh': {
        const choice = what === 'obtain' ? chooseObtain(tokenRun) : chooseRefresh(tokenRun)
        if (choice.kind === 'secrets-missing') return choice
        return { kind: 'plan', plan: planOf(tokenRun, choice.grant, tools) }
      }
      case 'other-methods': {
        const choice = chooseForOtherMethods(tokenRun)
        if (choice === null) return { kind: 'plan', plan: async () => ({ kind: 'cancelled' }) }
        if (choice.kind === 'secrets-missing') return choice
        const { grant } = choice
        const methods = otherAuthMethods(settings, sealed.secrets)
        if (methods.length === 0) return { kind: 'secrets-missing', names: ['clientSecret'] }
        const exchanges = methods.map((changed) => ({ grant, settings: changed }))
        return { kind: 'plan', plan: otherMethodsPlan(exchanges) }
      }
      default:
        return assertNever(what)
    }
  }
}
