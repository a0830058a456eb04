import path from 'node:path'
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import type { Translate } from '../i18n/i18n.ts'

/** The system's dialogs. Every path of a file that the app writes or reads comes from one. */
export interface Dialogs {
  /** Asks where to save a share file; `null` if the user cancels. */
  askWhereToShare(fileName: string): Promise<string | null>
  /** Asks where to save a backup; `undefined` if the user cancels. */
  askWhereTo(fileName: string): Promise<string | undefined>
  /** Asks which backup to open; `undefined` if the user cancels. */
  askWhichFile(): Promise<string | undefined>
  /** Asks for permission to quit while the last changes of `count` profiles are not on disk. */
  mayLose(count: number): Promise<boolean>
  /** Explains that a closed window leaves the app in the tray. */
  explainClosing(): Promise<'keep-running' | 'quit'>
}

/** Returns the index of the button that was pressed. */
async function ask(question: MessageBoxOptions, window: BrowserWindow | null): Promise<number> {
  const options = { ...question, defaultId: 0, cancelId: 0, noLink: true }
  const { response } =
    window === null
      ? await dialog.showMessageBox(options)
      : await dialog.showMessageBox(window, options)
  return response
}

/** Asks for permission to load a page again that has ended several times in a row. */
export async function mayShowPageAgain(t: Translate, window: BrowserWindow): Promise<boolean> {
  const question = {
    type: 'error' as const,
    message: t('pageGone.title'),
    detail: `${t('pageGone.what')} ${t('pageGone.help')}`,
    buttons: [t('pageGone.again'), t('pageGone.quit')],
  }
  const isSeen = !window.isDestroyed() && window.isVisible()
  return (await ask(question, isSeen ? window : null)) === 0
}

/** Opens the dialogs in front of the window that `windowOf` returns. */
export function createDialogs(t: Translate, windowOf: () => BrowserWindow): Dialogs {
  const inDocuments = (fileName: string) => path.join(app.getPath('documents'), fileName)
  const backupFilters = () => [
    { name: t('backupFiles.backups'), extensions: ['age'] },
    { name: t('backupFiles.all'), extensions: ['*'] },
  ]

  async function askWhere(fileName: string, filters: Electron.FileFilter[]) {
    const { canceled, filePath } = await dialog.showSaveDialog(windowOf(), {
      defaultPath: inDocuments(fileName),
      filters,
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    })
    return canceled || filePath === '' ? undefined : filePath
  }

  const present = () => {
    const window = windowOf()
    return window.isDestroyed() ? null : window
  }

  return {
    askWhereToShare: async (fileName) =>
      (await askWhere(fileName, [{ name: 'Token Desk', extensions: ['tokendesk'] }])) ?? null,
    askWhereTo: (fileName) => askWhere(fileName, backupFilters()),
    async askWhichFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(), {
        defaultPath: app.getPath('documents'),
        filters: backupFilters(),
        properties: ['openFile'],
      })
      return canceled ? undefined : filePaths[0]
    },
    async mayLose(count) {
      const window = present()
      // A window that was closed to the tray would hide the question, too.
      if (window?.isVisible() === false) window.show()
      const question = {
        type: 'warning' as const,
        message: t('unsaved.title'),
        detail: `${t('unsaved.what', { count })} ${t('unsaved.help')}`,
        buttons: [t('unsaved.stay'), t('unsaved.quit')],
      }
      return (await ask(question, window)) === 1
    },
    async explainClosing() {
      const question = {
        type: 'info' as const,
        message: t('tray.closing.message'),
        detail: t('tray.closing.detail'),
        buttons: [t('tray.closing.keepRunning'), t('tray.closing.quit')],
      }
      return (await ask(question, present())) === 1 ? 'quit' : 'keep-running'
    },
  }
}
