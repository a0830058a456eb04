import type { Instant } from '../../shared/clock.ts'
import type { Outcome } from '../../shared/outcome.ts'
import type { RunProgress } from '../../shared/profile-view.ts'
import type { PasteResult } from '../../shared/sign-in.ts'
import type { NamedSecret } from '../oauth/redaction/secret-finder.ts'
import type { ReportedSignIn } from '../oauth/report/support-report.ts'
import { isRefresh } from '../oauth/request/token-request.ts'
import type { Delay, Http, HttpRequest, HttpResult } from './ports.ts'
import type { Exchange, PlannedExchange, PreparedExchange, RunTrace } from './run-exchanges.ts'

/** The activity of a run at one moment. It decides how the run reacts to a `RunEvent`. */
export type RunStep =
  /** Sends a refresh token, which the server may replace. */
  | 'refreshing'
  /** Sends any other token request. */
  | 'requesting'
  /** Polls for a completed sign-in. */
  | 'polling'
  /** Sends a request that brings no token, such as the one for a device code. */
  | 'preparing'
  /** Waits between two requests. */
  | 'pausing'
  /** Waits for a person, such as for a sign-in in the browser. */
  | 'waiting-for-person'

export type RunEvent =
  | 'lock'
  | 'quit'
  | 'delete'
  /** The user changed a setting or a secret that shapes the request. */
  | 'edit'
  /** Another token is requested after an edit that did not end the run. */
  | 'restart'
  | 'cancel'

/**
 * `finish`: the step comes to its own end and its result is kept, but no further step begins.
 * `finish-soon`: the same, but the step is aborted after five seconds.
 * `abort`: the step is aborted at once, and the run ends as `cancelled`.
 */
export type RunReaction = 'finish' | 'finish-soon' | 'abort'

/** A step that an edit ends leaves nothing to restart. */
type StepReactions = Readonly<Record<'lock' | 'quit' | 'delete' | 'cancel', RunReaction>> &
  ({ readonly edit: 'abort' } | { readonly edit: 'finish'; readonly restart: RunReaction })

/**
 * The reaction of a run to each event, by its current step. The rule behind it: a response that
 * may hold the only valid refresh token is waited for; all else can be repeated by the user.
 */
const runReactions: { readonly [S in RunStep]: StepReactions } = {
  refreshing: {
    // The server may have rotated the refresh token already: without the response, the user
    // would have to sign in again. The HTTP port limits the wait to 30 s.
    lock: 'finish',
    // As for a lock, but people don't wait 30 s for a program to close.
    quit: 'finish-soon',
    // There is no profile left that could keep a token.
    delete: 'abort',
    // The profile keeps using this refresh token, unless its server or client has changed.
    edit: 'finish',
    // The new run needs the refresh token that this one may be about to bring.
    restart: 'finish',
    // The user accepts the risk of a lost response; it is counted (`lostAnswers`).
    cancel: 'abort',
  },
  requesting: {
    // It replaces no refresh token, and a lock must not wait up to 30 s for it.
    lock: 'abort',
    // The response may be on its way and costs nothing to wait for: the app is closing anyway.
    quit: 'finish-soon',
    delete: 'abort',
    // A token made with the older settings is valid, and is marked as such.
    edit: 'finish',
    // The same grant runs again with the new settings.
    restart: 'abort',
    cancel: 'abort',
  },
  polling: {
    // The person can sign in again after the lock; the sign-in must not go on behind it.
    lock: 'abort',
    // The person may have just signed in, so this response may be the one with the token.
    quit: 'finish-soon',
    delete: 'abort',
    // The sign-in was for other settings, and most polls bring no token.
    edit: 'abort',
    cancel: 'abort',
  },
  // No token is on its way in the steps below, so nothing is lost if they end at once.
  preparing: {
    lock: 'abort',
    quit: 'abort',
    delete: 'abort',
    // The server would prepare a sign-in for settings that no longer exist.
    edit: 'abort',
    cancel: 'abort',
  },
  pausing: {
    lock: 'abort',
    quit: 'abort',
    delete: 'abort',
    // The next request would be sent with settings that no longer exist.
    edit: 'abort',
    cancel: 'abort',
  },
  'waiting-for-person': {
    // No browser sign-in, listener or code may outlive the moment at which secrets are locked.
    lock: 'abort',
    quit: 'abort',
    delete: 'abort',
    // The person would sign in to a server or client that the profile no longer uses.
    edit: 'abort',
    cancel: 'abort',
  },
}

/** Returns the reaction of a run in `step` to an event. */
export function reactionTo(step: RunStep, event: RunEvent): RunReaction {
  const reactions = runReactions[step]
  if (event !== 'restart') return reactions[event]
  return reactions.edit === 'finish' ? reactions.restart : reactions.edit
}

/** The actions of a user whose sign-in a run waits for. */
export interface SignIn {
  /** Returns the address of the page to sign in at. Rejects as `RunSteps.prepare` does. */
  address(): Promise<string>
  /** Notes that the page was opened after all. */
  opened?(): void
  /** The code to type there (RFC 8628 §3.3); `null`: none is needed. */
  readonly code: string | null
  /** Takes the pasted address at which the user arrived. */
  paste(text: string): PasteResult
}

/** The steps that a plan consists of. Each rejects when the run must end; a plan lets that pass. */
export interface RunSteps {
  /** Sends a token request. Resolves with the interpreted response, also if it is a refusal. */
  send(exchange: PlannedExchange): Promise<Exchange>
  /**
   * Sends a token request that is repeated until a person has signed in (RFC 8628 §3.4): of
   * consecutive polls only the last is kept.
   */
  poll(exchange: PlannedExchange): Promise<Exchange>
  /** Sends a request that brings no token, such as a device authorization (RFC 8628 §3.1). */
  prepare(request: HttpRequest): Promise<HttpResult>
  /** Waits between two requests, such as for the `interval` of RFC 8628 §3.5. */
  pause(milliseconds: number): Promise<void>
  /** Waits for an action of a person; `signal` is aborted when the run must end. */
  waitFor<Answer>(answer: (signal: AbortSignal) => Promise<Answer>): Promise<Answer>
  /** Sets what the window shows, and what the user may do there, until the next call. */
  show(progress: RunProgress, signIn?: SignIn): void
  /** Adds secrets of the run, which its report must not show. */
  conceal(secrets: readonly NamedSecret[]): void
  /** Sets what the report says about the sign-in in the browser. */
  reportSignIn(signIn: ReportedSignIn): void
}

/**
 * The steps of a run in their order. Resolves with the outcome, or with `null` if the exchanges
 * decide it.
 */
export type RunPlan = (steps: RunSteps) => Promise<Outcome | null>

interface Parts {
  readonly signal: AbortSignal
  /** Returns false once no further step may begin. */
  readonly mayGoOn: () => boolean
  readonly stepBegins: (step: RunStep) => void
  readonly exchange: (exchange: PlannedExchange) => Promise<Exchange>
  readonly http: Http
  readonly delay: Delay
  readonly now: () => Instant
  readonly show: RunSteps['show']
}

/** Ends a plan whose run was aborted, or must not begin another step. */
export class RunEnded extends Error {}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new RunEnded())
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

/**
 * Carries out a plan until it ends or the run must end. An `outcome` of `null` leaves it to the
 * exchanges; a run that ends while it waits, prepares or polls is `cancelled`.
 */
export async function runPlan(
  plan: RunPlan,
  { signal, mayGoOn, stepBegins, exchange, http, delay, now, show }: Parts,
): Promise<{
  readonly exchanges: readonly Exchange[]
  readonly outcome: Outcome | null
  readonly trace: RunTrace
}> {
  const exchanges: Exchange[] = []
  const prepared: PreparedExchange[] = []
  const secrets: NamedSecret[] = []
  let reported: ReportedSignIn | null = null
  let isResponseLast = false

  function begin(next: RunStep): void {
    if (!mayGoOn()) throw new RunEnded()
    isResponseLast = next === 'refreshing' || next === 'requesting'
    stepBegins(next)
  }

  let isLastPoll = false
  async function record(planned: PlannedExchange, isPoll: boolean): Promise<Exchange> {
    const done = await exchange(planned)
    if (isPoll && isLastPoll) exchanges.pop()
    isLastPoll = isPoll
    exchanges.push(done)
    return done
  }

  const steps: RunSteps = {
    send: async (planned) => {
      begin(isRefresh(planned.grant) ? 'refreshing' : 'requesting')
      return record(planned, false)
    },
    poll: async (planned) => {
      begin('polling')
      return record(planned, true)
    },
    prepare: async (request) => {
      begin('preparing')
      const sentAt = now()
      const result = await untilAborted(http.send(request, signal), signal)
      prepared.push({ request, sentAt, arrivedAt: now(), result })
      return result
    },
    pause: async (milliseconds) => {
      begin('pausing')
      return untilAborted(delay.wait(milliseconds, signal), signal)
    },
    waitFor: async (answer) => {
      begin('waiting-for-person')
      return untilAborted(answer(signal), signal)
    },
    show,
    conceal: (more) => {
      secrets.push(...more)
    },
    reportSignIn: (signIn) => {
      reported = signIn
    },
  }

  async function outcomeOfPlan(): Promise<Outcome | null> {
    try {
      return await plan(steps)
    } catch (cause) {
      if (!(cause instanceof RunEnded)) throw cause
      return isResponseLast ? null : { kind: 'cancelled' }
    }
  }

  const outcome = await outcomeOfPlan()
  return { exchanges, outcome, trace: { prepared, signIn: reported, secrets } }
}
