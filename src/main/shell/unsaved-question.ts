import { type BrowserWindow, dialog } from 'electron'

/** Asks whether to quit although the last changes of `count` profiles are in memory alone. */
export async function mayLose(count: number, window: BrowserWindow): Promise<boolean> {
  const what =
    count === 1 ? 'the last change of one profile' : `the last changes of ${count} profiles`
  const question = {
    type: 'warning' as const,
    message: 'Not everything is saved',
    detail: `Token Desk could not write ${what} to the disk. If you quit now, it is lost, and you may have to ask for new tokens. Make room on the disk, or connect the drive, and try again.`,
    buttons: ['Keep Token Desk open', 'Quit and lose it'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  // One that was closed to the tray would hide the question, too.
  if (!window.isDestroyed() && !window.isVisible()) window.show()
  const { response } = window.isDestroyed()
    ? await dialog.showMessageBox(question)
    : await dialog.showMessageBox(window, question)
  return response === 1
}
