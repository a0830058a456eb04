import { type BrowserWindow, dialog } from 'electron'

interface Parts {
  readonly isChosen: () => boolean
  /** Whether the icon is really in a tray: else nothing would lead back to the window. */
  readonly isTrayShown: () => boolean
  readonly explanation: {
    isGiven(): boolean
    recordGiven(): Promise<void>
    words(): Readonly<Record<'message' | 'detail' | 'keepRunning' | 'quit', string>>
  }
  readonly quit: () => void
}

/**
 * Hides a window that is closed, where the user wants the app to go on in the tray; the first
 * time it says so before. Returns whether it does.
 */
export function createClosingToTray({ isChosen, isTrayShown, explanation, quit }: Parts) {
  let isAsking = false

  async function explain(window: BrowserWindow): Promise<void> {
    isAsking = true
    const { message, detail, keepRunning, quit: leave } = explanation.words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'info',
      message,
      detail,
      buttons: [keepRunning, leave],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    isAsking = false
    // Who can't be remembered to have read it reads it again.
    await explanation.recordGiven().catch(() => undefined)
    if (response === 1) quit()
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
