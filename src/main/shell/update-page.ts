import { shell } from 'electron'

/**
 * Opens the page of a new version in the user's browser: the one thing that this app ever opens
 * outside of itself, at a click, and only https at one of these origins.
 */
export async function openUpdatePage(page: string, origins: readonly string[]): Promise<void> {
  const { protocol, origin, href } = new URL(page)
  if (protocol !== 'https:' || !origins.includes(origin)) throw new Error('not a permitted page')
  await shell.openExternal(href)
}
