import { app, type BrowserWindow } from 'electron'
import type { Translate } from '../i18n/i18n.ts'
import { mayLose } from './unsaved-question.ts'

/** Milliseconds after which the app goes on quitting even if something sticks. */
const maxClose = 15_000

interface Parts {
  /** Tries once more to write what is in memory alone; how many profiles still are. */
  readonly saveNow: () => Promise<number>
  readonly windowOf: () => BrowserWindow
  readonly t: Translate
  readonly close: () => Promise<void>
  /** Whether a window that is closed is hidden, and the app goes on without it. */
  readonly staysWithout: (window: BrowserWindow) => boolean
}

export interface Quitting {
  /** Where the app ends with its window, closing that asks what quitting asks, while it is there. */
  guard(window: BrowserWindow): void
}

/**
 * Runs `close` once before the app quits, and lets it quit when that is done. Asks first, if
 * something could not be written and would be lost.
 */
export function closeBeforeQuit({ saveNow, windowOf, t, close, staysWithout }: Parts): Quitting {
  let state: 'open' | 'closing' | 'closed' = 'open'

  function quit(): void {
    state = 'closed'
    app.quit()
  }

  async function begin(): Promise<void> {
    const count = await inTime(saveNow().catch(() => 1))
    if (count > 0 && !(await mayLose(t, count, windowOf()))) {
      state = 'open'
      return
    }
    setTimeout(quit, maxClose)
    void close().then(quit, quit)
  }

  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void begin()
  })

  return {
    guard: (window) => {
      window.on('close', (event) => {
        if (state === 'closed' || process.platform === 'darwin') return
        event.preventDefault()
        if (state === 'closing' || !staysWithout(window)) app.quit()
      })
    },
  }
}

/** What does not answer in time is not saved. */
function inTime(saving: Promise<number>): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(1), maxClose)
    void saving.then(resolve)
  })
}
