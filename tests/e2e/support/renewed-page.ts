import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { App } from './app.ts'
import { expect } from './test.ts'

interface RenewedPage {
  readonly browser: Browser
  readonly page: Page
}

/** The process that shows the window; nobody's while one takes the place of another. */
export function pageProcess({ electron }: Pick<App, 'electron'>): Promise<number | undefined> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * Does what locks, waits until another process shows the window and the first one is gone, and
 * gives the new page. Whoever connects earlier may get the page that is about to end.
 */
export async function pageAfterLock(
  app: Pick<App, 'electron'>,
  dataFolder: string,
  lock: () => Promise<unknown>,
): Promise<RenewedPage> {
  const before = await pageProcess(app)
  // The page that is asked answers no more.
  await lock().catch(() => undefined)
  await expect
    .poll(async () => ![before, 0, undefined].includes(await pageProcess(app)), { timeout: 20_000 })
    .toBe(true)
  await expect.poll(() => before !== undefined && isAlive(before)).toBe(false)
  return connectToPage(dataFolder)
}

/**
 * Playwright takes a page whose process ended for crashed and looks at it no more, so the one in
 * its place is reached by a way of its own.
 */
async function connectToPage(dataFolder: string): Promise<RenewedPage> {
  const [port, place] = (await readFile(path.join(dataFolder, 'DevToolsActivePort'), 'utf8')).split(
    '\n',
  )
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${place}`)
  const [page] = browser.contexts().flatMap((context) => context.pages())
  if (page === undefined) throw new Error('the app has no page')
  return { browser, page }
}

/** Every object and text in the memory of a page, as V8 writes them down. */
export async function heapOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return Buffer.from(chunks.join(''))
}
