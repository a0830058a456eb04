import type { App } from 'electron'

/**
 * Answers every server that asks for a client certificate with none. Without a listener Electron
 * presents the first that fits from the system's store, without a question: for pages, and since
 * version 44 for `net`, too. No profile names a certificate. Call before the app is ready.
 */
export function presentNoCertificates(app: Pick<App, 'on'>): void {
  app.on('select-client-certificate', (event, _contents, _url, _certificates, present) => {
    event.preventDefault()
    present()
  })
}
