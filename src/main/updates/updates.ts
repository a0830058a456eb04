import { readFile } from 'node:fs/promises'
import { Failure } from '../../shared/errors.ts'
import type { LookResult, UpdatesView } from '../../shared/updates.ts'
import type { OpenedWatch, OpeningParts } from './watch.ts'

/** Milliseconds before the first check; the actual delay is up to twice as long. */
const firstWait = 30_000

interface Parts extends OpeningParts {
  /** The feed's configuration; without this file, nothing is ever checked. */
  readonly configurationFile: string
  /** Opens a page in the browser, if its origin is one of these. */
  readonly openPage: (page: string, origins: readonly string[]) => Promise<void>
}

/** Checks for new versions, if a feed is configured. */
export interface Updates {
  /** `null`: this app has no feed. */
  view(): Promise<UpdatesView | null>
  /** This and the following throw `Failure` `request-refused` if there is no feed. */
  look(): Promise<{ result: LookResult; updates: UpdatesView }>
  dismiss(version: string): Promise<UpdatesView>
  openPage(): Promise<void>
  settingsChanged(): void
  stop(): void
}

/** Creates the update check. Its modules are loaded only when a feed is used. */
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
      // It was checked when the app was packaged, so this is a bug or damage: there is no feed.
      log.incident('update-feed', cause)
      return null
    }
  }

  function load(): Promise<OpenedWatch | null> {
    opened ??= open()
    return opened
  }

  async function needed(): Promise<OpenedWatch> {
    const found = await load()
    if (found === null) throw new Failure({ code: 'request-refused', reason: 'name' })
    return found
  }

  async function begin(): Promise<void> {
    if (opened === undefined && !parts.isWanted()) return
    const found = await load()
    if (!isStopped) found?.watch.begin()
  }

  const stopWaiting = clock.after(firstWait * (1 + random.fraction()), () => void begin())

  return {
    view: async () => (await load())?.watch.view() ?? null,
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
