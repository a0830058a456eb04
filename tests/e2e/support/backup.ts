import type { App } from './app.ts'
import { createDesk, type Desk } from './desk.ts'

export const backupPassphrase = 'three slow barges under a bridge'

/** What the user chooses in the system's dialogs from now on; `null`: nothing. */
export async function choosePath({ electron }: App, path: string | null): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    const canceled = filePath === null
    dialog.showSaveDialog = async () => ({ canceled, filePath: filePath ?? '' })
    dialog.showOpenDialog = async () => ({
      canceled,
      filePaths: filePath === null ? [] : [filePath],
    })
  }, path)
}

export async function openBackupPlace(desk: Desk): Promise<void> {
  await desk.button('Security').click()
  await desk.button('Back up or restore').click()
}

/** Saves all profiles into a file, and leads back to them as it came. */
export async function backUp(app: App, path: string): Promise<void> {
  const desk = createDesk(app.page)
  await choosePath(app, path)
  await openBackupPlace(desk)
  await desk.fill({
    'Passphrase for the backup': backupPassphrase,
    'The same once more': backupPassphrase,
  })
  await desk.button('Save backup file').click()
  await app.page.getByText(/saved to/).waitFor({ timeout: 60_000 })
  await desk.button('Close').click()
  await desk.button('Back up or restore').waitFor()
  await desk.button('Close').click()
}

/** Chooses a file; the backup place is shown. */
export async function chooseBackup(app: App, path: string): Promise<void> {
  await choosePath(app, path)
  await createDesk(app.page).button('Choose backup file').click()
}

/** Chooses a file and types a passphrase for it; the backup place is shown. */
export async function openBackup(
  app: App,
  path: string,
  passphrase: string = backupPassphrase,
): Promise<void> {
  const desk = createDesk(app.page)
  await chooseBackup(app, path)
  await desk.fill({ Passphrase: passphrase })
  await desk.button('Open backup').click()
}
