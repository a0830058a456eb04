import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createScanner } from '../support/leaks/scan.ts'
import { filesIn } from './support/files.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

test('profiles and tokens are there after a restart, and no secret is on disk in clear', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const first = await start()
  await createTestApp(first.page).createProfile({ ...values, Name: 'Reports' })
  await createTestApp(first.page).expectState('Valid')
  await createTestApp(first.page).button('Copy header').click()
  await expect.poll(first.clipboardText).toContain('Bearer')
  const header = await first.clipboardText()
  await first.close()
  expect(await createScanner(emulator.secrets()).scanFolder(dataFolder)).toEqual([])

  const second = await start()
  const testApp = createTestApp(second.page)
  await testApp.row('Reports').click()
  await testApp.expectState('Valid')
  await testApp.button('Copy header').click()
  await expect.poll(second.clipboardText).toBe(header)
  expect(emulator.requests).toHaveLength(1)

  await testApp.button('Renew now').click()
  await expect.poll(() => emulator.requests.length).toBe(2)
  await testApp.expectState('Valid')
  await emulator.close()
})

test('a power cut right after a refresh costs nothing: the next refresh works', async ({
  start,
}) => {
  const { emulator, values } = await providers.Semansys()
  const first = await start()
  const testApp = createTestApp(first.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.tab('Activity').click()
  await testApp.button('Renew now').click()
  await expect(first.page.getByRole('tabpanel').getByRole('listitem')).toHaveCount(2)
  await first.kill()

  const second = await start()
  const again = createTestApp(second.page)
  await again.row('Reports').click()
  await again.button('Renew now').click()
  await expect
    .poll(() => emulator.requests.map((request) => request.status))
    .toEqual([200, 200, 200])
  await again.expectState('Valid')
  await emulator.close()
})

test('without a real key store the app says so, works, and keeps secrets in memory only', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const first = await start({ switches: ['--password-store=basic'] })
  const testApp = createTestApp(first.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await expect(first.page.getByText(/are kept (only )?until you close/)).toBeVisible()
  await first.close()
  expect(await createScanner(emulator.secrets()).scanFolder(dataFolder)).toEqual([])
  const vault = Object.values(await filesIn(path.join(dataFolder, 'vault')))
  const onDisk = vault.map((content) => Buffer.from(content, 'base64').toString()).join()
  expect(onDisk).toContain('Reports')
  expect(onDisk).toContain('"sealed":null')

  const second = await start({ switches: ['--password-store=basic'] })
  const again = createTestApp(second.page)
  await again.row('Reports').click()
  await again.expectState('No token')
  await again.button('Get token').click()
  await expect(second.page.getByText(/client secret/i).first()).toBeVisible()
  await again.button('Edit profile').click()
  await again.fill({
    'Client secret': values['Client secret'] ?? '',
    Password: values['Password'] ?? '',
  })
  await again.button('Save and get token').click()
  await again.expectState('Valid')
  await emulator.close()
})

test('a key store that went away locks the vault and changes no byte of it', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const first = await start()
  await createTestApp(first.page).createProfile({ ...values, Name: 'Reports' })
  await createTestApp(first.page).expectState('Valid')
  await first.close()
  const before = await filesIn(path.join(dataFolder, 'vault'))

  const second = await start({ switches: ['--password-store=basic'] })
  const locked = createTestApp(second.page)
  await expect(second.page.getByText(/one that protects nothing/)).toBeVisible()
  await locked.button('Try again').click()
  // What the app does about it, without a second app that no test would end.
  await second.electron.evaluate(({ app }) => {
    const { quit } = app
    app.relaunch = () => app.setName('was started again')
    app.quit = () => {
      app.quit = quit
    }
  })
  await locked.button('Restart Token Desk').click()
  await expect
    .poll(() => second.electron.evaluate(({ app }) => app.getName()))
    .toBe('was started again')
  await locked.button('Continue without them').click()
  await expect(second.page.getByText(/stay locked and unchanged/)).toBeVisible()
  await locked.row('Reports').click()
  await locked.expectState('Locked')
  await expect(locked.button('Copy header')).toBeHidden()
  await second.close()
  expect(await filesIn(path.join(dataFolder, 'vault'))).toEqual(before)

  const third = await start()
  await createTestApp(third.page).row('Reports').click()
  await createTestApp(third.page).expectState('Valid')
  await emulator.close()
})

test('without a key store a passphrase protects what is kept, and either key opens it', async ({
  start,
  dataFolder,
}) => {
  const passphrase = 'seven quiet herons over the lake'
  const { emulator, values } = await providers.Semansys()
  const first = await start({ switches: ['--password-store=basic'] })
  const testApp = createTestApp(first.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.button('Set a passphrase').click()
  await testApp.fill({ 'New passphrase': 'too short' })
  await testApp.button('Set passphrase').click()
  await expect(first.page.getByText(/at least 10 characters\./i).last()).toBeVisible()
  await testApp.fill({ 'New passphrase': passphrase, 'Repeat the passphrase': `${passphrase}!` })
  await testApp.button('Set passphrase').click()
  await expect(first.page.getByText('The two passphrases don’t match.')).toBeVisible()
  await testApp.fill({ 'Repeat the passphrase': passphrase })
  await testApp.button('Set passphrase').click()
  await expect(first.page.getByText('It is the only key', { exact: false })).toBeVisible()
  await expect(first.page.getByText(/are kept (only )?until you close/)).toBeHidden()
  await first.close()
  expect(await createScanner([...emulator.secrets(), passphrase]).scanFolder(dataFolder)).toEqual(
    [],
  )

  // Another session of the same user, with a key store that knows nothing of it.
  const second = await start()
  const again = createTestApp(second.page)
  await again.fill({ Passphrase: 'seven quiet herons over the pond' })
  await again.button('Unlock').click()
  await expect(second.page.getByText('This is not the passphrase. Try again.')).toBeVisible()
  await again.fill({ Passphrase: passphrase })
  await again.button('Unlock').click()
  await again.row('Reports').click()
  await again.expectState('Valid')
  await again.button('Security').click()
  await second.page.getByRole('switch', { name: /^Open without the passphrase/ }).click()
  await expect(again.button('Remove passphrase')).toBeVisible()
  await second.close()

  const third = await start()
  await createTestApp(third.page).row('Reports').click()
  await createTestApp(third.page).expectState('Valid')
  await emulator.close()
})

test('in a read-only vault no profile can be created, and the window says why', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  const { emulator, values } = await providers.Semansys()
  const vault = path.join(dataFolder, 'vault')
  const lock = path.join(vault, 'lock.json')
  // Another computer is at work, and has nothing yet.
  await mkdir(vault, { recursive: true })
  const holder = { host: 'another computer', pid: 1, session: 'theirs' }
  const hold = () => writeFile(lock, JSON.stringify({ ...holder, renewedAt: Date.now() }))
  await hold()
  const first = await start()
  const begin = createTestApp(first.page)
  await expect(begin.button('New profile')).toBeDisabled()
  await expect(begin.button('New profile')).toHaveAccessibleDescription(
    /^Another copy of Token Desk/,
  )
  await expect(begin.button('Try the practice server')).toBeEnabled()
  await first.close()

  await rm(lock)
  const second = await start()
  await createTestApp(second.page).createProfile({ ...values, Name: 'Reports' })
  await createTestApp(second.page).expectState('Valid')
  await second.close()

  await hold()
  const third = await start()
  const testApp = createTestApp(third.page)
  await testApp.row('Reports').click()
  await expect(testApp.button('New profile')).toBeDisabled()
  await expect(testApp.button('New profile')).toHaveAccessibleDescription(
    /^Another copy of Token Desk/,
  )
  await third.close()
  await emulator.close()
})
