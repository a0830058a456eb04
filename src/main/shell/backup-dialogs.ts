import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { Translate } from '../i18n/i18n.ts'

/** The system's own dialogs for the file of a backup: no path ever comes from the page. */
export function createBackupDialogs(t: Translate, windowOf: () => BrowserWindow) {
  const filters = () => [
    { name: t('backupFiles.backups'), extensions: ['age'] },
    { name: t('backupFiles.all'), extensions: ['*'] },
  ]
  return {
    async askWhereTo(fileName: string): Promise<string | undefined> {
      const { canceled, filePath } = await dialog.showSaveDialog(windowOf(), {
        defaultPath: path.join(app.getPath('documents'), fileName),
        filters: filters(),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? undefined : filePath
    },
    async askWhichFile(): Promise<string | undefined> {
      const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(), {
        defaultPath: app.getPath('documents'),
        filters: filters(),
        properties: ['openFile'],
      })
      return canceled ? undefined : filePaths[0]
    },
  }
}
