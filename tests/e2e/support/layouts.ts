import type { Page } from '@playwright/test'

interface TraceEvent {
  readonly name: string
  readonly args: { readonly endData?: { readonly layoutRoots: readonly { depth: number }[] } }
}

/**
 * What Chromium laid out while `work` went on: for each time that it did, the depths in the
 * document of the boxes from which it began. The whole page is at depth 1.
 */
export async function layoutsDuring(
  page: Page,
  work: () => Promise<void>,
): Promise<readonly (readonly number[])[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(...(value as unknown as TraceEvent[]))
  })
  const isOver = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve())
  })
  await session.send('Tracing.start', { categories: '-*,devtools.timeline' })
  await work()
  await session.send('Tracing.end')
  await isOver
  await session.detach()
  return events
    .filter(({ name, args }) => name === 'Layout' && args.endData !== undefined)
    .map(({ args }) => args.endData?.layoutRoots.map(({ depth }) => depth) ?? [])
}
