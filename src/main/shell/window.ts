import path from 'node:path'
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron'
import type { BridgeEvent } from '../../shared/bridge.ts'
import type { ProfileId } from '../../shared/profile.ts'
import { appUrl } from '../ipc/sender.ts'
import { overwriteSync, readText } from '../vault/disk.ts'
import { bringToFront } from './bring-to-front.ts'
import { withoutBlinkFeatures } from './lock-down.ts'
import { sendEvent, sendEventWhenLoaded } from './page-channel.ts'
import { createPageRecovery, type PageRecovery, type RecoveryParts } from './page-recovery.ts'
import {
  boundsToOpen,
  firstSize,
  minWindow,
  type WindowPlacement,
  windowPlacement,
} from './window-placement.ts'

interface WindowOptions {
  readonly session: Session
  readonly preload: string
  /** The file that keeps size and position of the window. */
  readonly placementFile: string
  /** The window can know and choose its position. */
  readonly hasPosition: boolean
  /** A hidden window paints, and reports when it is ready to be shown. */
  readonly paintsWhileHidden: boolean
  /** The compositor decides which window gets the focus. */
  readonly isWayland: boolean
  readonly recovery: Omit<RecoveryParts, 'mayTryAgain'> & {
    /** Asks the user for permission to load the page of this window again. */
    readonly mayTryAgain: (window: BrowserWindow) => Promise<boolean>
  }
}

/** The one window of the app; after the user closed it, another one takes its place. */
export interface MainWindow {
  /** Returns the window that was opened last; it may be destroyed. */
  current(): BrowserWindow
  /** Sends an event to the page. */
  send(event: BridgeEvent): void
  /** Sends an event to the page, after one that is still loading has finished. */
  sendWhenLoaded(event: BridgeEvent): void
  /** Brings the window to the front, opens one if there is none; resolves with true if it has the focus. */
  show(): Promise<boolean>
  isFocused(): boolean
  /** Returns true while the user looks at this profile. */
  isLookedAt(id: ProfileId): boolean
  /** Records which profile the page shows. */
  reportShown(id: ProfileId | null): void
  /**
   * Ends the process of the page and begins another one, so that nothing of what the page
   * held is left in memory. The window stays in place.
   */
  renewPage(): void
  /** Calls `listener` with the window and with each that is opened later. */
  onOpened(listener: (window: BrowserWindow) => void): void
}

/** Opens the window. It is shown with its first painted frame, or when its page has loaded. */
export function openMainWindow(options: WindowOptions): MainWindow {
  const openedListeners: ((window: BrowserWindow) => void)[] = []
  let shownProfile: ProfileId | null = null
  const recovery = createPageRecovery({
    ...options.recovery,
    mayTryAgain: () => options.recovery.mayTryAgain(window),
  })
  const open = () => openWindow(options, recovery)
  let window = open()
  const isFocused = () => !window.isDestroyed() && window.isFocused()
  return {
    current: () => window,
    send: (event) => sendEvent(window, event),
    sendWhenLoaded: (event) => sendEventWhenLoaded(window, event),
    async show() {
      const { isWayland, recovery } = options
      if (!window.isDestroyed()) return bringToFront(window, { isWayland, after: recovery.after })
      window = open()
      for (const listener of openedListeners) listener(window)
      return false
    },
    isFocused,
    isLookedAt: (id) => id === shownProfile && isFocused(),
    reportShown: (id) => {
      shownProfile = id
    },
    renewPage: () => {
      shownProfile = null
      renewPage(window, recovery)
    },
    onOpened: (listener) => {
      openedListeners.push(listener)
      listener(window)
    },
  }
}

function openWindow(options: WindowOptions, recovery: PageRecovery): BrowserWindow {
  const placement = readPlacement(options.placementFile)
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const window = new BrowserWindow({
    ...firstSize(screen.getPrimaryDisplay().workAreaSize),
    ...boundsToOpen(placement, workAreas, options.hasPosition),
    minWidth: minWindow.width,
    minHeight: minWindow.height,
    show: false,
    title: app.getName(),
    // The page's own background (tokens.css), so that nothing flashes while it loads.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17191c' : '#f7f5f0',
    webPreferences: {
      session: options.session,
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      ...withoutBlinkFeatures,
      devTools: !app.isPackaged,
    },
  })
  if (placement?.maximized) window.maximize()
  const show = () => window.show()
  if (options.paintsWhileHidden) window.once('ready-to-show', show)
  else window.webContents.once('did-finish-load', show)
  window.on('close', () => keepPlacement(options.placementFile, window, options.hasPosition))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    recovery.gone(() => {
      if (!window.isDestroyed()) window.reload()
    })
  })
  void window.loadURL(appUrl)
  return window
}

function renewPage(window: BrowserWindow, recovery: PageRecovery): void {
  if (window.isDestroyed()) return
  const pid = window.webContents.getOSProcessId()
  // The recovery from a crash loads the page again (`openWindow`). Killed, not crashed: a crash
  // may leave its memory on disk (core dumps), with all that it showed.
  if (pid > 0) {
    recovery.expectEnd()
    process.kill(pid, 'SIGKILL')
    return
  }
  recovery.cancel()
  window.reload()
}

function readPlacement(file: string): WindowPlacement | undefined {
  try {
    return windowPlacement.parse(JSON.parse(readText(file)))
  } catch {
    // Never saved, or not readable: the system chooses the position.
    return undefined
  }
}

function keepPlacement(file: string, window: BrowserWindow, hasPosition: boolean): void {
  const { width, height, ...position } = window.getNormalBounds()
  const placement: WindowPlacement = {
    bounds: hasPosition ? { ...position, width, height } : { width, height },
    maximized: window.isMaximized(),
  }
  try {
    overwriteSync(file, JSON.stringify(placement))
  } catch {
    // A window that opens in another place is not worth a message.
  }
}

/** The built preload and page, and the list of the page's files, beside the built main. */
export const builtFiles = {
  preload: path.join(import.meta.dirname, '../preload/index.cjs'),
  page: path.join(import.meta.dirname, '../renderer'),
  pageFiles: path.join(import.meta.dirname, 'page-files.json'),
} as const
