import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { roundaboutAddresses, strangeAddresses } from '../support/shell/strange-addresses.ts'
import { expect, test } from './support/test.ts'

interface Answer {
  readonly status: number | undefined
  readonly text: string
}

test('app:// gives out the built page and nothing else', async ({ start }) => {
  const { electron } = await start()
  const ask = (addresses: readonly string[]): Promise<Answer[]> =>
    electron.evaluate(async ({ BrowserWindow }, asked) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session
      return Promise.all(
        asked.map(async (address) => {
          try {
            const response = await session?.fetch(address)
            return { status: response?.status, text: (await response?.text()) ?? '' }
          } catch {
            // Chromium itself takes it for no address, or for one that is too long.
            return { status: 0, text: '' }
          }
        }),
      )
    }, addresses)

  const refused = await ask(strangeAddresses)
  for (const [index, { status, text }] of refused.entries()) {
    expect([0, 404], strangeAddresses[index]?.slice(0, 80)).toContain(status)
    expect(text).toBe('')
  }
  // Most of them did come as far as the app's own handler.
  expect(refused.filter(({ status }) => status === 404).length).toBeGreaterThan(50)

  const built = await readFile(
    path.join(import.meta.dirname, '../../out/renderer/index.html'),
    'utf8',
  )
  const title = /<title>.*<\/title>/.exec(built)?.[0] ?? 'no title'
  for (const { status, text } of await ask(['app://token-desk/', ...roundaboutAddresses])) {
    expect(status).toBe(200)
    expect(text).toContain(title)
    // The words come with the page, and not only when its first script asks for them.
    expect(text).toMatch(/<link rel="modulepreload" href="\/assets\/en-[\w-]+\.js">/)
  }
})

test('app:// answers to reading alone', async ({ start }) => {
  const { electron } = await start()
  const statuses = await electron.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH']
    return Promise.all(
      methods.map(async (method) => {
        const response = await session?.fetch('app://token-desk/index.html', { method })
        return response?.status
      }),
    )
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404])
})
