import path from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'

/** Asks where to save a file, with the system's own dialog; `null` if the user would rather not. */
export async function askWhereToSave(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [{ name: 'Token Desk', extensions: ['tokendesk'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? null : filePath
}
