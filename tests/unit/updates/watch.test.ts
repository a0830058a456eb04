import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import type { HttpResult } from '../../../src/main/engine/ports.ts'
import { openMemory } from '../../../src/main/updates/memory.ts'
import { createUpdateWatch } from '../../../src/main/updates/watch.ts'
import type { UpdatesView } from '../../../src/shared/updates.ts'
import { createFakeHttp } from '../../support/engine/fake-http.ts'
import { createFixedRandom } from '../../support/engine/fixed-random.ts'
import { createManualClock, settled } from '../../support/engine/manual-clock.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { strangeNames, strangePlaces } from '../../support/files/strange-files.ts'
import { configuration, feedOf, page, stranger } from '../../support/updates/feeds.ts'

const hour = 60 * 60_000
const day = 24 * hour
const start = Date.UTC(2026, 10, 22, 12)

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'updates-'))
  file = path.join(folder, 'updates.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a test plays: time, the network, and what the user chose. */
async function open({ now = start, fraction = 0, address = configuration.address } = {}) {
  const clock = createManualClock(now)
  const http = createFakeHttp(() => ({ status: 200, body: feedOf(clock.now()) }))
  const log = createMemoryLog()
  const told: UpdatesView[] = []
  const wishes = { isWanted: true, isLocked: false }
  const memory = await openMemory(file, address, log)
  const watch = createUpdateWatch({
    configuration: { ...configuration, address },
    version: '1.0.0',
    memory,
    http,
    clock,
    random: createFixedRandom(fraction),
    log,
    isWanted: () => wishes.isWanted,
    isLocked: () => wishes.isLocked,
    tell: (view) => told.push(view),
  })
  /** Lets time pass in steps that leave room for what is written in between. */
  async function pass(span: number): Promise<void> {
    for (let left = span; left > 0; left -= hour) {
      await clock.advance(Math.min(left, hour))
      await written()
    }
  }
  /** What was asked for at once is asked and kept. */
  async function written(): Promise<void> {
    await memory.change({})
    await settled()
    await memory.change({})
  }
  return { clock, http, log, told, wishes, memory, watch, pass, written }
}

test('a look sends a GET without anything about the user, to this address alone', async () => {
  const { watch, http } = await open()
  expect(await watch.look()).toBe('newer')
  expect(http.requests).toEqual([
    {
      method: 'GET',
      url: configuration.address,
      headers: {
        accept: 'application/json',
        'accept-language': '*',
        'user-agent': 'TokenDesk',
      },
      body: '',
    },
  ])
})

test('a newer version is announced once, with its details', async () => {
  const { watch, told } = await open()
  await watch.look()
  await watch.look()
  const found = { version: '1.2.0', released: '2026-11-20', pageHost: 'desk.example', notes: {} }
  expect(told).toEqual([{ host: 'desk.example', found, isDismissed: false }])
  expect(watch.view()).toEqual(told[0])
  expect(watch.page()).toBe(page)
})

test.each(['1.0.0', '0.9.0', '1.0.0-rc.1'])(
  'a feed that tells of %s says that this is the newest',
  async (version) => {
    const { watch, http, clock, told } = await open()
    http.serve(() => ({ status: 200, body: feedOf(clock.now(), { version }) }))
    expect(await watch.look()).toBe('newest')
    expect([told, watch.view().found, watch.page()]).toEqual([[], null, null])
  },
)

describe('nothing is announced, and the reason is reported, after', () => {
  const noAnswer = { kind: 'unreachable', reason: 'offline', mayHaveArrived: false } as const
  it.each<
    [string, Exclude<HttpResult, { kind: 'answer' }> | { status: number; body?: string }, string]
  >([
    ['no answer', noAnswer, 'no-answer'],
    ['a redirect', { kind: 'moved', status: 302, location: 'https://desk.example/' }, 'odd-answer'],
    ['an answer without end', { kind: 'too-large', status: 200 }, 'odd-answer'],
    ['an error of the server', { status: 500 }, 'odd-answer'],
    ['a genuine feed with a strange status', { status: 203, body: feedOf(start) }, 'odd-answer'],
    [
      'a certificate nobody vouches for',
      { kind: 'certificate-not-trusted', problem: 'unknown-issuer' },
      'not-secure',
    ],
    ['a page', { status: 200, body: '<html>' }, 'not-genuine'],
    [
      'a feed of somebody else',
      { status: 200, body: feedOf(start, { privateKey: stranger.privateKey }) },
      'not-genuine',
    ],
    ['a feed that has expired', { status: 200, body: feedOf(start - 40 * day) }, 'out-of-date'],
  ])('%s', async (_what, answer, reason) => {
    const { watch, http, told, memory, log } = await open()
    http.serve(() => answer)
    expect(await watch.look()).toBe(reason)
    expect([told, watch.view().found, memory.get().newest]).toEqual([[], null, null])
    expect(log.entries).toEqual([{ event: 'looked-for-update', fields: { reason } }])
  })
})

test('an older feed is refused after a newer one, also after a restart; what was found stays', async () => {
  const first = await open()
  await first.watch.look()
  const second = await open({ now: start + day })
  second.http.serve(() => ({ status: 200, body: feedOf(start - hour, { version: '9.0.0' }) }))
  expect(await second.watch.look()).toBe('out-of-date')
  expect(second.watch.view().found?.version).toBe('1.2.0')
  // A distributor may take a version back: the later signature counts, not the higher number.
  second.http.serve(() => ({ status: 200, body: feedOf(start + hour, { version: '1.0.0' }) }))
  expect(await second.watch.look()).toBe('newest')
  expect(second.told).toMatchObject([{ found: null }])
})

test('what was found is said no more once its feed has expired', async () => {
  const { watch, clock } = await open()
  await watch.look()
  clock.set(start + 30 * day)
  expect([watch.view().found, watch.page()]).toEqual([null, null])
})

test('a version that was dismissed stays so after a restart, and the next one does not', async () => {
  const first = await open()
  await first.watch.look()
  await first.watch.dismiss('1.2.0')
  expect(first.watch.view()).toMatchObject({ isDismissed: true, found: { version: '1.2.0' } })
  const second = await open({ now: start + day })
  expect(second.watch.view().isDismissed).toBe(true)
  const body = feedOf(start + day, { version: '1.3.0' })
  second.http.serve(() => ({ status: 200, body }))
  await second.watch.look()
  expect(second.told).toMatchObject([{ isDismissed: false, found: { version: '1.3.0' } }])
})

describe('what lies on the disk is believed as little as what comes:', () => {
  it('a feed that another program wrote into the file is not shown', async () => {
    const newest = feedOf(start, { privateKey: stranger.privateKey, version: '6.6.6' })
    const content = { feed: configuration.address, lookedAt: start, newest, dismissed: null }
    writeFileSync(file, JSON.stringify(content))
    const { watch } = await open()
    expect([watch.view().found, watch.page()]).toEqual([null, null])
  })

  it.each([
    '',
    '{',
    '[]',
    '{"feed":1}',
    '{"feed":"https://desk.example/update-feed.json","lookedAt":"x","newest":7}',
  ])('the file %j counts as none', async (text) => {
    writeFileSync(file, text)
    const { watch, memory } = await open()
    expect(memory.get()).toEqual({ lookedAt: null, newest: null, dismissed: null })
    expect(await watch.look()).toBe('newer')
  })

  it('the version of another feed is forgotten', async () => {
    const first = await open()
    await first.watch.look()
    const second = await open({ address: 'https://desk.example/another.json' })
    expect(second.watch.view().found).toBe(null)
  })
})

test('the file holds the times and the feed, and nothing about the user', async () => {
  const { watch } = await open()
  await watch.look()
  const content = JSON.parse(readFileSync(file, 'utf8'))
  expect(Object.keys(content)).toEqual(['feed', 'lookedAt', 'newest', 'dismissed'])
})

test('a disk that takes nothing stops no look', async () => {
  rmSync(folder, { recursive: true })
  const { watch, log } = await open()
  expect(await watch.look()).toBe('newer')
  expect(log.incidents.map(({ event }) => event)).toContain('update-memory')
  expect(watch.view().found?.version).toBe('1.2.0')
})

describe('an automatic check', () => {
  it('does not happen while the setting is off', async () => {
    const { watch, wishes, http, clock, pass } = await open()
    wishes.isWanted = false
    watch.begin()
    await pass(2 * day)
    expect([http.requests, clock.armed()]).toEqual([[], []])
  })

  it('happens at once, and then once a day', async () => {
    const { watch, http, pass, written } = await open()
    watch.begin()
    await written()
    expect(http.requests).toHaveLength(1)
    await pass(day - hour)
    expect(http.requests).toHaveLength(1)
    await pass(4 * day + 2 * hour)
    expect(http.requests).toHaveLength(6)
  })

  it('happens up to two hours later than after a day, by chance', async () => {
    const { watch, http, pass, written } = await open({ fraction: 0.99 })
    watch.begin()
    await written()
    await pass(day + hour)
    expect(http.requests).toHaveLength(1)
    await pass(hour)
    expect(http.requests).toHaveLength(2)
  })

  it('happens no more often because it failed, nor because the app is started again', async () => {
    for (let started = 0; started < 5; started += 1) {
      const { watch, http, pass, written } = await open({ now: start + started * hour })
      http.serve(() => ({ status: 500 }))
      watch.begin()
      watch.begin()
      await written()
      await pass(hour)
      expect(http.requests).toHaveLength(started === 0 ? 1 : 0)
    }
  })

  it('is not kept from happening by a clock that once ran ahead', async () => {
    const ahead = await open({ now: start + 1000 * day })
    ahead.http.serve(() => ({ status: 500 }))
    await ahead.watch.look()
    const { watch, http, written } = await open()
    watch.begin()
    await written()
    expect(http.requests).toHaveLength(1)
  })

  it('waits while the app is locked', async () => {
    const { watch, wishes, http, pass } = await open()
    wishes.isLocked = true
    watch.begin()
    await pass(3 * hour)
    expect(http.requests).toEqual([])
    wishes.isLocked = false
    await pass(hour)
    expect(http.requests).toHaveLength(1)
  })

  it('ends when it is switched off, and when the app is closed', async () => {
    const { watch, wishes, http, clock, written } = await open()
    watch.begin()
    await written()
    wishes.isWanted = false
    watch.begin()
    expect(clock.armed()).toEqual([])
    wishes.isWanted = true
    watch.begin()
    watch.stop()
    watch.begin()
    expect([clock.armed(), http.requests.length]).toEqual([[], 1])
  })
})

test('two looks at once are one request', async () => {
  const { watch, http } = await open()
  expect(await Promise.all([watch.look(), watch.look()])).toEqual(['newer', 'newer'])
  expect(http.requests).toHaveLength(1)
})

test.runIf(process.platform === 'linux').each(strangeNames)(
  'with %s in the place of what is remembered, nothing is',
  async (place) => {
    await strangePlaces[place](file)
    const memory = await openMemory(file, configuration.address, createMemoryLog())
    expect(memory.get()).toEqual({ lookedAt: null, newest: null, dismissed: null })
  },
)
