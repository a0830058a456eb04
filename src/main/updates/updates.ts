import { readFile } from 'node:fs/promises'
import { Failure } from '../../shared/errors.ts'
import type { LookResult, UpdatesView } from '../../shared/updates.ts'
import type { OpenedWatch, OpeningParts } from './watch.ts'

/** Asks nobody before the app has been open for so long, and up to twice as long. */
const firstWait = 30_000

interface Parts extends OpeningParts {
  /** The file that says who tells of new versions; where it is missing, nobody is asked, ever. */
  readonly configurationFile: string
  /** Opens a page outside of the app, if its origin is one of these. */
  readonly openPage: (page: string, origins: readonly string[]) => Promise<void>
}

/** What a page may ask about new versions. Where no feed is configured there is nothing to ask. */
export interface Updates {
  /** `null`: this app has no feed. */
  view(): Promise<UpdatesView | null>
  /** This and what follows throw `Failure` `request-refused` where there is no feed. */
  look(): Promise<{ result: LookResult; updates: UpdatesView }>
  dismiss(version: string): Promise<UpdatesView>
  openPage(): Promise<void>
  settingsChanged(): void
  stop(): void
}

/** Tells of new versions. All that it needs is loaded when there is a feed and it is asked for. */
export function createUpdates(parts: Parts): Updates {
  const { clock, random, log } = parts
  let opened: Promise<OpenedWatch | null> | undefined
  let isStopped = false

  async function open(): Promise<OpenedWatch | null> {
    const text = await readFile(parts.configurationFile, 'utf8').catch(() => null)
    if (text === null) return null
    const { openWatch } = await import('./watch.ts')
    try {
      return await openWatch(text, parts)
    } catch (cause) {
      // It was checked when the app was packaged: half a feed is none.
      log.incident('update-feed', cause)
      return null
    }
  }

  function desk(): Promise<OpenedWatch | null> {
    opened ??= open()
    return opened
  }

  async function needed(): Promise<OpenedWatch> {
    const found = await desk()
    if (found === null) throw new Failure({ code: 'request-refused', reason: 'name' })
    return found
  }

  async function begin(): Promise<void> {
    if (opened === undefined && !parts.isWanted()) return
    const found = await desk()
    if (!isStopped) found?.watch.begin()
  }

  const stopWaiting = clock.after(firstWait * (1 + random.fraction()), () => void begin())

  return {
    view: async () => (await desk())?.watch.view() ?? null,
    async look() {
      const { watch } = await needed()
      return { result: await watch.look(), updates: watch.view() }
    },
    async dismiss(version) {
      const { watch } = await needed()
      await watch.dismiss(version)
      return watch.view()
    },
    async openPage() {
      const { watch, pages } = await needed()
      const page = watch.page()
      if (page !== null) await parts.openPage(page, pages)
    },
    settingsChanged: () => void begin(),
    stop: () => {
      isStopped = true
      stopWaiting()
      void opened?.then((found) => found?.watch.stop())
    },
  }
}
