import { rename } from 'node:fs/promises'
import path from 'node:path'
import { mountSmallDisk } from '../support/disks/small-disk.ts'
import type { App } from './support/app.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'the key store is chosen by a Linux switch')

/** What the user answers to the question from now on; how often it was asked is the app's name. */
function answers({ electron }: App, response: number): Promise<void> {
  return electron.evaluate(({ app, dialog }, answer) => {
    app.setName('not asked')
    dialog.showMessageBox = async () => {
      app.setName('asked')
      return { response: answer, checkboxChecked: false }
    }
  }, response)
}

const closeWindow = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
const isAsked = ({ electron }: App) => electron.evaluate(({ app }) => app.getName())

test('closing asks while a token is in memory alone, and loses nothing once the disk is back', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  const vault = path.join(dataFolder, 'vault')
  await rename(vault, `${vault}-away`)
  await testApp.button('Renew now').click()
  await expect(
    app.page.getByText('The last change isn’t saved yet.', { exact: false }),
  ).toBeVisible()

  await answers(app, 0)
  await closeWindow(app)
  await expect.poll(() => isAsked(app)).toBe('asked')
  await testApp.expectState('Valid')

  await rename(`${vault}-away`, vault)
  await answers(app, 0)
  await app.close()

  const again = await start()
  const back = createTestApp(again.page)
  await back.row('Reports').click()
  await back.button('Renew now').click()
  await expect.poll(() => emulator.requests.map(({ status }) => status)).toEqual([200, 200, 200])
  await again.close()
  await emulator.close()
})

test('with a full disk the window says on every screen that something is not saved, quitting asks, and with room again it is saved', {
  tag: '@deep',
}, async ({ start }) => {
  const disk = await mountSmallDisk('tmpfs', 96 * 1024)
  if (disk === undefined) return test.skip(true, 'only root can mount a small disk')
  const { emulator, values } = await providers.Semansys()
  const app = await start({ dataFolder: disk.folder })
  const testApp = createTestApp(app.page)
  await testApp.createProfile({ ...values, Name: 'Reports' })
  await testApp.expectState('Valid')
  const told = app.page.getByText('The last change to one profile isn’t saved yet.', {
    exact: false,
  })
  await expect(told).toBeHidden()
  await disk.leaveFree(0)
  await testApp.button('Renew now').click()
  await expect(told).toBeVisible()
  await testApp.button('Inspect a token').click()
  await expect(told).toBeVisible()

  await app.electron.evaluate(({ app: own, dialog }) => {
    const asked: unknown[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async (...question: unknown[]) => {
      asked.push(question.at(-1))
      return { response: 0, checkboxChecked: false }
    }
    own.quit()
  })
  const asked = () =>
    app.electron.evaluate(() => (globalThis as unknown as { asked: { detail: string }[] }).asked)
  await expect.poll(async () => (await asked()).map(({ detail }) => detail)).toHaveLength(1)
  await expect(told).toBeVisible()

  await disk.leaveFree(24 * 1024)
  await expect(told).toBeHidden({ timeout: 30_000 })
  await app.close()

  const again = await start({ dataFolder: disk.folder })
  await createTestApp(again.page).row('Reports').click()
  await createTestApp(again.page).button('Renew now').click()
  // The refresh token of the second answer, which the disk did not take at first, is accepted.
  await expect
    .poll(() => emulator.requests.map((request) => request.status))
    .toEqual([200, 200, 200])
  await again.close()
  await disk.unmount()
  await emulator.close()
})
