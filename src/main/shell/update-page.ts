import { shell } from 'electron'
import { permittedPage } from './permitted-page.ts'

/**
 * Opens the page of a new version in the user's browser: the one thing that this app ever opens
 * outside of itself, at a click, and only https at one of these origins.
 */
export async function openUpdatePage(page: string, origins: readonly string[]): Promise<void> {
  await shell.openExternal(permittedPage(page, origins))
}
