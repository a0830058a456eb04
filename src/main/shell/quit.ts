import type { App, BrowserWindow } from 'electron'
import type { Dialogs } from './dialogs.ts'

/** Milliseconds after which the app goes on quitting even if something sticks. */
const maxClose = 15_000

interface QuitParts {
  readonly app: Pick<App, 'on' | 'quit'>
  /** Writes what is in memory alone once more; resolves with the number of profiles that remain. */
  readonly saveNow: () => Promise<number>
  readonly mayLose: Dialogs['mayLose']
  readonly close: () => Promise<void>
  /** Hides a closing window and returns true if the app goes on without it. */
  readonly staysWithout: (window: BrowserWindow) => boolean
}

export interface Quitting {
  /** Makes closing `window` ask what quitting asks, where the app ends with its window. */
  guard(window: BrowserWindow): void
}

/**
 * Runs `close` once before the app quits, and lets it quit when that is done. Asks first, if
 * something could not be written and would be lost.
 */
export function closeBeforeQuit(parts: QuitParts): Quitting {
  const { app, saveNow, mayLose, close, staysWithout } = parts
  let state: 'open' | 'closing' | 'closed' = 'open'

  function quit(): void {
    state = 'closed'
    app.quit()
  }

  async function begin(): Promise<void> {
    const count = await inTime(saveNow().catch(() => 1))
    if (count > 0 && !(await mayLose(count))) {
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

/** Counts a save that does not finish in time as one profile that is not saved. */
function inTime(saving: Promise<number>): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(1), maxClose)
    void saving.then(resolve)
  })
}

interface ClosingParts {
  readonly isChosen: () => boolean
  /** Returns true if the icon is in a tray: without it nothing would lead back to the window. */
  readonly isTrayShown: () => boolean
  readonly explanation: {
    isGiven(): boolean
    recordGiven(): Promise<void>
    give: Dialogs['explainClosing']
  }
  readonly quit: () => void
}

/**
 * Hides a window that is closed, where the user wants the app to go on in the tray, and returns
 * true then. Explains it before the first time.
 */
export function createClosingToTray({ isChosen, isTrayShown, explanation, quit }: ClosingParts) {
  let isAsking = false

  async function explain(window: BrowserWindow): Promise<void> {
    isAsking = true
    const choice = await explanation.give()
    isAsking = false
    // Without a record the explanation comes again, which is better than never.
    await explanation.recordGiven().catch(() => undefined)
    if (choice === 'quit') quit()
    else if (!window.isDestroyed()) hide(window)
  }

  function hide(window: BrowserWindow): void {
    // The tray may have gone while the explanation was read.
    if (isTrayShown()) window.hide()
  }

  return (window: BrowserWindow): boolean => {
    if (!isChosen() || !isTrayShown()) return false
    if (isAsking) return true
    if (explanation.isGiven()) hide(window)
    else void explain(window)
    return true
  }
}

interface Start {
  /** The program of the running process, without arguments. */
  readonly execPath: string
  /** The arguments after the program. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * Returns the file that starts this app where that is not the running program: an AppImage and the
 * portable program of Windows unpack that into a folder which is gone when it ends.
 */
export function unpackedFrom({ execPath, env }: Omit<Start, 'args'>): string | undefined {
  const { APPIMAGE: image, APPDIR: folder, PORTABLE_EXECUTABLE_FILE: portable } = env
  if (portable) return portable
  // Programs that an AppImage starts, such as a terminal, inherit its variables.
  const isFromImage = folder && execPath.startsWith(`${folder.replace(/\/+$/, '')}/`)
  return isFromImage ? image : undefined
}

/**
 * Ends the app and starts it again with its arguments. `inStartFolder` runs its argument in the
 * folder in which the app was started: paths among the arguments may be relative to it.
 */
export function restart(
  app: Pick<App, 'relaunch' | 'quit'>,
  { execPath, args, env }: Start,
  inStartFolder: (work: () => void) => void,
): void {
  const program = unpackedFrom({ execPath, env })
  inStartFolder(() => {
    if (program === undefined) app.relaunch()
    else app.relaunch({ execPath: program, args: [...args] })
  })
  app.quit()
}
