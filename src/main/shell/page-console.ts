import { app } from 'electron'

/** What older versions of Electron call an error: a number, after the event. */
const olderError = 3

/**
 * Calls `report` for each error in the console of a page: what was thrown there and caught by
 * nobody, or broke its policy. What it says stays in the page: it may quote a secret, and
 * Chromium prints nothing of a page whose session is in memory.
 */
export function onPageError(report: () => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('console-message', ({ level }, ...older) => {
      // Electron 35 and later tell the level in the event.
      if (level === 'error' || older[0] === olderError) report()
    })
  })
}
