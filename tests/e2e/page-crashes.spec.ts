import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

interface Seen {
  /** When the page was loaded, in milliseconds. */
  readonly loads: number[]
  readonly questions: { readonly message: string; readonly buttons: readonly string[] }[]
  answer: (response: number) => void
  isCrashing: boolean
}

test('a page that crashes again and again comes back ever later, and then the user decides', {
  tag: '@waiting',
}, async ({ start }) => {
  test.setTimeout(120_000)
  const { electron, page } = await start()
  await expect(createTestApp(page).button('Try the practice server')).toBeVisible()
  await electron.evaluate(({ BrowserWindow, dialog }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('there is no window')
    const seen: Seen = { loads: [], questions: [], answer: () => {}, isCrashing: true }
    Object.assign(globalThis, { seen })
    contents.on('dom-ready', () => {
      seen.loads.push(Date.now())
      if (seen.isCrashing) contents.forcefullyCrashRenderer()
    })
    Reflect.set(dialog, 'showMessageBox', (...args: unknown[]) => {
      seen.questions.push(args.at(-1) as Seen['questions'][number])
      return new Promise((resolve) => {
        seen.answer = (response) => resolve({ response, checkboxChecked: false })
      })
    })
    contents.forcefullyCrashRenderer()
  })
  const seen = () =>
    electron.evaluate(() => {
      const { loads, questions } = Reflect.get(globalThis, 'seen') as Seen
      return { loads, questions }
    })
  await expect.poll(async () => (await seen()).questions.length, { timeout: 60_000 }).toBe(1)
  const { loads, questions } = await seen()
  expect(loads).toHaveLength(5)
  const pauses = loads.slice(1).map((load, index) => load - (loads[index] ?? 0))
  for (const [index, least] of [1000, 2000, 4000, 8000].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(least)
  }
  expect(questions[0]).toMatchObject({
    message: 'The window has crashed several times',
    buttons: ['Try again', 'Quit Token Desk'],
  })

  // Nothing more happens until there is an answer; then it comes back and stays.
  await electron.evaluate(() => {
    const seen = Reflect.get(globalThis, 'seen') as Seen
    seen.isCrashing = false
    seen.answer(0)
  })
  await expect.poll(async () => (await seen()).loads.length).toBe(6)
  await expect
    .poll(() =>
      electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      ),
    )
    .toContain('Try the practice server')
})
