import { expect, test } from 'vitest'
import { createPractice } from '../../../src/main/practice-server/practice.ts'
import type { Outcome } from '../../../src/shared/outcome.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { optionsOf } from '../../support/profiles/settings.ts'

test('two quick clicks make one profile and get one token', async () => {
  const { engine, http, log } = await startEngine()
  http.serve(rotating)
  const practice = createPractice(engine, async () => draftOf(), log)
  const [first, second] = await Promise.all([
    practice.start('password'),
    practice.start('password'),
  ])
  expect(second).toBe(first)
  expect(engine.profiles()).toHaveLength(1)
  expect(http.requests).toHaveLength(1)
})

test('a later click comes back to the same profile, with the address of the server as it is now', async () => {
  const { engine, http, log } = await startEngine()
  http.serve(rotating)
  let port = 1
  const practice = createPractice(
    engine,
    async () => draftOf({ tokenEndpoint: `http://127.0.0.1:${port}/token` }),
    log,
  )
  const first = await practice.start('password')
  port = 2
  expect(await practice.start('password')).toBe(first)
  expect(engine.profiles().map(({ settings }) => optionsOf(settings).tokenEndpoint)).toEqual([
    'http://127.0.0.1:2/token',
  ])
})

/** An engine whose runs wait for a person, until they are released. */
async function startWaitingEngine() {
  let end: (outcome: Outcome) => void = () => {}
  let fail: (cause: Error) => void = () => {}
  const ended = new Promise<Outcome>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  let runs = 0
  const world = await startEngine({
    planOf: () => {
      runs += 1
      return { kind: 'plan', plan: () => ended }
    },
  })
  return { ...world, runs: () => runs, end: () => end({ kind: 'cancelled' }), fail }
}

test.each(['browser', 'device'] as const)(
  'the sign-in of the way %s has begun, and is not waited for',
  async (way) => {
    const { engine, view, end, runs, log } = await startWaitingEngine()
    const practice = createPractice(engine, async () => draftOf(), log)
    const id = await practice.start(way)
    expect(view(id).tokenRun).not.toBeNull()
    expect(view(id).lifetime).toBe('session')
    // Another click comes back to the sign-in that waits.
    expect(await practice.start(way)).toBe(id)
    expect(runs()).toBe(1)
    end()
    await expect.poll(() => view(id).tokenRun).toBeNull()
  },
)

test('each way has a profile of its own', async () => {
  const { engine, end, log } = await startWaitingEngine()
  end()
  const practice = createPractice(engine, async (way) => draftOf({ name: way }), log)
  const ids = [await practice.start('browser'), await practice.start('device')]
  expect(await practice.start('browser')).toBe(ids[0])
  expect(engine.profiles().map(({ settings }) => settings.about.name)).toEqual([
    'browser',
    'device',
  ])
})

test('a sign-in that can’t begin is reported', async () => {
  const { engine, log } = await startEngine({
    planOf: () => ({ kind: 'secrets-missing', names: ['clientSecret'] }),
  })
  const practice = createPractice(engine, async () => draftOf(), log)
  await expect(practice.start('browser')).rejects.toMatchObject({
    error: { code: 'secrets-missing' },
  })
})

test('a bug in a sign-in that has begun is an incident', async () => {
  const { engine, log, fail } = await startWaitingEngine()
  const practice = createPractice(engine, async () => draftOf(), log)
  await practice.start('browser')
  const cause = new Error('planted')
  fail(cause)
  await expect.poll(() => log.incidents).toEqual([{ event: 'practice', cause }])
})
