import { slowness } from '../support/pace/time-of.ts'
import type { App } from './support/app.ts'
import { get } from './support/ask.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const size = 1024 * 1024 - 100
/** Texts of the largest size that cost a reader most. */
const heavy = ['-a\n', '$a = 1 ', '\n', "@'\n"].map(
  (unit) => `irm https://login.example/t ${unit.repeat(Math.floor(size / unit.length))}`,
)
const command =
  "curl https://login.example/token -d grant_type=client_credentials -u 'app-7:s3cr3t'"

/** The processes that read texts, by their ids. */
const readers = ({ electron }: Pick<App, 'electron'>) =>
  electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'Import')
      .map(({ pid }) => pid),
  )

test('main answers at once while texts of the largest size are read, and the reader ends with a lock', {
  tag: '@deep',
}, async ({ start }) => {
  const app = await start()
  const { page } = app
  const testApp = createTestApp(page)
  await testApp.setPassphrase('seven quiet herons over the lake')

  await test.step('a command is read by a process beside main', async () => {
    await get(page, 'readImport', { text: 'curl' })
    expect(await get(page, 'readImport', { text: command })).toMatchObject({ kind: 'profiles' })
    expect(await readers(app)).toHaveLength(1)
  })

  await test.step('main answers meanwhile', async () => {
    const { longest, count } = await page.evaluate(async (texts) => {
      const { tokenDesk } = globalThis as unknown as {
        tokenDesk: { request(name: string, input: unknown): Promise<string> }
      }
      let isReading = true
      // The page sends each text when the one before is read, as when each is pasted.
      const reading = (async () => {
        for (const text of texts) await tokenDesk.request('readImport', { text })
        isReading = false
      })()
      const times: number[] = []
      while (isReading) {
        const begun = performance.now()
        await tokenDesk.request('getTray', {})
        times.push(performance.now() - begun)
      }
      await reading
      return { longest: Math.max(...times), count: times.length }
    }, heavy)
    expect(count).toBeGreaterThan(10)
    // To take a text of a megabyte over takes some of this; to read one takes most of a second.
    expect(longest / slowness()).toBeLessThan(250)
  })

  await test.step('what was read goes with a lock', async () => {
    await get(page, 'readImport', { text: command })
    const [reader = 0] = await readers(app)
    expect(reader).not.toBe(0)
    await testApp.button('Lock now').click()
    await expect.poll(() => readers(app)).toEqual([])
  })
})

test('a file of another tool is distinguished from a command', async ({ start }) => {
  const { page } = await start()
  const testApp = createTestApp(page)
  await testApp.button('Paste a cURL command').click()
  const choose = (name: string) =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from('auth {\n  mode: oauth2\n}'),
    })
  await choose('token.bru')
  await expect(page.getByText('Token Desk can’t read this kind of file.')).toBeVisible()
  await choose('token.txt')
  await expect(page.getByText('This doesn’t look like a command.')).toBeVisible()
})
