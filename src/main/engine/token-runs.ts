import { assertNever } from '../../shared/assert-never.ts'
import { Failure } from '../../shared/errors.ts'
import { grants } from '../../shared/grants/facts.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { ActivityEntry, RunProgress } from '../../shared/profile-view.ts'
import { buildTokenRequest } from '../oauth/request/token-request.ts'
import { applyResult, doubtsAfter } from './apply-result.ts'
import { fingerprintOf } from './fingerprint.ts'
import { outcomeOfOtherMethods } from './other-auth-methods.ts'
import type { Delay, EngineClock, Http, Log, Random, RulesOf } from './ports.ts'
import type { Profiles, Touch } from './profiles.ts'
import {
  type Exchange,
  needsIdTokenCheck,
  outcomeOf,
  type PlannedExchange,
  type RunResult,
  readResult,
  type TokenRun,
} from './run-exchanges.ts'
import type { PlanOf } from './run-plans.ts'
import { hasSteps, reportMaker } from './run-report.ts'
import {
  type RunEvent,
  type RunPlan,
  type RunStep,
  reactionTo,
  runPlan,
  type SignIn,
} from './run-steps.ts'
import type { KnownKeys } from './signing-keys.ts'
import type { StoredProfile } from './stored-profile.ts'

interface Parts {
  readonly profiles: Profiles
  readonly http: Http
  readonly clock: EngineClock
  readonly delay: Delay
  readonly random: Random
  readonly log: Log
  readonly rulesOf: RulesOf
  readonly planOf: PlanOf
  readonly verifyIdToken: KnownKeys['verifyIdToken']
}

export interface TokenRuns {
  /**
   * Starts a run, or joins the one under way, and resolves with its outcome once that is kept.
   * A renewal does not join a run that waits for a person: it resolves with `cancelled`. A run with
   * other settings is waited for; then none is started, and its outcome is returned, if `isStillDue`
   * has become false. Throws `secrets-missing`, and as `Profiles.open` does.
   */
  start(
    id: ProfileId,
    what: ActivityEntry['what'],
    by: ActivityEntry['by'],
    isStillDue?: () => boolean,
  ): Promise<Outcome>
  cancel(id: ProfileId): void
  /**
   * Ends a run of the profile that waits for a person, waits for any other, and starts one that lets
   * the user choose another account. Rejects as `start` does.
   */
  startForSomebodyElse(id: ProfileId): Promise<Outcome>
  /** Returns the sign-in that the profile's run waits for, if it waits for one. */
  signIn(id: ProfileId): SignIn | undefined
  /** Call after each change of a profile: ends its run where an edit or a removal requires it. */
  profileChanged(id: ProfileId): void
  /** Ends all runs, each as its step reacts to `quit`; resolves once they have ended. */
  close(): Promise<void>
  /** Ends all runs, each as its step reacts to `lock`, and starts none until `resume`. */
  pause(): Promise<void>
  resume(): void
}

interface UnderWay {
  readonly tokenRun: TokenRun
  readonly abort: AbortController
  step: RunStep
  progress: RunProgress
  signIn: SignIn | undefined
  stopTimer(): void
}

/** Milliseconds that `finish-soon` waits. */
const patience = 5000

/** How long a profile is left alone after a run that failed because of a bug. */
const pauseAfterBug = 30 * 60_000

/** Runs token requests: at most one run per profile, shared by all its callers. */
export function createTokenRuns(parts: Parts): TokenRuns {
  const { profiles, http, clock, delay, random, log, rulesOf, planOf, verifyIdToken } = parts
  const underWay = new Map<ProfileId, UnderWay & { readonly ended: Promise<Outcome> }>()
  let isStopped = false
  let isClosed = false

  function tokenRunOf(id: ProfileId, what: TokenRun['what'], by: TokenRun['by']): TokenRun {
    const { entry, sealed } = profiles.open(id)
    const { settings, needsSignIn, lostAnswers, activity } = entry.stored
    const lastOutcome = activity[0]?.outcome ?? null
    return { what, by, settings, needsSignIn, lostAnswers, sealed, lastOutcome }
  }

  /** Returns true if the profile would send the same request now. */
  function isCurrent(id: ProfileId, { settings, sealed }: TokenRun): boolean {
    const stored = profiles.find(id)?.stored
    if (stored === undefined || stored.sealed === 'locked') return false
    const sent = fingerprintOf(settings, sealed.secretsRevision)
    return sent === fingerprintOf(stored.settings, stored.sealed.secretsRevision)
  }

  function react(current: UnderWay, event: RunEvent): void {
    const reaction = reactionTo(current.step, event)
    switch (reaction) {
      case 'finish':
        return
      case 'finish-soon':
        current.stopTimer()
        current.stopTimer = clock.after(patience, () => current.abort.abort())
        return
      case 'abort':
        current.abort.abort()
        return
      default:
        assertNever(reaction)
    }
  }

  async function endAll(event: 'lock' | 'quit'): Promise<void> {
    const all = [...underWay.values()]
    for (const current of all) react(current, event)
    await Promise.allSettled(all.map(({ ended }) => ended))
  }

  async function withIdTokenCheck(exchange: Exchange, tokenRun: TokenRun): Promise<Exchange> {
    const { believedReading } = await import('./id-token-doubt.ts')
    return { ...exchange, reading: await believedReading(exchange, tokenRun, verifyIdToken) }
  }

  async function runExchange(
    id: ProfileId,
    { tokenRun, abort }: UnderWay,
    exchange: PlannedExchange,
  ): Promise<Exchange> {
    const request = buildTokenRequest(exchange.settings, tokenRun.sealed.secrets, exchange.grant)
    const sentAt = clock.now()
    const result = await http.send(request, abort.signal)
    const arrivedAt = clock.now()
    const rules = rulesOf(exchange.settings.about.presetId)
    const reading = readResult(result, tokenRun, exchange, arrivedAt, rules)
    const read = { ...exchange, request, sentAt, arrivedAt, result, reading }
    const done = needsIdTokenCheck(read) ? await withIdTokenCheck(read, tokenRun) : read
    log.info('token-request-ended', {
      profileId: id,
      outcome: outcomeOf(done).kind,
      milliseconds: arrivedAt - sentAt,
    })
    return done
  }

  async function carryOut(id: ProfileId, plan: RunPlan, current: UnderWay): Promise<RunResult> {
    const { tokenRun, abort } = current
    const { exchanges, outcome, trace } = await runPlan(plan, {
      signal: abort.signal,
      mayGoOn: () => !(isStopped || abort.signal.aborted) && isCurrent(id, tokenRun),
      stepBegins: (step) => {
        current.step = step
      },
      exchange: (exchange) => runExchange(id, current, exchange),
      http,
      delay,
      now: () => clock.now(),
      show: (progress, signIn) => {
        current.progress = progress
        current.signIn = signIn
        const isShown = underWay.get(id)?.abort === abort
        if (isShown) profiles.touch(id, { tokenRun: { what: tokenRun.what, progress } })
      },
    })
    const read =
      tokenRun.what === 'other-methods'
        ? outcomeOfOtherMethods(tokenRun, exchanges)
        : outcomeOf(exchanges.at(-1))
    return { exchanges, outcome: outcome ?? read, trace }
  }

  /**
   * Returns the support report of a run, if it has one. A renewal that worked has none: the
   * reports of ten thousand would be large. A bug in the report must not cost a token.
   */
  function reportFor(id: ProfileId, tokenRun: TokenRun, result: RunResult): (() => string) | null {
    if (!hasSteps(result)) return profiles.find(id)?.report ?? null
    if (tokenRun.by === 'renewal' && result.outcome.kind === 'obtained') return null
    try {
      // The report before shows the method that the provider documents; these are the others.
      const before = tokenRun.what === 'other-methods' ? profiles.find(id)?.report : null
      return reportMaker(tokenRun, result, before ?? null)
    } catch (cause) {
      log.incident('report-failed', cause)
      return null
    }
  }

  /** A run that a quit or a lock ended is no activity, but may have cost a refresh token. */
  async function keepDoubts(id: ProfileId, tokenRun: TokenRun, { exchanges }: RunResult) {
    const doubtful = (stored: StoredProfile) => ({
      ...stored,
      ...doubtsAfter(stored, tokenRun, exchanges),
    })
    const stored = profiles.find(id)?.stored
    const isDoubted = stored !== undefined && doubtful(stored).lostAnswers > stored.lostAnswers
    if (isDoubted) await profiles.keep(id, doubtful, { tokenRun: null })
    else profiles.touch(id, { tokenRun: null })
  }

  async function keepResult(
    id: ProfileId,
    tokenRun: TokenRun,
    result: RunResult,
  ): Promise<Outcome> {
    const { exchanges, outcome } = result
    // A sent password is recorded, so that no renewal repeats it.
    const sent = exchanges.at(-1)?.grant
    const isPassword = sent !== undefined && grants[sent.kind].renewal === 'silent-after-success'
    if (isStopped && outcome.kind === 'cancelled' && !isPassword) {
      await keepDoubts(id, tokenRun, result)
      return outcome
    }
    const facts = { now: clock.now(), jitter: random.fraction() }
    const isUse = tokenRun.by === 'user' && outcome.kind === 'obtained'
    const touch: Touch = {
      tokenRun: null,
      report: reportFor(id, tokenRun, result),
      retryFraction: random.fraction(),
      notBefore: 0,
      ...(isUse ? { lastUsed: facts.now } : {}),
    }
    const isKept = await profiles.keep(
      id,
      (stored) => applyResult(stored, tokenRun, result, facts),
      touch,
    )
    return isKept ? outcome : { kind: 'cancelled' }
  }

  async function run(id: ProfileId, plan: RunPlan, current: UnderWay): Promise<Outcome> {
    try {
      return await keepResult(id, current.tokenRun, await carryOut(id, plan, current))
    } catch (cause) {
      profiles.touch(id, { tokenRun: null, notBefore: clock.now() + pauseAfterBug })
      throw cause
    } finally {
      current.stopTimer()
      if (underWay.get(id)?.abort === current.abort) underWay.delete(id)
    }
  }

  /** Starts a run. Call only while none of the profile is under way. */
  function begin(id: ProfileId, tokenRun: TokenRun): Promise<Outcome> {
    const choice = planOf(tokenRun)
    if (choice.kind === 'secrets-missing') {
      throw new Failure({ code: 'secrets-missing', names: [...choice.names] })
    }
    const current: UnderWay = {
      tokenRun,
      abort: new AbortController(),
      step: 'preparing',
      progress: { kind: 'requesting' },
      signIn: undefined,
      stopTimer: () => {},
    }
    const ended = run(id, choice.plan, current)
    underWay.set(id, Object.assign(current, { ended }))
    const { progress } = current
    // Reset here, so that a network change during the run counts for the next attempt.
    profiles.touch(id, { tokenRun: { what: tokenRun.what, progress }, networkChanged: false })
    return ended
  }

  /** Returns the run of a profile that is under way, and whose result is not kept yet. */
  function runOf(id: ProfileId) {
    return profiles.open(id).entry.tokenRun === null ? undefined : underWay.get(id)
  }

  async function endFor(event: RunEvent, before: UnderWay & { readonly ended: Promise<Outcome> }) {
    react(before, event)
    return before.ended.catch((): Outcome => ({ kind: 'cancelled' }))
  }

  async function start(
    id: ProfileId,
    what: TokenRun['what'],
    by: TokenRun['by'],
    isStillDue = () => true,
  ): Promise<Outcome> {
    if (isStopped) return { kind: 'cancelled' }
    // A run whose result is kept is not joined, even if its callers have not been resumed yet.
    const before = runOf(id)
    if (before !== undefined && isCurrent(id, before.tokenRun)) {
      const isRequest = before.step === 'refreshing' || before.step === 'requesting'
      return by === 'renewal' && !isRequest ? { kind: 'cancelled' } : before.ended
    }
    if (before !== undefined) {
      const outcome = await endFor('restart', before)
      return isStillDue() ? start(id, what, by, isStillDue) : outcome
    }
    return begin(id, tokenRunOf(id, what, by))
  }

  async function startForSomebodyElse(id: ProfileId): Promise<Outcome> {
    for (let before = runOf(id); before !== undefined; before = runOf(id)) {
      await endFor('restart', before)
    }
    if (isStopped) return { kind: 'cancelled' }
    return begin(id, { ...tokenRunOf(id, 'obtain', 'user'), isForSomebodyElse: true })
  }

  return {
    start,
    startForSomebodyElse,
    cancel: (id) => {
      const current = underWay.get(id)
      if (current !== undefined) react(current, 'cancel')
    },
    signIn: (id) => underWay.get(id)?.signIn,
    profileChanged: (id) => {
      const current = underWay.get(id)
      if (current === undefined) return
      if (profiles.find(id) === undefined) react(current, 'delete')
      else if (!isCurrent(id, current.tokenRun)) react(current, 'edit')
    },
    close: async () => {
      isClosed = true
      isStopped = true
      await endAll('quit')
    },
    pause: async () => {
      isStopped = true
      await endAll('lock')
    },
    resume: () => {
      isStopped = isClosed
    },
  }
}
