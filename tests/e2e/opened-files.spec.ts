import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { shareFileOf } from '../../src/main/import/files/share-file.ts'
import { plantCanaries } from '../support/leaks/canaries.ts'
import { draftWithSecrets } from '../support/leaks/drafts.ts'
import { pageAfterLock } from './support/renewed-page.ts'
import { startAgain } from './support/start-again.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const passphrase = 'seven quiet herons over the lake'

function sharedAs(name: string): string {
  const wishes = { name, tokenEndpoint: 'https://login.example/token' }
  return shareFileOf(draftWithSecrets(plantCanaries(), wishes).settings, [])
}

test('a share file opens by an argument, by a second start and by an event of the system; locked, it waits', async ({
  start,
  desktop,
  dataFolder,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'opened-'))
  const fileWith = async (name: string, text: string) => {
    const file = path.join(folder, name)
    await writeFile(file, text)
    return file
  }
  const first = await fileWith('From Ada.tokendesk', sharedAs('Of Ada'))
  const { page, electron } = await start({ switches: [first, '--remote-debugging-port=0'] })
  const testApp = createTestApp(page)

  await test.step('by an argument', async () => {
    await expect(page.getByText('File: From Ada.tokendesk')).toBeVisible()
    await expect(testApp.field('Name')).toHaveValue('Of Ada')
    await testApp.button('Cancel').click()
  })

  await test.step('by a second start', async () => {
    const second = await fileWith('From Grace.tokendesk', sharedAs('Of Grace'))
    expect(await startAgain(dataFolder, desktop, [second])).toBe(0)
    await expect(testApp.field('Name')).toHaveValue('Of Grace')
  })

  await test.step('by the event of macOS, what is wrong with a file is said', async () => {
    const open = (file: string) =>
      electron.evaluate(({ app }, opened) => {
        app.emit('open-file', { preventDefault: () => {} }, opened)
      }, file)
    const says = (words: string) => expect(page.getByRole('alert')).toContainText(words)
    await open(await fileWith('secrets.tokendesk', '{"ci":"id","cs":"a-secret"}'))
    await says('“secrets.tokendesk” is not a file of Token Desk')
    await open(await fileWith('large.tokendesk', ' '.repeat(1024 * 1024 + 1)))
    await says('“large.tokendesk” is too large')
    await open(path.join(folder, 'gone.tokendesk'))
    await says('“gone.tokendesk” could not be read')
    await open(await fileWith('cut off.tokendesk', sharedAs('Cut').slice(0, 90)))
    await says('This file is not as Token Desk made it')
    await testApp.button('Cancel').click()
  })

  await test.step('while it is locked it waits, and the window says so', async () => {
    await testApp.setPassphrase(passphrase)
    const { browser, page: locked } = await pageAfterLock({ electron }, dataFolder, () =>
      testApp.button('Lock now').click(),
    )
    const lockedApp = createTestApp(locked)
    await expect(lockedApp.field('Passphrase')).toBeVisible()
    const third = await fileWith('From Mary.tokendesk', sharedAs('Of Mary'))
    expect(await startAgain(dataFolder, desktop, [third])).toBe(0)
    await expect(locked.getByText('The file that you opened waits.')).toBeVisible()
    await expect(locked.getByText('Of Mary')).toHaveCount(0)
    await lockedApp.fill({ Passphrase: passphrase })
    await lockedApp.button('Unlock').click()
    await expect(lockedApp.field('Name')).toHaveValue('Of Mary', { timeout: 30_000 })
    await browser.close()
  })
  await rm(folder, { recursive: true })
})

test('a restart begins in the folder of the start, where a relative argument leads to its file', async ({
  start,
}) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'opened-'))
  const file = path.join(folder, 'From Ada.tokendesk')
  await writeFile(file, sharedAs('Of Ada'))
  const relative = path.relative(process.cwd(), file)
  const { page, electron } = await start({ switches: [relative] })
  await expect(page.getByText('File: From Ada.tokendesk')).toBeVisible()
  await electron.evaluate(({ app }) => {
    app.relaunch = () => Object.assign(globalThis, { folderOfRestart: process.cwd() })
    app.quit = () => {}
  })
  await page.evaluate(() => window.tokenDesk.request('restart', {}))
  const found = await electron.evaluate(
    () => Object.assign({ folderOfRestart: '' }, globalThis).folderOfRestart,
  )
  expect(path.resolve(found, relative)).toBe(file)
  await electron.evaluate(({ app }) => app.exit(0))
  await rm(folder, { recursive: true })
})
