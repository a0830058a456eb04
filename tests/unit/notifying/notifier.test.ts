import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { createMainWords } from '../../../src/main/i18n/i18n.ts'
import { hidesProfiles } from '../../../src/main/ipc/change-feed.ts'
import type { Wishes } from '../../../src/main/notifying/due-notice.ts'
import { createNotifier } from '../../../src/main/notifying/notifier.ts'
import { createFakeNotifications } from '../../support/background/fake-notifications.ts'
import { seedOr } from '../../support/deep.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'

const second = 1000
const minute = 60 * second
const passphrase = 'seven quiet herons'
const deadRefreshToken = () => json(400, { error: 'invalid_grant' })
const refusedClient = () => json(401, { error: 'invalid_client' })
const trouble = (): RawAnswer => ({ status: 503 })

async function startNotifier(first: Wishes = { beforeEnd: 10, ofTrouble: true }) {
  const world = await startEngine()
  world.store.setPassphrase(passphrase)
  world.http.serve(rotating)
  const notifications = createFakeNotifications()
  const actions = { open: vi.fn(), openProfile: vi.fn(), renewAndCopy: vi.fn() }
  let wishes = first
  let lookedAt: string | null = null
  const notifier = createNotifier({
    engine: world.engine,
    clock: world.clock,
    t: createMainWords('en').t,
    notifications: notifications.port,
    wishes: () => wishes,
    isLocked: () => hidesProfiles(world.store.view()),
    isLookedAt: (id) => id === lookedAt,
    actions,
  })
  notifier.begin()
  return {
    ...world,
    notifier,
    notifications,
    actions,
    wish: (next: Wishes) => {
      wishes = next
      notifier.wishesChanged()
    },
    lookAt: (id: string | null) => {
      lookedAt = id
    },
    obtain: async (keepFresh: boolean, name = 'Billing') => {
      const id = await world.create(draftOf({ keepFresh, name, grantType: 'clientCredentials' }))
      await world.engine.obtain(id)
      return id
    },
    unlock: async () => {
      await world.engine.unlock({ kind: 'passphrase', passphrase })
      await settled()
    },
  }
}

test('profiles that are still being read, and tokens that end soon already, are no news', async () => {
  const before = await startNotifier()
  for (const name of ['First', 'Second', 'Third']) await before.obtain(false, name)
  const stored = [...before.store.durable.values()]
  const first = stored.slice(0, 1).map(({ id }) => id)
  const world = await startEngine({ stored, first })
  await world.clock.advance(55 * minute)
  const notifications = createFakeNotifications()
  const notifier = createNotifier({
    engine: world.engine,
    clock: world.clock,
    t: createMainWords('en').t,
    notifications: notifications.port,
    wishes: () => ({ beforeEnd: 10, ofTrouble: true }),
    isLocked: () => false,
    isLookedAt: () => false,
    actions: { open: vi.fn(), openProfile: vi.fn(), renewAndCopy: vi.fn() },
  })
  // Something is heard of one before the others come.
  for (const id of first) world.engine.recordUse(id)
  notifier.wishesChanged()
  world.readOthers()
  await world.loading.all
  await world.clock.advance(5 * second)
  expect(notifications.titles()).toEqual([])
  notifier.begin()
  await world.clock.advance(minute)
  expect(world.engine.profiles()).toHaveLength(3)
  expect(notifications.titles()).toEqual([])
})

test('an expiry during network trouble is not announced as keep-fresh being off', async () => {
  const { obtain, clock, http, notifications } = await startNotifier()
  await obtain(true)
  http.serve(() => ({ status: 302, headers: { Location: 'http://portal.example/' } }))
  await clock.advance(60 * minute)
  expect(notifications.all.map(({ body }) => body)).toEqual([
    expect.stringMatching(
      /^It is valid for .* Token Desk is waiting for the network to renew it\.$/,
    ),
  ])
})

describe('of a token that is not kept fresh', () => {
  it('its expiry is announced once, at the chosen time, with the possible actions', async () => {
    const { obtain, clock, notifications, actions } = await startNotifier()
    const id = await obtain(false)
    await clock.advance(50 * minute)
    expect(notifications.titles()).toEqual([])
    await clock.advance(10 * second)
    expect(notifications.titles()).toEqual(['Billing: the token expires soon'])
    const [shown] = notifications.all
    expect(shown?.body).toBe('It is valid for 9 min and is not renewed automatically.')
    shown?.onClick()
    expect(actions.openProfile).toHaveBeenCalledWith(id)
    shown?.button?.onPress()
    expect(actions.renewAndCopy).toHaveBeenCalledWith(id)
    await clock.advance(60 * minute)
    expect(notifications.all).toHaveLength(1)
  })

  it('a name that would change the order of the words is isolated in it', async () => {
    const { obtain, clock, notifications } = await startNotifier()
    await obtain(false, 'Bil\u202eling')
    await clock.advance(51 * minute)
    expect(notifications.titles()).toEqual(['\u2068Billing\u2069: the token expires soon'])
  })

  it('its expiry is not announced if turned off, and no timer runs for it', async () => {
    const { obtain, clock, notifications } = await startNotifier({
      beforeEnd: null,
      ofTrouble: true,
    })
    await obtain(false)
    expect(clock.armed()).toEqual([])
    await clock.advance(120 * minute)
    expect(notifications.all).toEqual([])
  })

  it('a new token takes the notification of the older one away', async () => {
    const { obtain, engine, clock, notifications } = await startNotifier()
    const id = await obtain(false)
    await clock.advance(51 * minute)
    expect(notifications.open.size).toBe(1)
    await engine.refresh(id)
    expect(notifications.open.size).toBe(0)
    await clock.advance(51 * minute)
    expect(notifications.all).toHaveLength(2)
  })

  it('its expiry is not announced after a longer sleep', async () => {
    const { obtain, clock, notifications, notifier } = await startNotifier()
    await obtain(false)
    clock.set(clock.now() + 90 * minute)
    notifier.wake()
    await clock.advance(90 * minute)
    expect(notifications.all).toEqual([])
  })

  it('its expiry is announced at once after a shorter sleep', async () => {
    const { obtain, clock, notifications, notifier } = await startNotifier()
    await obtain(false)
    clock.set(clock.now() + 55 * minute)
    notifier.wake()
    await clock.advance(2 * second)
    expect(notifications.all).toHaveLength(1)
  })
})

describe('of a token that is kept fresh', () => {
  it('a day of renewals is not announced', async () => {
    const { obtain, clock, notifications } = await startNotifier()
    await obtain(true)
    await clock.advance(24 * 60 * minute)
    expect(notifications.all).toEqual([])
  })

  it('a permanently refused renewal is announced once', async () => {
    const { obtain, clock, http, notifications, engine, notifier } = await startNotifier()
    const id = await obtain(true)
    http.serve(refusedClient)
    await clock.advance(55 * minute)
    expect(notifications.titles()).toEqual(['Billing: the token was not renewed'])
    engine.wake()
    notifier.wake()
    await engine.obtain(id)
    await clock.advance(120 * minute)
    expect(notifications.all).toHaveLength(1)
  })

  it('a needed sign-in is announced once, with these words', async () => {
    const { create, engine, clock, http, notifications, notifier } = await startNotifier()
    const id = await create(draftOf({ keepFresh: true }))
    await engine.obtain(id)
    http.serve(deadRefreshToken)
    await clock.advance(58 * minute)
    expect(notifications.titles()).toEqual(['Billing: please sign in again'])
    engine.wake()
    notifier.wake()
    await clock.advance(24 * 60 * minute)
    expect(notifications.all).toHaveLength(1)
  })

  it('its expiry is announced if the server is in trouble until then', async () => {
    const { obtain, clock, http, notifications } = await startNotifier()
    await obtain(true)
    http.serve(trouble)
    await clock.advance(60 * minute)
    expect(notifications.all.length).toBeLessThanOrEqual(1)
    http.serve(repeating)
    await clock.advance(60 * minute)
    expect(notifications.open.size).toBe(0)
  })
})

it('nothing is announced about the profile in view', async () => {
  const { obtain, clock, notifications, lookAt } = await startNotifier()
  lookAt(await obtain(false))
  await clock.advance(60 * minute)
  expect(notifications.all).toEqual([])
})

it('what is so already when the app starts, or when the user begins to want it, is no news', async () => {
  const { obtain, clock, notifications, wish } = await startNotifier({
    beforeEnd: null,
    ofTrouble: true,
  })
  await obtain(false)
  await clock.advance(55 * minute)
  wish({ beforeEnd: 10, ofTrouble: true })
  await clock.advance(60 * minute)
  expect(notifications.all).toEqual([])
})

it('a lock takes all notifications away, and none comes until it is opened', async () => {
  const { obtain, clock, engine, notifications, unlock } = await startNotifier()
  await obtain(false, 'First')
  await clock.advance(30 * minute)
  await obtain(false, 'Second')
  await clock.advance(25 * minute)
  expect(notifications.titles()).toEqual(['First: the token expires soon'])
  await engine.lock()
  expect(notifications.open.size).toBe(0)
  await clock.advance(26 * minute)
  await unlock()
  await clock.advance(60 * minute)
  expect(notifications.all).toHaveLength(1)
})

it('simultaneous changes of many profiles are announced in one sentence', async () => {
  const { obtain, clock, http, notifications, actions } = await startNotifier()
  for (let number = 0; number < 50; number += 1) await obtain(true, `Profile ${number}`)
  http.serve(refusedClient)
  await clock.advance(58 * minute)
  expect(notifications.titles()).toEqual(['50 profiles need your attention'])
  notifications.all[0]?.onClick()
  expect(actions.open).toHaveBeenCalledOnce()
})

test('any sequence of changes shows at most one notification of a token, and none while locked', async () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ pass: fc.integer({ min: 1, max: 40 }) }) },
    {
      weight: 3,
      arbitrary: fc.record({ serve: fc.constantFrom('ok', 'dead', 'refused', 'trouble') }),
    },
    fc.record({ sleep: fc.integer({ min: 1, max: 90 }) }),
    fc.record({ clock: fc.integer({ min: -30, max: 30 }) }),
    fc.record({ keepFresh: fc.boolean() }),
    fc.constantFrom('obtain', 'refresh', 'lock', 'unlock', 'wishes', 'cancel'),
  )
  const servers = { ok: rotating, dead: deadRefreshToken, refused: refusedClient, trouble } as const
  let all = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const world = await startNotifier()
      const { engine, clock, http, notifier, notifications, store } = world
      const id = await world.create(draftOf({ keepFresh: true }))
      await engine.obtain(id)
      const tokens = () => {
        const [view] = engine.profiles()
        return view?.token === null || view?.token === undefined
          ? 'none'
          : `${view.token.issuedAt} ${view.token.expiresAt}`
      }
      const toldOf: string[] = []
      const show = notifications.port.show
      notifications.port.show = (shown) => {
        expect(hidesProfiles(store.view())).toBe(false)
        toldOf.push(tokens())
        return show(shown)
      }
      for (const each of steps) {
        const isLocked = hidesProfiles(store.view())
        if (typeof each === 'string') {
          if (each === 'lock' && !isLocked) await engine.lock()
          else if (each === 'unlock' && isLocked) await world.unlock()
          else if (each === 'wishes') world.wish({ beforeEnd: 5, ofTrouble: true })
          else if (each === 'cancel' && !isLocked) engine.cancel(id)
          else if ((each === 'obtain' || each === 'refresh') && !isLocked) await engine[each](id)
        } else if ('pass' in each) await clock.advance(each.pass * minute)
        else if ('serve' in each) http.serve(servers[each.serve as keyof typeof servers])
        else if ('keepFresh' in each) {
          if (!isLocked) await engine.changeMarks(id, { keepFresh: each.keepFresh })
        } else if ('clock' in each) clock.set(clock.now() + each.clock * minute)
        else {
          clock.set(clock.now() + each.sleep * minute)
          engine.wake()
          notifier.wake()
          await settled()
        }
      }
      await clock.advance(3 * second)
      all += toldOf.length
      expect(new Set(toldOf).size).toBe(toldOf.length)
      notifier.stop()
      await engine.close()
    }),
    { numRuns: 60, seed: seedOr(20261121) },
  )
  // Otherwise nothing was proved.
  expect(all).toBeGreaterThan(20)
}, 30_000)

test('a deleted profile’s notification is withdrawn: a single one, and a shared one with its last profile', async () => {
  const { obtain, clock, notifications, engine } = await startNotifier()
  const alone = await obtain(false, 'Alone')
  await clock.advance(51 * minute)
  expect(notifications.open.size).toBe(1)
  await engine.remove(alone)
  expect(notifications.open.size).toBe(0)

  const ids: string[] = []
  for (const name of ['One', 'Two', 'Three', 'Four']) ids.push(await obtain(false, name))
  await clock.advance(51 * minute)
  expect(notifications.titles()).toHaveLength(2)
  expect(notifications.open.size).toBe(1)
  const [last = '', ...others] = ids
  for (const id of others) await engine.remove(id)
  expect(notifications.open.size).toBe(1)
  await engine.remove(last)
  expect(notifications.open.size).toBe(0)
})
