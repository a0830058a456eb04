import { app, type BrowserWindow, ipcMain } from 'electron'
import { type BridgeEvent, eventChannel, requestChannel } from '../../shared/bridge.ts'
import { events } from '../../shared/contract.ts'
import type { SenderEvent } from '../ipc/sender.ts'

type Route = (event: SenderEvent, name: unknown, input: unknown) => Promise<unknown>

/** Answers the requests of pages with `route`. */
export function answerRequests(route: Route): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown) =>
    JSON.stringify(await route(event, name, input)),
  )
}

/** Sends an event to the page of `window`. Parsed like an answer: nothing but the contract leaves. */
export function sendEvent(window: BrowserWindow, event: BridgeEvent): void {
  if (window.isDestroyed() || window.webContents.isCrashed()) return
  const data = events[event.name].parse(event.data)
  window.webContents.send(eventChannel, JSON.stringify({ name: event.name, data }))
}

/** As `sendEvent`, after a page that is still loading has finished. */
export function sendEventWhenLoaded(window: BrowserWindow, event: BridgeEvent): void {
  const { webContents } = window
  if (webContents.isLoading()) webContents.once('did-finish-load', () => sendEvent(window, event))
  else sendEvent(window, event)
}

/** The level of an error in Electron before version 35: a number, after the event. */
const olderError = 3

/**
 * Calls `report` for each error in the console of a page: an uncaught exception, or a violation of
 * the page's policy. The message stays in the page: it may quote a secret, and Chromium prints
 * nothing of a page whose session is in memory.
 */
export function onPageError(report: () => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('console-message', ({ level }, ...older) => {
      // Electron 35 and later pass the level in the event.
      if (level === 'error' || older[0] === olderError) report()
    })
  })
}
