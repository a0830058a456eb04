import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

const passphrase = 'seven quiet herons over the lake'

test('a refused lock is shown where it was clicked, with the reason', { tag: '@deep' }, async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  await testApp.setPassphrase(passphrase)
  await testApp.row('Reports').click()
  const vault = path.join(dataFolder, 'vault')
  await rename(vault, `${vault}-away`)
  await testApp.button('Renew now').click()
  await expect(
    app.page.getByText('The last change isn’t saved yet.', { exact: false }),
  ).toBeVisible()
  await testApp.button('Security').click()
  await testApp.button('Lock now').click()
  const notice = app.page.getByText('Token Desk folder is missing', { exact: false })
  await expect(notice).toBeInViewport()
  await rename(`${vault}-away`, vault)
  await emulator.close()
})

test('a lock that nothing could open again costs no page, and says why it is refused', {
  tag: '@deep',
}, async ({ start, dataFolder }) => {
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.button('Security').click()
  await testApp.fill({ 'New passphrase': passphrase, 'Repeat the passphrase': passphrase })
  await testApp.button('Set passphrase').click()
  await expect(testApp.button('Lock now')).toBeEnabled({ timeout: 30_000 })
  for (const name of ['vault.json', 'vault.previous.json']) {
    await writeFile(path.join(dataFolder, 'vault', name), 'damaged')
  }
  const pageProcess = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    )
  const before = await pageProcess()
  await app.electron.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('lock')?.click(),
  )
  const notice = app.page.getByRole('alert').filter({ hasText: 'Token Desk is not locked' })
  await expect(notice).toContainText('The file with the key to your secrets is damaged')
  expect(await pageProcess()).toBe(before)
})
