import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'

/**
 * The page that took the place of one whose process ended. Playwright takes the old page
 * for crashed and looks at it no more, so the new one is reached by a way of its own.
 */
export async function connectToPage(dataFolder: string): Promise<{ browser: Browser; page: Page }> {
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
