import { describe, expect, it } from 'vitest'
import type { HttpResult } from '../../../src/main/engine/ports.ts'
import { sized } from '../../support/deep.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { repeating, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import type { RawAnswer } from '../../support/engine/fake-http.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

type Reply = RawAnswer | Exclude<HttpResult, { kind: 'answer' }>

const loginPage = '<html><title>Hotel Wi-Fi</title><form><input type="password"></form></html>'
const html = { 'Content-Type': 'text/html' }

/** Replies of a network that lets no request through to its server. */
const obstacles: readonly [string, Reply][] = [
  ['DNS fails', { kind: 'unreachable', reason: 'name-not-found', mayHaveArrived: false }],
  ['it is offline', { kind: 'unreachable', reason: 'offline', mayHaveArrived: false }],
  ['nothing listens', { kind: 'unreachable', reason: 'connection-refused', mayHaveArrived: false }],
  ['packets are lost', { kind: 'unreachable', reason: 'timeout', mayHaveArrived: false }],
  ['TLS fails', { kind: 'unreachable', reason: 'no-secure-connection', mayHaveArrived: false }],
  ['the proxy is away', { kind: 'unreachable', reason: 'proxy', mayHaveArrived: false }],
  ['a certificate is untrusted', { kind: 'certificate-not-trusted', problem: 'unknown-issuer' }],
  ['a certificate is another’s', { kind: 'certificate-not-trusted', problem: 'wrong-host' }],
  ['a redirect comes', { status: 302, headers: { Location: 'http://portal.example/login' } }],
  ['a redirect with 307 comes', { status: 307, headers: { Location: '/login?to=auth.example' } }],
  ['a sign-in page comes', { status: 200, headers: html, body: loginPage }],
  ['a page comes', { status: 200, headers: html, body: '<html><h1>Welcome aboard</h1></html>' }],
  ['511 comes', { status: 511, headers: html, body: loginPage }],
  ['407 comes', { status: 407, headers: html, body: '<html>proxy</html>' }],
]

const negotiate = { status: 401, headers: { 'WWW-Authenticate': 'Negotiate' } }

const drafts = [
  ['a password without a refresh token', draftOf(), repeating],
  ['a refresh token', draftOf(), rotating],
  [
    'client credentials',
    draftOf({ grantType: 'clientCredentials' }, { clientSecret: 's' }),
    repeating,
  ],
] as const

/** An engine with a profile that has a token for an hour and then meets `obstacle`. */
async function startBehind(obstacle: Reply, [, draft, server]: (typeof drafts)[number]) {
  const world = await startEngine({ fraction: 0.5 })
  world.http.serve((_, index) => (index === 0 ? server(null, 0) : obstacle))
  const id = await world.create(draft)
  await world.engine.obtain(id)
  return { ...world, id, recover: () => world.http.serve(server) }
}

describe.each(drafts)('a profile that is renewed by %s', (...how) => {
  it.each(obstacles)('continues automatically when %s', async (_, obstacle) => {
    const { clock, http, view, id, recover } = await startBehind(obstacle, how)
    await clock.advance(day)
    expect(http.requests.length).toBeGreaterThan(20)
    expect(http.requests.length).toBeLessThan(120)
    expect(view(id)).toMatchObject({ waitsForNetwork: true, needsSignIn: false })
    expect(view(id).renewsAt).toBeGreaterThan(clock.now())
    recover()
    await clock.advance(hour)
    expect(view(id).waitsForNetwork).toBe(false)
    expect(view(id).activity[0]).toMatchObject({ outcome: { kind: 'obtained' }, by: 'renewal' })
  })

  it.each(obstacles)('is tried at once on another network when %s', async (_, obstacle) => {
    const { clock, http, network, view, id, recover } = await startBehind(obstacle, how)
    await clock.advance(day)
    const before = http.requests.length
    recover()
    network.change()
    await clock.advance(30 * second)
    expect(http.requests).toHaveLength(before + 1)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
    expect(network.listeners()).toBe(0)
  })

  it.each(obstacles)('goes on after a restart when %s', async (_, obstacle) => {
    const first = await startBehind(obstacle, how)
    await first.clock.advance(day)
    await first.engine.close()
    const again = await startEngine({ stored: [...first.store.durable.values()] })
    again.clock.set(first.clock.now() + day)
    again.http.serve(how[2])
    expect(again.view(first.id).waitsForNetwork).toBe(true)
    await again.clock.advance(minute)
    expect(again.http.requests).toHaveLength(1)
    expect(again.view(first.id).activity[0]?.outcome.kind).toBe('obtained')
  })

  it('is tried at once when the computer wakes up, and once more when its network is back', async () => {
    const { engine, clock, http, network, view, id, recover } = await startBehind(
      { kind: 'unreachable', reason: 'name-not-found', mayHaveArrived: false },
      how,
    )
    await clock.advance(day)
    clock.set(clock.now() + 8 * hour)
    const before = http.requests.length
    engine.wake()
    await clock.advance(0)
    expect(http.requests).toHaveLength(before + 1)
    recover()
    network.resume()
    await clock.advance(30 * second)
    expect(http.requests).toHaveLength(before + 2)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
  })

  it('waits for the user after a refusal by the server, also if the network changes', async () => {
    const { engine, clock, http, network, view, id } = await startBehind(
      { status: 302, headers: { Location: 'http://portal.example/' } },
      how,
    )
    await clock.advance(day)
    http.serve(() => ({
      status: 401,
      headers: { 'Content-Type': 'application/json' },
      body: '{"error":"invalid_client"}',
    }))
    network.change()
    await clock.advance(minute)
    const before = http.requests.length
    for (let count = 0; count < 20; count += 1) {
      network.change()
      engine.wake()
      await clock.advance(hour)
    }
    expect(http.requests).toHaveLength(before)
    expect(view(id)).toMatchObject({ waitsForNetwork: false, renewsAt: null })
  })
})

describe('a gateway that wants single sign-on, at an address that worked before', () => {
  it.each(drafts.slice(1))('blocks %s for a while', async (...how) => {
    const { clock, network, view, id, recover } = await startBehind(negotiate, how)
    await clock.advance(day)
    expect(view(id)).toMatchObject({ waitsForNetwork: true, needsSignIn: false })
    recover()
    network.change()
    await clock.advance(30 * second)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
  })

  it('may have judged a password', async () => {
    const { clock, http, view, id } = await startBehind(negotiate, drafts[0])
    await clock.advance(day)
    expect(http.requests).toHaveLength(2)
    expect(view(id)).toMatchObject({ waitsForNetwork: false, renewsAt: null })
  })
})

describe('a network that changes again and again', () => {
  it('brings no attempt sooner than 30 seconds after the last', async () => {
    const { clock, http, network } = await startBehind(
      { status: 302, headers: { Location: 'http://portal.example/' } },
      drafts[0],
    )
    await clock.advance(hour)
    const before = http.requests.length
    for (let count = 0; count < 600; count += 1) {
      network.change()
      await clock.advance(second)
    }
    expect(http.requests.length - before).toBeLessThanOrEqual(21)
    expect(http.requests.length - before).toBeGreaterThan(10)
  })

  it('is not forgotten if it changes while a request waits for an answer', async () => {
    const { clock, http, network, view, id, recover } = await startBehind(
      { kind: 'unreachable', reason: 'offline', mayHaveArrived: false },
      drafts[1],
    )
    await clock.advance(day)
    let end = (_: Reply) => {}
    http.serve(
      () =>
        new Promise<Reply>((resolve) => {
          end = resolve
        }),
    )
    await clock.advance((view(id).renewsAt ?? 0) - clock.now())
    expect(view(id).tokenRun?.what).toBe('refresh')
    const before = http.requests.length
    network.change()
    recover()
    end({ kind: 'unreachable', reason: 'timeout', mayHaveArrived: false })
    await clock.advance(30 * second)
    expect(http.requests).toHaveLength(before + 1)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
  })

  it('is watched only while something waits for it', async () => {
    const { engine, clock, http, network, id, recover } = await startBehind(
      { kind: 'unreachable', reason: 'offline', mayHaveArrived: false },
      drafts[1],
    )
    expect(network.listeners()).toBe(0)
    await clock.advance(hour)
    expect(network.listeners()).toBe(1)
    await engine.changeMarks(id, { keepFresh: false })
    expect(network.listeners()).toBe(0)
    await engine.changeMarks(id, { keepFresh: true })
    expect(network.listeners()).toBe(1)
    recover()
    await clock.advance(hour)
    expect(network.listeners()).toBe(0)
    http.serve(() => ({ kind: 'unreachable', reason: 'offline', mayHaveArrived: false }))
    await clock.advance(hour)
    expect(network.listeners()).toBe(1)
    await engine.remove(id)
    expect(network.listeners()).toBe(0)
  })

  it('is not watched after a lock or a quit', async () => {
    const world = await startBehind(
      { kind: 'unreachable', reason: 'offline', mayHaveArrived: false },
      drafts[1],
    )
    const { engine, store, clock, http, network } = world
    await clock.advance(hour)
    store.setPassphrase('a passphrase')
    await engine.lock()
    expect(network.listeners()).toBe(0)
    const before = http.requests.length
    network.change()
    await clock.advance(day)
    expect(http.requests).toHaveLength(before)
    await engine.unlock({ kind: 'passphrase', passphrase: 'a passphrase' })
    await clock.advance(minute)
    expect(network.listeners()).toBe(1)
    expect(http.requests.length).toBeGreaterThan(before)
    await engine.close()
    expect(network.listeners()).toBe(0)
  })

  const count = sized({ usual: 300, deep: 2000 })
  it(`lets ${count} ask their server once each, six at a time`, async () => {
    const first = await startBehind(
      { kind: 'unreachable', reason: 'offline', mayHaveArrived: false },
      drafts[2],
    )
    await first.clock.advance(2 * hour)
    await first.engine.close()
    const [one] = first.store.durable.values()
    if (one === undefined) throw new Error('nothing was kept')
    const stored = Array.from({ length: count }, (_, index) => ({
      ...one,
      id: `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
    }))
    const { clock, http, network } = await startEngine({ stored, fraction: 0.9 })
    http.serve(() => ({ kind: 'unreachable', reason: 'offline', mayHaveArrived: false }))
    clock.set(first.clock.now() + day)
    await clock.advance(minute)
    expect(http.requests).toHaveLength(count)
    let underWay = 0
    let most = 0
    http.serve(async (_, index) => {
      underWay += 1
      most = Math.max(most, underWay)
      await Promise.resolve()
      underWay -= 1
      return repeating(null, index)
    })
    for (let changes = 0; changes < 5; changes += 1) network.change()
    await clock.advance(minute)
    expect(most).toBe(6)
    expect(http.requests).toHaveLength(2 * count)
  })
})

describe('a password', () => {
  it('is judged by the last attempt that met its server, however many came since', async () => {
    const { engine, clock, http, network, store, view, id } = await startBehind(
      { status: 403 },
      drafts[0],
    )
    await clock.advance(54 * minute)
    expect(view(id)).toMatchObject({ renewsAt: null, waitsForNetwork: false })
    http.serve(() => ({ kind: 'unreachable', reason: 'offline', mayHaveArrived: false }))
    for (let count = 0; count < 120; count += 1) await engine.obtain(id)
    const before = http.requests.length
    network.change()
    await clock.advance(30 * day)
    expect(http.requests).toHaveLength(before)
    expect(view(id)).toMatchObject({ renewsAt: null, waitsForNetwork: false })
    expect(store.durable.get(id)?.activity).toHaveLength(50)
    expect(store.durable.get(id)?.activity.at(-1)?.outcome.kind).toBe('user-refused')
    await engine.close()
    const again = await startEngine({ stored: [...store.durable.values()] })
    await again.clock.advance(day)
    expect(again.http.requests).toEqual([])
  })

  it('is not repeated after a request that was sent and got no answer', async () => {
    for (const reason of ['timeout', 'connection-lost', 'other'] as const) {
      const { clock, http, network, view, id } = await startBehind(
        { kind: 'unreachable', reason, mayHaveArrived: true },
        drafts[0],
      )
      await clock.advance(54 * minute)
      network.change()
      await clock.advance(30 * day)
      expect(http.requests).toHaveLength(2)
      expect(view(id)).toMatchObject({ renewsAt: null, waitsForNetwork: false })
    }
  })

  it('is retried once the user has obtained a token', async () => {
    const { engine, clock, http, view, id, recover } = await startBehind({ status: 403 }, drafts[0])
    await clock.advance(2 * hour)
    expect(http.requests).toHaveLength(2)
    recover()
    await engine.obtain(id)
    await clock.advance(54 * minute)
    expect(http.requests).toHaveLength(4)
    expect(view(id).activity[0]?.outcome.kind).toBe('obtained')
  })
})

describe('a first token', () => {
  it.each(obstacles)('is obtained by the user alone when %s', async (_, obstacle) => {
    const { create, engine, clock, http, network, view } = await startEngine()
    http.serve(() => obstacle)
    const id = await create()
    await engine.obtain(id)
    network.change()
    await clock.advance(30 * day)
    expect(http.requests).toHaveLength(1)
    expect(view(id)).toMatchObject({ waitsForNetwork: false, renewsAt: null })
  })
})

it('a token that is copied is renewed first, as soon as the network may work again', async () => {
  const { engine, clock, http, id, recover } = await startBehind(
    { status: 302, headers: { Location: 'http://portal.example/' } },
    drafts[0],
  )
  await clock.advance(6 * hour)
  const before = http.requests.length
  recover()
  await clock.advance(30 * second)
  expect(http.requests).toHaveLength(before)
  await expect(engine.freshen(id)).resolves.toBe('renewed')
})
