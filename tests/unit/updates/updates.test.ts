import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Http } from '../../../src/main/engine/ports.ts'
import { createUpdates } from '../../../src/main/updates/updates.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createFakeHttp } from '../../support/engine/fake-http.ts'
import { createFixedRandom } from '../../support/engine/fixed-random.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { configuration, feedOf, page } from '../../support/updates/feeds.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'updates-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const minute = 60_000
const refused = new Failure({ code: 'request-refused', reason: 'name' })

function open(configured: string | null) {
  const configurationFile = path.join(folder, 'update-feed.json')
  if (configured !== null) writeFileSync(configurationFile, configured)
  const clock = createManualClock(Date.UTC(2026, 10, 22, 12))
  const http = createFakeHttp(() => ({ status: 200, body: feedOf(clock.now()) }))
  const log = createMemoryLog()
  const wishes = { isWanted: false }
  const opened: (readonly [string, readonly string[]])[] = []
  const made: Http[] = []
  const updates = createUpdates({
    configurationFile,
    memoryFile: path.join(folder, 'updates.json'),
    version: '1.0.0',
    createHttp: () => {
      made.push(http)
      return http
    },
    clock,
    random: createFixedRandom(0.5),
    log,
    isWanted: () => wishes.isWanted,
    isLocked: () => false,
    tell: () => undefined,
    openPage: async (address, origins) => {
      opened.push([address, origins])
    },
  })
  return { updates, clock, http, log, wishes, opened, made }
}

test('without a configuration there is nothing to ask, nothing is sent, and every request is refused', async () => {
  const { updates, clock, http, wishes, opened } = open(null)
  wishes.isWanted = true
  updates.settingsChanged()
  await clock.advance(2 * minute)
  expect(await updates.view()).toBe(null)
  await expect(updates.look()).rejects.toEqual(refused)
  await expect(updates.dismiss('1.2.0')).rejects.toEqual(refused)
  await expect(updates.openPage()).rejects.toEqual(refused)
  expect([http.requests, opened, clock.armed()]).toEqual([[], [], []])
})

test('a configuration that can’t be read counts as none, and the log says so', async () => {
  const { updates, log } = open('{"address":')
  expect(await updates.view()).toBe(null)
  expect(log.incidents.map(({ event }) => event)).toEqual(['update-feed'])
})

test('the app checks nothing before the setting is on, nor in the first half minute', async () => {
  const { updates, clock, http, wishes } = open(JSON.stringify(configuration))
  expect(await updates.view()).toEqual({ host: 'desk.example', found: null, isDismissed: false })
  await clock.advance(10 * minute)
  expect(http.requests).toEqual([])

  const started = open(JSON.stringify(configuration))
  started.wishes.isWanted = true
  await started.clock.advance(minute / 2)
  expect(started.http.requests).toEqual([])
  await started.clock.advance(minute / 2)
  await expect.poll(() => started.http.requests).toHaveLength(1)

  wishes.isWanted = true
  updates.settingsChanged()
  await expect.poll(() => http.requests).toHaveLength(1)
  for (const each of [updates, started.updates]) each.stop()
})

test('the watch is not created before the setting is on', async () => {
  const { updates, clock, wishes, made } = open(JSON.stringify(configuration))
  updates.settingsChanged()
  await clock.advance(10 * minute)
  // Had anything begun, it would be done when what it needs is loaded and the same file is read.
  await import('../../../src/main/updates/watch.ts')
  await readFile(path.join(folder, 'update-feed.json'))
  await clock.advance(minute)
  expect(made).toEqual([])
  wishes.isWanted = true
  updates.settingsChanged()
  await expect.poll(() => made).toHaveLength(1)
  updates.stop()
})

test('a look at a click works without the daily one; only the page that was found is opened', async () => {
  const { updates, http, opened } = open(JSON.stringify(configuration))
  await updates.openPage()
  expect(opened).toEqual([])
  expect(await updates.look()).toMatchObject({ result: 'newer', updates: { isDismissed: false } })
  await updates.openPage()
  expect(opened).toEqual([[page, configuration.pages]])
  expect(await updates.dismiss('1.2.0')).toMatchObject({ isDismissed: true })
  expect(http.requests).toHaveLength(1)
})

test('an app that is closed before its first look makes none', async () => {
  const { updates, clock, http, wishes } = open(JSON.stringify(configuration))
  wishes.isWanted = true
  updates.stop()
  await clock.advance(10 * minute)
  expect([http.requests, clock.armed()]).toEqual([[], []])
})
