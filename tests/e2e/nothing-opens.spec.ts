import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDesk } from './support/desk.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

/** By which programs Chromium and Electron open an address on Linux desktops. */
const openers = ['xdg-open', 'gio', 'gvfs-open', 'kde-open', 'x-www-browser', 'sensible-browser']

test('no address is ever opened outside the app, whatever a page tries', async ({ start }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'openers-'))
  const record = path.join(folder, 'opened.txt')
  await writeFile(record, '')
  for (const name of openers) {
    await writeFile(path.join(folder, name), `#!/bin/sh\necho "${name} $*" >> '${record}'\n`)
    await chmod(path.join(folder, name), 0o755)
  }
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` }
  const { page, electron } = await start({ env })
  const desk = createDesk(page)
  await expect(desk.button('Try the practice server')).toBeVisible()
  await page.evaluate(() => {
    const addresses = [
      'https://elsewhere.invalid/',
      'http://127.0.0.1:9/',
      'mailto:somebody@elsewhere.invalid',
      'tel:123',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'vscode://elsewhere',
      'search-ms:query=x',
      'smb://elsewhere/share',
    ]
    for (const address of addresses) {
      window.open(address)
      window.open(address, '_blank', 'noopener')
      for (const target of ['_self', '_blank', '_top']) {
        const link = document.createElement('a')
        Object.assign(link, { href: address, target })
        document.body.append(link)
        link.click()
        for (const type of ['auxclick', 'click']) {
          link.dispatchEvent(new MouseEvent(type, { button: 1, ctrlKey: true, bubbles: true }))
        }
      }
      const form = document.createElement('form')
      Object.assign(form, { action: address, target: '_blank' })
      document.body.append(form)
      form.submit()
    }
  })
  const title = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  )
  expect(title).toEqual(['app://token-desk/'])

  // The record works: what main itself opened would stand in it, and stands there last.
  await electron.evaluate(({ shell }) => void shell.openExternal('https://control.invalid/'))
  await expect.poll(() => readFile(record, 'utf8')).toContain('control.invalid')
  const opened = (await readFile(record, 'utf8')).trim().split('\n')
  expect(opened.filter((line) => !line.includes('control.invalid'))).toEqual([])
  await rm(folder, { recursive: true })
})
