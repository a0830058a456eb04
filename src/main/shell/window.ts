import path from 'node:path'
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron'
import { appUrl } from '../ipc/sender.ts'
import { overwriteSync, readText } from '../vault/bounded-file.ts'
import { withoutBlinkFeatures } from './lock-down.ts'
import type { PageRecovery } from './page-recovery.ts'
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
  /** Where size and place of the window are kept. */
  readonly placementFile: string
  /** The window can know and choose its position. */
  readonly hasPosition: boolean
  /** A hidden window paints, and says when it is ready to be shown. */
  readonly paintsWhileHidden: boolean
  readonly recovery: PageRecovery
}

/** Opens the one window of the app. It shows itself with its first painted frame, or when it is loaded. */
export function openWindow(options: WindowOptions): BrowserWindow {
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
  if (options.paintsWhileHidden) window.once('ready-to-show', () => window.show())
  else window.webContents.once('did-finish-load', () => window.show())
  window.on('close', () => keepPlacement(options.placementFile, window, options.hasPosition))
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    options.recovery.gone(() => {
      if (!window.isDestroyed()) window.reload()
    })
  })
  void window.loadURL(appUrl)
  return window
}

/**
 * Ends the process of the page and begins another one, so that nothing of what the page
 * held is left in memory. The window stays where it is.
 */
export function renewPage(window: BrowserWindow, recovery: PageRecovery): void {
  if (window.isDestroyed()) return
  const pid = window.webContents.getOSProcessId()
  // What sees to a page that crashed loads it again (`openWindow`). Killed, not crashed: a crash
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
    // Never saved, or not readable: the window opens where the system puts it.
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

/** The built preload and page beside the built main. */
export const builtFiles = {
  preload: path.join(import.meta.dirname, '../preload/index.cjs'),
  page: path.join(import.meta.dirname, '../renderer'),
} as const
