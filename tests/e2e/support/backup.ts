import type { App } from './app.ts'
import { createTestApp, type TestApp } from './test-app.ts'

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

export async function openBackupPlace(testApp: TestApp): Promise<void> {
  await testApp.button('Security').click()
  await testApp.button('Back up or restore').click()
}

/** Saves all profiles into a file, and leads back to them as it came. */
export async function backUp(app: App, path: string): Promise<void> {
  const testApp = createTestApp(app.page)
  await choosePath(app, path)
  await openBackupPlace(testApp)
  await testApp.fill({
    'Passphrase for the backup': backupPassphrase,
    'Repeat the passphrase': backupPassphrase,
  })
  await testApp.button('Save backup file').click()
  await app.page.getByText(/saved to/).waitFor({ timeout: 60_000 })
  await testApp.button('Close').click()
  await testApp.button('Back up or restore').waitFor()
  await testApp.button('Close').click()
}

/** Chooses a file; the backup place is shown. */
export async function chooseBackup(app: App, path: string): Promise<void> {
  await choosePath(app, path)
  await createTestApp(app.page).button('Choose backup file').click()
}

/** Chooses a file and types a passphrase for it; the backup place is shown. */
export async function openBackup(
  app: App,
  path: string,
  passphrase: string = backupPassphrase,
): Promise<void> {
  const testApp = createTestApp(app.page)
  await chooseBackup(app, path)
  await testApp.fill({ Passphrase: passphrase })
  await testApp.button('Open backup').click()
}
