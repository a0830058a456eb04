import type { Instant } from '../../shared/clock.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { createDueQueue } from './due-queue.ts'
import type { EngineClock } from './ports.ts'
import type { NextStep } from './renewal-policy.ts'

const maxAtOnce = 6

interface Lane {
  readonly waiting: Set<ProfileId>
  running: number
}

interface PerHostLimit {
  /** Lets `id` take its turn with `host`; asking again while it waits changes nothing. */
  enter(host: string, id: ProfileId): void
  /** Forgets everybody who waits. */
  clear(): void
}

/**
 * Lets at most six run at a time per host, first come first served, so that ten
 * thousand tokens that end together do not fall upon one server together.
 * `run` must not reject.
 */
function createPerHostLimit(run: (id: ProfileId, host: string) => Promise<void>): PerHostLimit {
  const lanes = new Map<string, Lane>()

  function pump(host: string, lane: Lane): void {
    while (lane.running < maxAtOnce) {
      const [next] = lane.waiting
      if (next === undefined) break
      lane.waiting.delete(next)
      lane.running += 1
      void run(next, host).then(() => {
        lane.running -= 1
        pump(host, lane)
      })
    }
    if (lane.running === 0) lanes.delete(host)
  }

  return {
    enter: (host, id) => {
      const lane = lanes.get(host) ?? { waiting: new Set<ProfileId>(), running: 0 }
      lanes.set(host, lane)
      lane.waiting.add(id)
      pump(host, lane)
    },
    clear: () => {
      for (const lane of lanes.values()) lane.waiting.clear()
    },
  }
}

/** So that a clock that was set, and a sleep, are noticed within a minute. */
const maxWait = 60_000

/** Clocks are slewed by a little all the time without having been set. */
const clockTolerance = 1000

const isDue = ({ kind }: NextStep) => kind === 'refresh' || kind === 'grant-again'

interface Parts {
  readonly clock: EngineClock
  readonly ids: () => Iterable<ProfileId>
  /** What is to happen to a profile by itself at `now`, and whom it would ask. */
  readonly stepOf: (id: ProfileId, now: Instant) => { step: NextStep; host: string } | undefined
  /** Must not reject. */
  readonly run: (id: ProfileId) => Promise<void>
}

export interface Renewals {
  /** Looks again when `id` is due. */
  plan(id: ProfileId): void
  planAll(): void
  stop(): void
}

/** Keeps tokens fresh: one armed timer for the earliest next step of all profiles. */
export function createRenewals({ clock, ids, stepOf, run }: Parts): Renewals {
  const queue = createDueQueue<ProfileId>()
  const lanes = createPerHostLimit(takeTurn)
  let armed: { readonly since: Instant; readonly wait: number; stop(): void } | undefined
  let isStopped = false
  let lastLook: Instant = 0

  /** Tells the time; if the clock was set back since the last look, all plans are off. */
  function look(): Instant {
    const now = clock.now()
    const wasSetBack = now < lastLook - clockTolerance
    lastLook = now
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
    const now = look()
    for (let id = queue.takeDue(now); id !== undefined; id = queue.takeDue(now)) {
      const found = stepOf(id, now)
      if (found !== undefined) lanes.enter(found.host, id)
    }
    arm(now)
  }

  /** The wait for a turn may have been long: what is due, and with whom, is asked again. */
  async function takeTurn(id: ProfileId, host: string): Promise<void> {
    const found = stepOf(id, look())
    if (isStopped || found === undefined || !isDue(found.step)) return
    if (found.host === host) await run(id)
    else lanes.enter(found.host, id)
  }

  function plan(id: ProfileId): void {
    const now = look()
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
      lanes.clear()
    },
  }
}
