import { rename } from 'node:fs/promises'
import path from 'node:path'
import { createDesk } from './support/desk.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

test('a lock that is refused is told where it was clicked, and why', async ({
  start,
  dataFolder,
}) => {
  const passphrase = 'seven quiet herons over the lake'
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  const desk = createDesk(app.page)
  await desk.createProfile({ ...values, Name: 'Reports' })
  await desk.expectState('Valid')
  await desk.setPassphrase(passphrase)
  await desk.row('Reports').click()
  const vault = path.join(dataFolder, 'vault')
  await rename(vault, `${vault}-away`)
  await desk.button('Refresh now').click()
  await expect(app.page.getByText('not on disk yet', { exact: false })).toBeVisible()
  await desk.button('Security').click()
  await desk.button('Lock now').click()
  const notice = app.page.getByText('folder of Token Desk is not there now', { exact: false })
  await expect(notice).toBeInViewport()
  await rename(`${vault}-away`, vault)
  await emulator.close()
})
