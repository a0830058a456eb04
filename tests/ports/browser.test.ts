import { expect, it } from 'vitest'
import { createBrowser } from '../../src/main/platform/browser.ts'
import { describeBrowser } from '../support/ports/browser-suite.ts'
import { createFakeBrowser } from '../support/ports/fake-browser.ts'

/** Electron's `shell.openExternal` without a system behind it: nothing is ever opened. */
function createRealBrowser() {
  const opened: string[] = []
  let isBroken = false
  const browser = createBrowser(async (address) => {
    if (isBroken) throw new Error('Failed to open: no application registered')
    opened.push(address)
  })
  return {
    browser,
    opened,
    breakDown: () => {
      isBroken = true
    },
  }
}

describeBrowser('fake', createFakeBrowser)
describeBrowser('Electron', createRealBrowser)

it('an address reaches the system without spaces, quotes or line breaks', async () => {
  const { browser, opened } = createRealBrowser()
  await browser.open('https://auth.example/?a=b c"d\n&calc.exe')
  expect(opened).toEqual(['https://auth.example/?a=b%20c%22d&calc.exe'])
})
