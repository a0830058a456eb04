import { app } from 'electron'

/** Milliseconds after which the app quits even if something sticks. */
const longestClose = 15_000

/** Runs `close` once before the app quits, and lets it quit when that is done. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open'

  function quit(): void {
    state = 'closed'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    setTimeout(quit, longestClose)
    void close().then(quit, quit)
  })
}
