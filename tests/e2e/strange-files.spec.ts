import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  fillWithForeign,
  makeSparse,
  type StrangePlace,
  strangePlaces,
} from '../support/files/strange-files.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform === 'win32', 'there are no pipes in its folders')

/** Milliseconds; a start takes two seconds on a busy computer, and none here may take much longer. */
const maxStart = 15_000

const ownFiles = [
  'settings.json',
  'window.json',
  'first-rows.json',
  'updates.json',
  'log.jsonl',
  'vault/lock.json',
]

for (const place of ['a pipe', 'a socket', 'a folder'] as const satisfies StrangePlace[]) {
  test(`the app starts, works and quits with ${place} in the place of each of its files`, {
    tag: '@deep',
  }, async ({ start, dataFolder }) => {
    mkdirSync(path.join(dataFolder, 'vault/records'), { recursive: true })
    // A folder can't be replaced by a file: without its lock the vault can't be written.
    const names = ownFiles.filter((name) => place !== 'a folder' || name !== 'vault/lock.json')
    for (const name of names) await strangePlaces[place](path.join(dataFolder, name))
    await strangePlaces[place](path.join(dataFolder, 'vault/records', `${randomUUID()}.json`))
    const begun = performance.now()
    const app = await start()
    const testApp = createTestApp(app.page)
    await expect(testApp.button('Try the practice server')).toBeVisible()
    expect(performance.now() - begun).toBeLessThan(maxStart)
    const { emulator, values } = await providers.Semansys()
    await testApp.createProfile({ ...values, Name: 'Reports' })
    await testApp.expectState('Valid')
    await app.close()
    await emulator.close()
    const second = await start()
    await expect(createTestApp(second.page).row('Reports')).toBeVisible()
  })
}

test('the app starts with pipes in the place of the files that Chromium reads, and ends', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  for (const name of ['Local State', 'Preferences', 'Network Persistent State']) {
    strangePlaces['a pipe'](path.join(dataFolder, name))
  }
  const app = await start()
  await expect(createTestApp(app.page).button('Try the practice server')).toBeVisible()
  await app.close()
})

test('the app starts with pipes in the place of the vault’s own files, and says that it is damaged', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  mkdirSync(path.join(dataFolder, 'vault'))
  for (const name of ['vault.json', 'vault.previous.json']) {
    strangePlaces['a pipe'](path.join(dataFolder, 'vault', name))
  }
  const { page } = await start()
  await expect(page.getByText(/is damaged/)).toBeVisible()
})

test('the app starts in seconds with 100,000 foreign files and a record of 2 GB, and says so', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  test.setTimeout(180_000)
  const records = path.join(dataFolder, 'vault/records')
  fillWithForeign(records, 100_000)
  fillWithForeign(dataFolder, 100_000)
  const large = path.join(records, `${randomUUID()}.json`)
  makeSparse(large, 2 ** 31)
  const begun = performance.now()
  const app = await start()
  const { page } = app
  await expect(page.getByText(/far too large for a profile/)).toBeVisible()
  expect(performance.now() - begun).toBeLessThan(maxStart)
  await app.close()
  expect(statSync(large).size).toBe(2 ** 31)
  const foreign = readdirSync(records).filter((name) => name.startsWith('foreign-'))
  expect(foreign).toHaveLength(100_000)
})
