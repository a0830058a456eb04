import { Failure } from '../../shared/errors.ts'
import { grants } from '../../shared/grants/index.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ActivityEntry } from '../../shared/profile-view.ts'
import { buildTokenRequest, isRefresh } from '../oauth/request/token-request.ts'
import { applyResult, doubtsAfter, outcomeOfRun } from './apply-result.ts'
import { fingerprintOf } from './fingerprint.ts'
import { readResult } from './interpret-response.ts'
import { chooseForOtherMethods, nextOtherMethod, otherAuthMethods } from './other-auth-methods.ts'
import type { EngineClock, Http, Log, Random, RulesOf } from './ports.ts'
import type { Profiles } from './profiles.ts'
import {
  chooseObtain,
  chooseRefresh,
  type Exchange,
  type Exchanges,
  type GrantChoice,
  lastOf,
  type NextExchange,
  outcomeOf,
  type PlannedExchange,
  refreshRoute,
  runExchanges,
  type TokenRun,
} from './run-exchanges.ts'
import { reportMaker } from './run-report.ts'
import type { StoredProfile } from './stored-profile.ts'

type RunPlan =
  | { readonly kind: 'legs'; readonly first: PlannedExchange; readonly nextExchange: NextExchange }
  | Extract<GrantChoice, { kind: 'secrets-missing' }>

const choices = {
  obtain: chooseObtain,
  refresh: chooseRefresh,
  'other-ways': chooseForOtherMethods,
} as const satisfies Record<ActivityEntry['what'], typeof chooseObtain>

/** What a flight asks first, and what follows. */
function planRun(tokenRun: TokenRun): RunPlan {
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

interface Parts {
  readonly profiles: Profiles
  readonly http: Http
  readonly clock: EngineClock
  readonly random: Random
  readonly log: Log
  readonly rulesOf: RulesOf
}

export interface TokenRuns {
  /**
   * Sends what the profile asks for, or joins what is under way, and resolves when what
   * came of it is kept. Throws `secrets-missing`, and what the book throws.
   */
  start(id: ProfileId, what: ActivityEntry['what'], by: ActivityEntry['by']): Promise<Outcome>
  cancel(id: ProfileId): void
  /**
   * Sends nothing more, and resolves when everything under way has ended. What has not
   * after five seconds is cancelled: an answer that is thrown away may have been the only
   * one with the new refresh token.
   */
  close(): Promise<void>
  /**
   * Sends nothing more until `resume`, and resolves when everything under way has ended. A
   * refresh comes to its own end; what brings no new refresh token is cancelled.
   */
  pause(): Promise<void>
  resume(): void
}

interface UnderWay {
  readonly tokenRun: TokenRun
  readonly abort: AbortController
  /** The request that is waited for. */
  exchange: PlannedExchange
}

type Departure = Extract<RunPlan, { kind: 'legs' }>

/** Milliseconds that an answer is waited for when the app is closed. */
const patienceAtClose = 5000

/** How long a profile is left alone after a flight that ran into a bug. */
const pauseAfterBug = 30 * 60_000

/** Flights: never more than one a profile, shared by all who ask. */
export function createTokenRuns({ profiles, http, clock, random, log, rulesOf }: Parts): TokenRuns {
  const underWay = new Map<ProfileId, UnderWay & { readonly ended: Promise<Outcome> }>()
  let isStopped = false
  let isClosed = false

  function tokenRunOf(id: ProfileId, what: TokenRun['what'], by: TokenRun['by']): TokenRun {
    const { entry, sealed } = profiles.open(id)
    const { settings, needsSignIn, lostAnswers, activity } = entry.stored
    const lastOutcome = activity[0]?.outcome ?? null
    return { what, by, settings, needsSignIn, lostAnswers, sealed, lastOutcome }
  }

  /** Whether the profile would send the same request now. */
  function isCurrent(id: ProfileId, { settings, sealed }: TokenRun): boolean {
    const stored = profiles.find(id)?.stored
    if (stored === undefined || stored.sealed === 'locked') return false
    const sent = fingerprintOf(settings, sealed.secretsRevision)
    return sent === fingerprintOf(stored.settings, stored.sealed.secretsRevision)
  }

  async function runExchange(
    id: ProfileId,
    current: UnderWay,
    exchange: PlannedExchange,
  ): Promise<Exchange> {
    const { tokenRun, abort } = current
    current.exchange = exchange
    const request = buildTokenRequest(exchange.settings, tokenRun.sealed.secrets, exchange.grant)
    const sentAt = clock.now()
    const result = await http.send(request, abort.signal)
    const arrivedAt = clock.now()
    const rules = rulesOf(exchange.settings.about.presetId)
    const reading = readResult(result, tokenRun, exchange, arrivedAt, rules)
    const done = { ...exchange, request, sentAt, arrivedAt, result, reading }
    log.info('token-request-ended', {
      profileId: id,
      outcome: outcomeOf(done).kind,
      milliseconds: arrivedAt - sentAt,
    })
    return done
  }

  /**
   * Nobody asks what was wrong with a renewal that worked, and what is kept of ten thousand
   * would be large. A bug in what is made for a support desk must not cost a token.
   */
  function reportFor(
    id: ProfileId,
    tokenRun: TokenRun,
    exchanges: Exchanges,
  ): (() => string) | null {
    if (tokenRun.by === 'renewal' && outcomeOf(lastOf(exchanges)).kind === 'obtained') return null
    try {
      // The other ways break what a provider documents; the way that it does may be before them.
      const before = tokenRun.what === 'other-ways' ? profiles.find(id)?.report : null
      return reportMaker(tokenRun, exchanges, before ?? null)
    } catch (cause) {
      log.incident('report-failed', cause)
      return null
    }
  }

  /** Quitting or locking is nothing that happened to the profile, but a refresh may be lost by it. */
  async function applyAtClose(
    id: ProfileId,
    tokenRun: TokenRun,
    exchanges: Exchanges,
  ): Promise<void> {
    const doubtful = (stored: StoredProfile) => ({
      ...stored,
      ...doubtsAfter(stored, tokenRun, exchanges),
    })
    const stored = profiles.find(id)?.stored
    const isDoubted = stored !== undefined && doubtful(stored).lostAnswers > stored.lostAnswers
    if (isDoubted) await profiles.keep(id, doubtful, { tokenRun: null })
    else profiles.touch(id, { tokenRun: null })
  }

  async function cross(id: ProfileId, plan: Departure, current: UnderWay): Promise<Outcome> {
    const { tokenRun, abort } = current
    const exchanges = await runExchanges({
      first: plan.first,
      nextExchange: plan.nextExchange,
      start: (exchange) => runExchange(id, current, exchange),
      mayGoOn: () => !(isStopped || abort.signal.aborted) && isCurrent(id, tokenRun),
    })
    const outcome = outcomeOfRun(tokenRun, exchanges)
    // A password that was sent is known to have been, so that it is not sent again by itself.
    const isPassword = grants[lastOf(exchanges).grant.kind].renewal === 'silent-after-success'
    if (isStopped && outcome.kind === 'cancelled' && !isPassword) {
      await applyAtClose(id, tokenRun, exchanges)
      return outcome
    }
    const facts = { now: clock.now(), jitter: random.fraction() }
    const report = reportFor(id, tokenRun, exchanges)
    const isUse = tokenRun.by === 'user' && outcome.kind === 'obtained'
    const use = isUse ? { lastUsed: facts.now } : {}
    const touch = {
      tokenRun: null,
      retryFraction: random.fraction(),
      notBefore: 0,
      report,
      ...use,
    }
    const isKept = await profiles.keep(
      id,
      (stored) => applyResult(stored, tokenRun, exchanges, facts),
      touch,
    )
    return isKept ? outcome : { kind: 'cancelled' }
  }

  async function run(id: ProfileId, plan: Departure, current: UnderWay): Promise<Outcome> {
    try {
      return await cross(id, plan, current)
    } catch (cause) {
      profiles.touch(id, { tokenRun: null, notBefore: clock.now() + pauseAfterBug })
      throw cause
    } finally {
      if (underWay.get(id)?.abort === current.abort) underWay.delete(id)
    }
  }

  async function start(
    id: ProfileId,
    what: TokenRun['what'],
    by: TokenRun['by'],
  ): Promise<Outcome> {
    if (isStopped) return { kind: 'cancelled' }
    // What has landed is not joined any more, even if its callers were not told yet.
    const isUnderWay = profiles.open(id).entry.tokenRun !== null
    const before = isUnderWay ? underWay.get(id) : undefined
    if (before !== undefined && isCurrent(id, before.tokenRun)) return before.ended
    if (before !== undefined) {
      // A refresh is left to its end: its answer may hold the only good refresh token.
      if (!isRefresh(before.exchange.grant)) before.abort.abort()
      await before.ended.catch(() => undefined)
      return start(id, what, by)
    }
    const tokenRun = tokenRunOf(id, what, by)
    const plan = planRun(tokenRun)
    if (plan.kind === 'secrets-missing') {
      throw new Failure({ code: 'secrets-missing', names: [...plan.names] })
    }
    const current: UnderWay = { tokenRun, abort: new AbortController(), exchange: plan.first }
    const ended = run(id, plan, current)
    underWay.set(id, Object.assign(current, { ended }))
    // From here on: a change while the request is under way is news to the next attempt.
    profiles.touch(id, { tokenRun: what, networkChanged: false })
    return ended
  }

  async function allEnded(): Promise<void> {
    await Promise.allSettled([...underWay.values()].map(({ ended }) => ended))
  }

  return {
    start,
    cancel: (id) => underWay.get(id)?.abort.abort(),
    close: async () => {
      isClosed = true
      isStopped = true
      const stop = clock.after(patienceAtClose, () => {
        for (const { abort } of underWay.values()) abort.abort()
      })
      await allEnded()
      stop()
    },
    pause: async () => {
      isStopped = true
      for (const { abort, exchange } of underWay.values()) {
        if (!isRefresh(exchange.grant)) abort.abort()
      }
      await allEnded()
    },
    resume: () => {
      isStopped = isClosed
    },
  }
}
