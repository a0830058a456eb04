import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import { outcomeOf, type PlannedExchange } from '../../../src/main/engine/run-exchanges.ts'
import type { PlanOf } from '../../../src/main/engine/run-plans.ts'
import type { RunEvent, RunPlan, RunReaction, RunStep } from '../../../src/main/engine/run-steps.ts'
import type { Outcome } from '../../../src/shared/outcome.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { deferred, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const waitingForBrowser = {
  kind: 'waiting-for-browser',
  host: 'auth.example',
  isListening: true,
  isOpened: true,
  strayRedirects: 0,
  expiresAt: Date.UTC(2026, 0, 1, 0, 10),
} as const

const passphrase = 'seven quiet herons'
const never = () => new Promise<never>(() => {})
const deviceRequest = {
  method: 'POST',
  url: 'https://auth.example/device',
  headers: {},
  body: 'client_id=the-client',
} as const

type ExchangeOf = (kind: 'refresh' | 'own') => PlannedExchange
type MakePlan = (exchangeOf: ExchangeOf) => RunPlan

/** Plans runs by the given makers in their order; the last one is used again and again. */
function plansInOrder(...makers: readonly MakePlan[]): PlanOf {
  let count = 0
  return ({ settings, sealed }) => {
    const make = makers[Math.min(count, makers.length - 1)]
    count += 1
    if (make === undefined) throw new Error('there is no plan')
    const refreshToken = sealed.token?.refreshToken ?? ''
    const exchangeOf: ExchangeOf = (kind) =>
      kind === 'own'
        ? { grant: { kind: 'password' }, settings }
        : { grant: { kind: 'refreshToken', refreshToken }, settings }
    return { kind: 'plan', plan: make(exchangeOf) }
  }
}

const obtains: MakePlan =
  (exchangeOf) =>
  async ({ send }) => {
    await send(exchangeOf('own'))
    return null
  }

/** Each plan stays in its step until it is ended or answered, and would send once more then. */
const stays: Readonly<Record<RunStep, MakePlan>> = {
  refreshing:
    (exchangeOf) =>
    async ({ send }) => {
      await send(exchangeOf('refresh'))
      await send(exchangeOf('own'))
      return null
    },
  requesting:
    (exchangeOf) =>
    async ({ send }) => {
      await send(exchangeOf('own'))
      await send(exchangeOf('own'))
      return null
    },
  polling:
    (exchangeOf) =>
    async ({ poll }) => {
      await poll(exchangeOf('own'))
      await poll(exchangeOf('own'))
      return null
    },
  preparing:
    (exchangeOf) =>
    async ({ prepare, send }) => {
      await prepare(deviceRequest)
      await send(exchangeOf('own'))
      return null
    },
  pausing:
    (exchangeOf) =>
    async ({ pause, send }) => {
      await pause(60_000)
      await send(exchangeOf('own'))
      return null
    },
  'waiting-for-person':
    (exchangeOf) =>
    async ({ waitFor, send, show }) => {
      show(waitingForBrowser)
      // A wait that does not even listen to its signal.
      await waitFor(never)
      await send(exchangeOf('own'))
      return null
    },
}

/** An engine with a profile that has a token, and a run that is in `step`. */
async function startIn(step: RunStep) {
  const world = await startEngine({ planOf: plansInOrder(obtains, stays[step], obtains) })
  world.store.setPassphrase(passphrase)
  world.http.serve(rotating)
  const id = await world.create(draftOf({ keepFresh: false }))
  await world.engine.obtain(id)
  const answer = deferred<RawAnswer>()
  world.http.serve(() => answer.promise)
  const before = world.http.requests.length
  const seen: Outcome[] = []
  const run = world.engine.obtain(id).then((outcome) => seen.push(outcome))
  await settled()
  expect(seen).toEqual([])
  const ended = () => seen[0] ?? null
  return { ...world, id, answer, before, run, ended }
}

const edited = draftOf({ keepFresh: false, scope: 'other' }, {})

const cause: Readonly<Record<RunEvent, (engine: Engine, id: ProfileId) => Promise<unknown>>> = {
  lock: (engine) => engine.lock(),
  quit: (engine) => engine.close(),
  delete: (engine, id) => engine.remove(id),
  edit: (engine, id) => engine.update(id, edited),
  restart: async (engine, id) => {
    await engine.update(id, edited)
    return engine.obtain(id)
  },
  cancel: async (engine, id) => engine.cancel(id),
}

const f = 'finish'
const s = 'finish-soon'
const a = 'abort'
/** The promise to users, apart from the table in the code. */
const expected: Readonly<Record<RunStep, Readonly<Partial<Record<RunEvent, RunReaction>>>>> = {
  refreshing: { lock: f, quit: s, delete: a, edit: f, restart: f, cancel: a },
  requesting: { lock: a, quit: s, delete: a, edit: f, restart: a, cancel: a },
  polling: { lock: a, quit: s, delete: a, edit: a, cancel: a },
  preparing: { lock: a, quit: a, delete: a, edit: a, cancel: a },
  pausing: { lock: a, quit: a, delete: a, edit: a, cancel: a },
  'waiting-for-person': { lock: a, quit: a, delete: a, edit: a, cancel: a },
}

const cells = (Object.keys(expected) as RunStep[]).flatMap((step) =>
  (Object.entries(expected[step]) as [RunEvent, RunReaction][]).map(
    ([event, reaction]) => [step, event, reaction] as const,
  ),
)

describe.each(cells)('a run that is %s, at the event %s', (step, event, reaction) => {
  it(`reacts with ${reaction}`, async () => {
    const world = await startIn(step)
    const { engine, id, clock, http, answer, before, ended } = world
    const requestsOfStep = http.requests.length
    const happened = cause[event](engine, id)
    await settled()
    if (reaction === 'abort') {
      expect(ended()).toEqual({ kind: 'cancelled' })
    } else {
      await clock.advance(4900)
      expect(ended()).toBeNull()
      await clock.advance(200)
      if (reaction === 'finish-soon') expect(ended()).toEqual({ kind: 'cancelled' })
      else {
        await clock.advance(20_000)
        expect(ended()).toBeNull()
        answer.resolve(rotating(null, 1))
        await settled()
        expect(ended()).toEqual({ kind: 'obtained' })
      }
    }
    answer.resolve(rotating(null, 1))
    await Promise.all([happened, world.run])
    // The plan would have sent once more; a restart sends the request of the new run.
    const isRestarted = event === 'restart' ? 1 : 0
    expect(http.requests).toHaveLength(requestsOfStep + isRestarted)
    expect(requestsOfStep - before).toBeLessThanOrEqual(1)
    if (event === 'delete') {
      expect(world.store.durable.has(id)).toBe(false)
      return
    }
    // Nothing was lost: the token is the older one, or the one that was waited for.
    const isNew = reaction === 'finish' || event === 'restart'
    expect(world.sealed(id).token).toMatchObject(
      isNew
        ? { accessToken: 'access-2', refreshToken: 'refresh-2' }
        : { accessToken: 'access-1', refreshToken: 'refresh-1' },
    )
    expect(world.view(id).tokenRun).toBeNull()
  })
})

describe.each(['polling', 'preparing', 'pausing', 'waiting-for-person'] as const)(
  'a run that is %s',
  (step) => {
    it('is followed by one with the new settings when another is requested after an edit', async () => {
      const { engine, id, http, answer, run, ended, sealed } = await startIn(step)
      const requestsOfStep = http.requests.length
      await engine.update(id, edited)
      const next = engine.obtain(id)
      await run
      expect(ended()).toEqual({ kind: 'cancelled' })
      answer.resolve(rotating(null, 1))
      await expect(next).resolves.toEqual({ kind: 'obtained' })
      expect(http.requests).toHaveLength(requestsOfStep + 1)
      expect(http.requests.at(-1)?.body).toContain('scope=other')
      expect(sealed(id).token).toMatchObject({ accessToken: 'access-2', scope: ['other'] })
    })
  },
)

describe('a run that waits for a person', () => {
  const deviceCode = {
    kind: 'showing-device-code',
    code: 'WDJB-MJHT',
    address: 'https://auth.example/device',
    completeAddress: null,
    expiresAt: Date.UTC(2026, 0, 1, 0, 10),
  } as const

  /** Much like the device flow (RFC 8628): a code, a person, and polls until a token comes. */
  const signsIn: MakePlan =
    (exchangeOf) =>
    async ({ prepare, show, pause, poll }) => {
      const prepared = await prepare(deviceRequest)
      if (prepared.kind !== 'answer') return { kind: 'server-trouble', ...refused(502) }
      show(deviceCode)
      for (let interval = 5000; ; ) {
        await pause(interval)
        const outcome = outcomeOf(await poll(exchangeOf('own')))
        const code = 'oauthError' in outcome ? outcome.oauthError : null
        if (code === 'slow_down') interval += 5000
        else if (code === 'access_denied') return { kind: 'user-refused', ...refused(400) }
        else if (code !== 'authorization_pending') return null
      }
    }
  const refused = (status: number) => ({ status, oauthError: null, retryAfterSeconds: null })
  const waits = (error: string) => json(400, { error })

  async function startSignIn() {
    const world = await startEngine({ planOf: plansInOrder(signsIn) })
    world.http.serve(() => json(200, { device_code: 'the-device-code' }))
    const id = await world.create(draftOf({ keepFresh: false }))
    const obtaining = world.engine.obtain(id)
    await settled()
    return { ...world, id, obtaining }
  }

  it('shows its progress, slows down when the server requires it, and ends with the token', async () => {
    const { engine, http, delay, view, changes, sealed, id, obtaining } = await startSignIn()
    expect(view(id).tokenRun).toEqual({ what: 'obtain', progress: deviceCode })
    expect(delay.waiting()).toEqual([5000])
    http.serve(() => waits('authorization_pending'))
    await delay.pass(5000)
    expect(view(id).tokenRun?.progress).toEqual(deviceCode)
    expect(delay.waiting()).toEqual([5000])
    http.serve(() => waits('slow_down'))
    await delay.pass(5000)
    expect(delay.waiting()).toEqual([10_000])
    http.serve(rotating)
    await delay.pass(9999)
    expect(view(id).tokenRun).not.toBeNull()
    await delay.pass(1)
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests).toHaveLength(4)
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-4' })
    expect(view(id)).toMatchObject({
      tokenRun: null,
      activity: [{ outcome: { kind: 'obtained' } }],
    })
    expect(view(id).activity).toHaveLength(1)
    const shown = changes.map(({ profiles }) => profiles[0]?.tokenRun?.progress.kind ?? null)
    expect([...new Set(shown)]).toEqual([null, 'requesting', 'showing-device-code'])
    // Of the polls, only the one that brought the token is reported.
    expect(engine.report(id).match(/authorization_pending|slow_down/)).toBeNull()
  })

  it('ends with the outcome of its plan, and keeps it as an activity', async () => {
    const { http, delay, view, id, obtaining } = await startSignIn()
    http.serve(() => waits('access_denied'))
    await delay.pass(5000)
    await expect(obtaining).resolves.toMatchObject({ kind: 'user-refused' })
    expect(view(id).activity).toMatchObject([{ outcome: { kind: 'user-refused', status: 400 } }])
  })

  it('is cancelled rather than refused if the user cancels between two polls', async () => {
    const { engine, http, delay, view, id, obtaining } = await startSignIn()
    http.serve(() => waits('authorization_pending'))
    await delay.pass(5000)
    engine.cancel(id)
    await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
    expect(view(id).activity).toMatchObject([{ outcome: { kind: 'cancelled' } }])
    expect(delay.waiting()).toEqual([])
  })

  it('is shared by two clicks', async () => {
    const { engine, http, delay, id, obtaining } = await startSignIn()
    const second = engine.obtain(id)
    http.serve(rotating)
    await delay.pass(5000)
    await expect(Promise.all([obtaining, second])).resolves.toEqual([
      { kind: 'obtained' },
      { kind: 'obtained' },
    ])
    expect(http.requests).toHaveLength(2)
  })

  it('does not hold up a copy: the token is handed out as it is', async () => {
    const planOf = plansInOrder(obtains, stays['waiting-for-person'])
    const { engine, http, clock, create, view } = await startEngine({ planOf })
    http.serve(rotating)
    const id = await create(draftOf({ keepFresh: false }))
    await engine.obtain(id)
    const signingIn = engine.obtain(id)
    await settled()
    expect(view(id).tokenRun?.progress).toEqual(waitingForBrowser)
    await clock.advance(59 * 60_000)
    await expect(engine.freshen(id)).resolves.toBe('failed')
    expect(engine.accessToken(id).text).toBe('access-1')
    engine.cancel(id)
    await expect(signingIn).resolves.toEqual({ kind: 'cancelled' })
  })

  it('goes on after an edit that does not shape the request', async () => {
    const { engine, http, delay, id, obtaining } = await startSignIn()
    await engine.update(id, draftOf({ keepFresh: false, name: 'Renamed' }, {}))
    http.serve(rotating)
    await delay.pass(5000)
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
  })
})

it('a plan with a bug ends its run as an incident and keeps the token', async () => {
  const broken: MakePlan = () => () => Promise.reject(new Error('a bug'))
  const { engine, http, create, view, sealed } = await startEngine({
    planOf: plansInOrder(obtains, broken),
  })
  http.serve(rotating)
  const id = await create(draftOf({ keepFresh: false }))
  await engine.obtain(id)
  await expect(engine.obtain(id)).rejects.toThrow('a bug')
  expect(view(id).tokenRun).toBeNull()
  expect(sealed(id).token).toMatchObject({ accessToken: 'access-1' })
})
