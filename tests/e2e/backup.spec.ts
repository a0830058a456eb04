import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { inDesktopSession } from '../../build/desktop-session.mjs'
import { sealFile } from '../../src/main/backup/age-file.ts'
import { createScanner } from '../support/leaks/scan.ts'
import {
  backUp,
  backupPassphrase,
  chooseBackup,
  choosePath,
  openBackup,
  openBackupPlace,
} from './support/backup.ts'
import { changedBetween, vaultIn } from './support/files.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

/** Cheap to open: what is tested is what comes after it. */
const cheap = 10

let place = ''
test.beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'backup-place-'))
})
test.afterEach(() => rm(place, { recursive: true, force: true }))

/** The key of a real file takes two seconds on an idle machine, and many on a busy one. */
const patience = { timeout: 60_000 }

const groups = (page: Page) => page.locator('details > summary').allTextContents()

test('a backup brings everything back on another computer with another key store', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000)
  const file = path.join(place, 'Token Desk backup 2026-11-21.age')
  const { emulator, values } = await providers.Semansys()
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await backUp(first, file)
  const { mode } = await stat(file)
  expect(mode & 0o777).toBe(0o600)
  expect(createScanner(emulator.secrets()).scan('the backup', await readFile(file))).toEqual([])
  expect(first.output()).not.toContain(backupPassphrase)
  await first.close()
  expect(await createScanner([backupPassphrase]).scanFolder(dataFolder)).toEqual([])
  await rm(dataFolder, { recursive: true, force: true })

  await inDesktopSession(async (env) => {
    const second = await start({ env })
    const fresh = createTestApp(second.page)
    await fresh.button('Restore a backup').click()
    await openBackup(second, file)
    await expect(second.page.getByText('1 profile that you don’t have here')).toBeVisible(patience)
    await fresh.button('Restore').click()
    await expect(second.page.getByText('1 added, 0 changed, 0 removed')).toBeVisible()
    await fresh.row('Reports').click()
    await fresh.expectState('No token')
    await fresh.button('Get token').click()
    await fresh.expectState('Valid')
    await second.close()
    expect(
      await createScanner([...emulator.secrets(), backupPassphrase]).scanFolder(dataFolder),
    ).toEqual([])

    const third = await start({ env })
    await createTestApp(third.page).row('Reports').click()
    await createTestApp(third.page).expectState('Valid')
    await third.close()
  })
  await emulator.close()
})

test('a restore shows what it will do, adds, takes, and removes only what was confirmed', {
  tag: '@deep',
}, async ({ start }) => {
  test.setTimeout(240_000)
  const file = path.join(place, 'backup.age')
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const { page } = app
  const testApp = createTestApp(page)
  for (const name of ['Stays', 'Is edited', 'Is deleted']) {
    await testApp.createProfile({ ...values, Name: name })
    await testApp.expectState('Valid')
  }
  await backUp(app, file)

  await testApp.row('Is edited').click()
  await testApp.button('Edit profile').click()
  await testApp.fill({ Name: 'Was edited', Password: 'another password' })
  await testApp.button('Save').click()
  await testApp.row('Is deleted').click()
  await testApp.button('Delete profile').click()
  await testApp.button('Delete').click()
  await testApp.createProfile({ ...values, Name: 'Came later' })
  await testApp.expectState('Valid')

  await openBackupPlace(testApp)
  await openBackup(app, file)
  await expect(page.getByText('What should happen?')).toBeVisible(patience)
  expect(await groups(page)).toEqual([
    '1 profile that you don’t have here',
    '1 profile with different details here',
    '1 profile that is the same as here',
    '1 profile here that is not in the backup',
  ])
  await page.getByLabel('Use the backup’s').check()
  await testApp.button('Restore').click()
  await expect(page.getByText('1 added, 1 changed, 0 removed')).toBeVisible()
  await testApp.row('Is edited').click()
  await testApp.button('Renew now').click()
  await expect(page.getByRole('status')).toContainText('You have a new token')
  await expect(testApp.row('Came later')).toBeVisible()

  await openBackupPlace(testApp)
  await openBackup(app, file)
  await page.getByLabel('Replace everything').check(patience)
  await testApp.button('Restore').click()
  await expect(page.getByRole('dialog').getByText('Came later')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(testApp.row('Came later')).toBeVisible()
  await testApp.button('Restore').click()
  await testApp.button('Replace everything and remove 1').click()
  await expect(page.getByText('0 added, 0 changed, 1 removed')).toBeVisible()
  await expect(testApp.row('Came later')).toBeHidden()
  await app.close()

  const again = await start()
  const names = createTestApp(again.page)
  await expect(names.row('Is deleted')).toBeVisible()
  await expect(names.row('Came later')).toBeHidden()
  await emulator.close()
})

test('an invalid backup changes no byte, and the window names the problem', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  test.setTimeout(240_000)
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  const sealed = (text: string) => sealFile(Buffer.from(text), backupPassphrase, cheap)
  const document = { format: 'token-desk-backup', version: 1, createdAt: 0 }
  const good = await sealed(JSON.stringify({ ...document, profiles: [], notIncluded: [] }))
  const flipped = Buffer.from(good)
  flipped.writeUInt8(flipped.readUInt8(good.length - 40) ^ 1, good.length - 40)
  const newer = JSON.stringify({ ...document, version: 99, profiles: 'otherwise' })
  // Sixteen million arrays in 48 MB, all of which somebody has to make.
  const bomb = `[${'[],'.repeat(16_000_000)}[]]`
  const bad: readonly (readonly [Uint8Array, RegExp, string?])[] = [
    [good, /does not open the backup/, 'not the passphrase'],
    [flipped, /backup is damaged/],
    [good.subarray(0, good.length - 1), /backup is damaged/],
    [await sealed('my shopping list'), /not a Token Desk backup/],
    [await sealed(newer), /newer version of Token Desk/],
    [await sealed(bomb), /not a Token Desk backup/],
  ]
  const badAtOnce: readonly (readonly [Uint8Array, RegExp])[] = [
    [Buffer.from('%PDF-1.7 and so on'), /not a Token Desk backup/],
    [Buffer.alloc(0), /backup is damaged/],
    [good.subarray(0, 60), /backup is damaged/],
  ]
  const before = await vaultIn(dataFolder)

  await openBackupPlace(testApp)
  const path_ = path.join(place, 'bad.age')
  for (const [bytes, words] of badAtOnce) {
    await writeFile(path_, bytes)
    await chooseBackup(app, path_)
    await expect(app.page.getByText(words)).toBeVisible()
    // No passphrase is asked for.
    await expect(testApp.field('Passphrase')).toBeHidden()
  }
  for (const [bytes, words, passphrase] of bad) {
    await writeFile(path_, bytes)
    await openBackup(app, path_, passphrase)
    await expect(app.page.getByText(words)).toBeVisible(patience)
    await testApp.button('Cancel').click()
  }
  await app.close()
  expect(changedBetween(before, await vaultIn(dataFolder))).toEqual([])
  await emulator.close()
})

test('another passphrase, none, and a backup need the one that is set', { tag: '@deep' }, async ({
  start,
}) => {
  const passphrase = 'seven quiet herons over the lake'
  const another = 'eleven loud geese on the meadow'
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const { page } = app
  const testApp = createTestApp(page)
  const refused = page.getByText('This is not the passphrase. Try again.')
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)

  await testApp.button('Change passphrase').click()
  await testApp.fill({ 'New passphrase': another, 'Repeat the passphrase': another })
  await testApp.button('Change passphrase').click()
  await expect(page.getByText('Enter your current passphrase.')).toBeVisible()
  await testApp.fill({ 'Current passphrase': another })
  await testApp.button('Change passphrase').click()
  await expect(refused).toBeVisible(patience)
  await expect(testApp.field('New passphrase')).toHaveValue(another)
  await testApp.fill({ 'Current passphrase': passphrase })
  await testApp.button('Change passphrase').click()
  await expect(page.getByRole('status')).toContainText('Passphrase set.', patience)

  await testApp.button('Back up or restore').click()
  const file = path.join(place, 'backup.age')
  await choosePath(app, file)
  await testApp.fill({
    'Current passphrase of Token Desk': passphrase,
    'Passphrase for the backup': backupPassphrase,
    'Repeat the passphrase': backupPassphrase,
  })
  await testApp.button('Save backup file').click()
  await expect(refused).toBeVisible(patience)
  await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' })
  await testApp.fill({ 'Current passphrase of Token Desk': another })
  await testApp.button('Save backup file').click()
  await expect(page.getByText(/saved to/)).toBeVisible(patience)
  await expect(testApp.field('Current passphrase of Token Desk')).toHaveValue('')
  await testApp.button('Close').click()

  await testApp.button('Remove passphrase').click()
  await testApp.fill({ 'Current passphrase': passphrase })
  await testApp.button('Remove passphrase').click()
  await expect(refused).toBeVisible(patience)
  await testApp.fill({ 'Current passphrase': another })
  await testApp.button('Remove passphrase').click()
  await expect(page.getByRole('status')).toContainText('Passphrase removed.', patience)
  await expect(testApp.button('Set passphrase')).toBeVisible()
  await emulator.close()
})

test('while a backup is encrypted the app goes on, and choosing no place writes nothing', {
  tag: '@deep',
}, async ({ start }) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await openBackupPlace(testApp)
  await choosePath(app, null)
  await testApp.fill({
    'Passphrase for the backup': backupPassphrase,
    'Repeat the passphrase': backupPassphrase,
  })
  await testApp.button('Save backup file').click()
  await expect(testApp.field('Passphrase for the backup')).toHaveValue(backupPassphrase)
  await expect(app.page.getByText(/saved to/)).toBeHidden()

  const maxWait = app.electron.evaluate(async ({ app: host }) => {
    let longest = 0
    let last = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
    }, 10)
    await new Promise((resolve) => host.once('accessibility-support-changed', resolve))
    clearInterval(timer)
    return longest
  })
  await choosePath(app, path.join(place, 'backup.age'))
  const begun = performance.now()
  await testApp.button('Save backup file').click()
  await expect(app.page.getByText(/saved to/)).toBeVisible(patience)
  const taken = performance.now() - begun
  await app.electron.evaluate(({ app: host }) => {
    host.emit('accessibility-support-changed')
  })
  // On the thread of main the key alone would take most of that in one piece.
  expect(await maxWait).toBeLessThan(taken / 3)
  await emulator.close()
})
