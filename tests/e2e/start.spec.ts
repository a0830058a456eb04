import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const project = path.join(import.meta.dirname, '../..')

interface AtShow {
  readonly hasMenu: boolean
  readonly width: number
  readonly height: number
}

/** Runs in main before the app: records the window at the moment when it is shown. */
const recorder = `
import { app, Menu } from 'electron'
import './out/main/index.cjs'

app.once('browser-window-created', (_event, window) => {
  window.once('show', () => {
    const { width, height } = window.getContentBounds()
    globalThis.atShow = { hasMenu: Menu.getApplicationMenu() !== null, width, height }
  })
})
`

async function createRecordedApp(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'recorded-app-'))
  await cp(path.join(project, 'out'), path.join(folder, 'out'), {
    recursive: true,
    filter: (source) => !source.endsWith('.map'),
  })
  const about = JSON.parse(await readFile(path.join(project, 'package.json'), 'utf8'))
  const { name, productName, version, type } = about
  const own = { name, productName, version, type, main: 'main.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(own))
  await writeFile(path.join(folder, 'main.js'), recorder)
  return folder
}

test('the window is shown with its menu, and its page keeps its size', async ({ start }) => {
  const appFolder = await createRecordedApp()
  try {
    const { electron, page } = await start({ appFolder })
    await expect(createTestApp(page).button('New profile').first()).toBeVisible()
    await expect
      .poll(() => electron.evaluate(() => Reflect.get(globalThis, 'atShow') as AtShow | undefined))
      .toBeDefined()
    const { atShow, now } = await electron.evaluate(({ BrowserWindow }) => {
      const { width, height } = BrowserWindow.getAllWindows()[0]?.getContentBounds() ?? {}
      return { atShow: Reflect.get(globalThis, 'atShow') as AtShow, now: { width, height } }
    })
    const { hasMenu, ...size } = atShow
    expect(hasMenu).toBe(true)
    expect(size).toEqual(now)
  } finally {
    await rm(appFolder, { recursive: true, force: true, maxRetries: 5 })
  }
})
