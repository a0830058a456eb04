import { type BrowserWindow, ipcMain } from 'electron'
import { type BridgeEvent, eventChannel, requestChannel } from '../../shared/bridge.ts'
import { events } from '../../shared/contract.ts'
import type { SenderEvent } from '../ipc/sender.ts'

type Route = (event: SenderEvent, name: unknown, input: unknown) => Promise<unknown>

/** Lets pages make requests of main. */
export function answerRequests(route: Route): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, input: unknown) =>
    JSON.stringify(await route(event, name, input)),
  )
}

/** Tells the page of `window` an event. Parsed like an answer: nothing but the contract leaves. */
export function tell(window: BrowserWindow, event: BridgeEvent): void {
  if (window.isDestroyed() || window.webContents.isCrashed()) return
  const data = events[event.name].parse(event.data)
  window.webContents.send(eventChannel, JSON.stringify({ name: event.name, data }))
}

/** As `tell`, but a page that is still being loaded is told when it listens. */
export function tellWhenThere(window: BrowserWindow, event: BridgeEvent): void {
  const { webContents } = window
  if (webContents.isLoading()) webContents.once('did-finish-load', () => tell(window, event))
  else tell(window, event)
}
