import type { App } from './support/app.ts'
import { type AppWithKeyStore, createAppWithKeyStore } from './support/app-with-key-store.ts'
import { vaultIn } from './support/files.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

// The asynchronous calls of Electron's safeStorage, which this runtime may not have itself.

let app45: AppWithKeyStore
test.beforeAll(async () => {
  app45 = await createAppWithKeyStore()
})
test.afterAll(() => app45.remove())

const passphrase = 'seven quiet herons over the lake'

type Start = (options: {
  readonly appFolder: string
  readonly env: NodeJS.ProcessEnv
}) => Promise<App>

const startWith = (start: Start, behaviour: string) =>
  start({ appFolder: app45.folder, env: { KEY_STORE_BEHAVIOUR: behaviour } })

function answerPrompt({ electron }: App, answer: string): Promise<void> {
  return electron.evaluate((_electron, how) => {
    const { answerPrompt: give } = globalThis as unknown as { answerPrompt(how: string): void }
    give(how)
  }, answer)
}

test('a key store that does not answer locks the vault, offers a restart and the passphrase, and changes nothing', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(120_000)
  const { emulator, values } = await providers.Semansys()
  const first = await startWith(start, 'answers')
  const testApp = createTestApp(first.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)
  await first.close()
  const before = await vaultIn(dataFolder)

  const silent = await startWith(start, process.platform === 'linux' ? 'silent' : 'refused')
  const locked = createTestApp(silent.page)
  await expect(
    silent.page.getByText(/Their key is in this computer’s key store, which does not answer/),
  ).toBeVisible()
  await expect(silent.page.getByText(/asks the key store again only when it starts/)).toBeVisible()
  await expect(locked.button('Restart Token Desk')).toBeVisible()
  await expect(locked.button('Try again')).toBeHidden()
  await locked.fill({ Passphrase: passphrase })
  await locked.button('Unlock').click()
  await expect(silent.page.getByText(/^Opened with your passphrase.*does not answer/)).toBeVisible()
  await locked.row('Reports').click()
  await locked.expectState('Valid')
  await silent.close()
  expect(await vaultIn(dataFolder)).toEqual(before)

  const again = await startWith(start, 'answers')
  await createTestApp(again.page).row('Reports').click()
  await createTestApp(again.page).expectState('Valid')
  await again.close()
  await emulator.close()
})

test('without any profile, a key store that does not answer is not called one that protects nothing', {
  tag: '@deep',
}, async ({ start }) => {
  const app = await startWith(start, process.platform === 'linux' ? 'dismissed' : 'refused')
  await expect(app.page.getByText(/This computer’s key store does not answer/)).toBeVisible()
  await expect(app.page.getByText(/can’t store secrets safely/)).toBeHidden()
  await expect(createTestApp(app.page).button('Restart Token Desk')).toBeVisible()
})

test('quitting while a prompt is open asks nothing and does not wait for it', {
  tag: '@deep',
}, async ({ start }) => {
  const app = await startWith(start, 'prompt')
  await expect(app.page.getByText(/asks for the password of its key store/)).toBeVisible()
  const before = performance.now()
  await app.close()
  // What must not happen takes fifteen seconds.
  expect(performance.now() - before).toBeLessThan(10_000)
  expect(app.output()).not.toContain('a question was asked')
})

test('an open prompt is mentioned after twenty seconds, and its answer opens the vault at the next attempt', {
  tag: ['@waiting', '@deep'],
}, async ({ start }) => {
  test.setTimeout(150_000)
  const { emulator, values } = await providers.Semansys()
  const first = await startWith(start, 'answers')
  await createTestApp(first.page).createProfile({ ...values, Name: 'Reports' })
  await createTestApp(first.page).expectState('Valid')
  await first.close()

  const waiting = await startWith(start, 'prompt')
  const testApp = createTestApp(waiting.page)
  const told = waiting.page.getByText(/may be asking for a password in another window/)
  await expect(told).toBeVisible({ timeout: 40_000 })
  await expect(testApp.button('Restart Token Desk')).toBeHidden()
  await answerPrompt(waiting, 'answers')
  await testApp.button('Try again').click()
  await testApp.row('Reports').click()
  await testApp.expectState('Valid')
  await waiting.close()
  await emulator.close()
})
