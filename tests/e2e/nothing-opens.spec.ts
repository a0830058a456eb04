import { createOpeners } from './support/openers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

test.skip(process.platform !== 'linux', 'elsewhere no program on the search path opens addresses')

test('no attempt of a page opens an address outside the app', async ({ start }) => {
  const openers = await createOpeners()
  const { page, electron } = await start({ env: openers.env })
  const testApp = createTestApp(page)
  await expect(testApp.button('Try the practice server')).toBeVisible()
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
  await expect.poll(async () => (await openers.opened()).join()).toContain('control.invalid')
  expect((await openers.opened()).filter((line) => !line.includes('control.invalid'))).toEqual([])
  await openers.remove()
})
