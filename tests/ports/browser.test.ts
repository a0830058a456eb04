import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createBrowser } from '../../src/main/platform/browser.ts'
import { describeBrowser } from '../support/ports/browser-suite.ts'
import { createFakeBrowser } from '../support/ports/fake-browser.ts'

/** Electron's `shell.openExternal` without a system behind it: nothing is ever opened. */
function createRealBrowser(platform: NodeJS.Platform, path: string) {
  const opened: string[] = []
  let isBroken = false
  const openExternal = async (address: string) => {
    if (isBroken) throw new Error('Failed to open: no application registered')
    opened.push(address)
  }
  return {
    browser: createBrowser(openExternal, { platform, path }),
    opened,
    breakDown: () => {
      isBroken = true
    },
  }
}

const root = mkdtempSync(join(tmpdir(), 'browser-'))
afterAll(() => rmSync(root, { recursive: true }))

/** Creates a folder of the search path, with `xdg-open` in it. */
function createOpenerFolder() {
  const folder = mkdtempSync(join(root, 'programs-'))
  const program = join(folder, 'xdg-open')
  writeFileSync(program, '#!/bin/sh\n')
  chmodSync(program, 0o755)
  return { folder, program }
}

/** The same on a Linux desktop, where `shell.openExternal` resolves also without `xdg-open`. */
function createLinuxBrowser() {
  const { folder, program } = createOpenerFolder()
  const { browser, opened } = createRealBrowser('linux', `${join(root, 'absent')}::${folder}`)
  return { browser, opened, breakDown: () => rmSync(program) }
}

describeBrowser('fake', createFakeBrowser)
describeBrowser('Electron on Windows', () => createRealBrowser('win32', ''))
describeBrowser('Electron on macOS', () => createRealBrowser('darwin', ''))
// Windows has no permission to start a program.
if (process.platform !== 'win32') describeBrowser('Electron on Linux', createLinuxBrowser)

it('an address reaches the system without spaces, quotes or line breaks', async () => {
  const { browser, opened } = createRealBrowser('darwin', '')
  await browser.open('https://auth.example/?a=b c"d\n&calc.exe')
  expect(opened).toEqual(['https://auth.example/?a=b%20c%22d&calc.exe'])
})

it.each([
  'https://bank.example@attacker.example/authorize',
  'https://user:word@attacker.example/authorize',
  'http://127.0.0.1@localhost:8080/',
  'http://127.0.0.1.attacker.example/',
])('an address that pretends to be another host is not opened: %s', async (address) => {
  const { browser, opened } = createRealBrowser('darwin', '')
  await expect(browser.open(address)).rejects.toThrow('address not allowed in a browser')
  expect(opened).toEqual([])
})

it('a window that asks in a loop opens ten pages at most, and ten more after a while', async () => {
  const opened: string[] = []
  let now = 5
  const browser = createBrowser(
    async (address) => void opened.push(address),
    { platform: 'darwin', path: '' },
    () => now,
  )
  const openMany = () =>
    Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => browser.open(`https://auth.example/${index}`)),
    )
  const [first, ...others] = await openMany()
  expect(first).toMatchObject({ status: 'fulfilled' })
  expect(others.at(-1)).toMatchObject({ reason: { error: { code: 'browser-unavailable' } } })
  expect(opened).toHaveLength(10)
  now += 9999
  await openMany()
  expect(opened).toHaveLength(10)
  now += 1
  await openMany()
  expect(opened).toHaveLength(20)
})

describe.skipIf(process.platform === 'win32')('on Linux, xdg-open is missing if', () => {
  it.each<[string, (program: string) => void]>([
    ['it can’t be started', (program) => chmodSync(program, 0o644)],
    [
      'a folder has its name',
      (program) => {
        rmSync(program)
        mkdirSync(program)
      },
    ],
  ])('%s', async (_, change) => {
    const { folder, program } = createOpenerFolder()
    change(program)
    const { browser, opened } = createRealBrowser('linux', folder)
    await expect(browser.open('https://auth.example/')).rejects.toMatchObject({
      error: { code: 'browser-unavailable' },
    })
    expect(opened).toEqual([])
  })
})
