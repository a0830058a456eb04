import type { Instant } from '../../shared/clock.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { createDueQueue } from './due-queue.ts'
import type { EngineClock } from './ports.ts'
import type { NextStep } from './renewal-policy.ts'

const maxAtOnce = 6

interface HostQueue {
  readonly waiting: Set<ProfileId>
  running: number
}

interface PerHostLimit {
  /** Queues `id` for `host`. Has no effect while it waits already. */
  enter(host: string, id: ProfileId): void
  /** Empties the queues. */
  clear(): void
}

/**
 * Runs at most six at a time per host, first come first served, so that ten thousand tokens that
 * expire together do not overload one server. `run` must not reject.
 */
function createPerHostLimit(run: (id: ProfileId, host: string) => Promise<void>): PerHostLimit {
  const queues = new Map<string, HostQueue>()

  function pump(host: string, hostQueue: HostQueue): void {
    while (hostQueue.running < maxAtOnce) {
      const [next] = hostQueue.waiting
      if (next === undefined) break
      hostQueue.waiting.delete(next)
      hostQueue.running += 1
      void run(next, host).then(() => {
        hostQueue.running -= 1
        pump(host, hostQueue)
      })
    }
    if (hostQueue.running === 0) queues.delete(host)
  }

  return {
    enter: (host, id) => {
      const hostQueue = queues.get(host) ?? { waiting: new Set<ProfileId>(), running: 0 }
      queues.set(host, hostQueue)
      hostQueue.waiting.add(id)
      pump(host, hostQueue)
    },
    clear: () => {
      for (const hostQueue of queues.values()) hostQueue.waiting.clear()
    },
  }
}

/** The longest timer: a clock change or a sleep is noticed within a minute. */
const maxWait = 60_000

/** Time synchronization slews clocks by a little all the time. */
const clockTolerance = 1000

/** Returns true for a step that sends a request now. */
export const isDue = ({ kind }: NextStep) => kind === 'refresh' || kind === 'grant-again'

interface Parts {
  readonly clock: EngineClock
  readonly ids: () => Iterable<ProfileId>
  /** Returns the automatic next step of a profile at `now`, and the server that it contacts. */
  readonly stepOf: (id: ProfileId, now: Instant) => { step: NextStep; host: string } | undefined
  /** Must not reject. */
  readonly run: (id: ProfileId) => Promise<void>
}

export interface Renewals {
  /** Computes again when `id` is due. */
  plan(id: ProfileId): void
  planAll(): void
  stop(): void
}

/** Keeps tokens fresh, by one timer for the earliest next step of all profiles. */
export function createRenewals({ clock, ids, stepOf, run }: Parts): Renewals {
  const queue = createDueQueue<ProfileId>()
  const perHost = createPerHostLimit(takeTurn)
  let armed: { readonly since: Instant; readonly wait: number; stop(): void } | undefined
  let isStopped = false
  let lastTime: Instant = 0

  /** Returns the time, and plans everything again if the clock was set back since the last call. */
  function currentTime(): Instant {
    const now = clock.now()
    const wasSetBack = now < lastTime - clockTolerance
    lastTime = now
    if (wasSetBack) enqueueAll(now)
    return now
  }

  function enqueueAll(now: Instant): void {
    for (const id of ids()) enqueue(id, now)
    armed?.stop()
    armed = undefined
  }

  function enqueue(id: ProfileId, now: Instant): void {
    const step = stepOf(id, now)?.step
    if (step?.kind === 'wait') queue.set(id, step.until)
    else if (step !== undefined && isDue(step)) queue.set(id, now)
    else queue.delete(id)
  }

  function arm(now: Instant): void {
    const earliest = queue.earliest()
    if (isStopped || earliest === undefined) return
    const wait = Math.min(Math.max(0, earliest - now), maxWait)
    if (armed !== undefined && armed.since + armed.wait <= now + wait) return
    armed?.stop()
    armed = { since: now, wait, stop: clock.after(wait, tick) }
  }

  function tick(): void {
    armed = undefined
    const now = currentTime()
    for (let id = queue.takeDue(now); id !== undefined; id = queue.takeDue(now)) {
      const found = stepOf(id, now)
      if (found !== undefined) perHost.enter(found.host, id)
    }
    arm(now)
  }

  /** Checks again what is due and on which host, because the wait may have been long. */
  async function takeTurn(id: ProfileId, host: string): Promise<void> {
    const found = stepOf(id, currentTime())
    if (isStopped || found === undefined || !isDue(found.step)) return
    if (found.host === host) await run(id)
    else perHost.enter(found.host, id)
  }

  function plan(id: ProfileId): void {
    const now = currentTime()
    enqueue(id, now)
    arm(now)
  }

  return {
    plan,
    planAll: () => {
      const now = clock.now()
      enqueueAll(now)
      arm(now)
    },
    stop: () => {
      isStopped = true
      armed?.stop()
      perHost.clear()
    },
  }
}
