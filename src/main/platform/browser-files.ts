import { randomBytes } from 'node:crypto'
import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files in the data folder that Chromium reads completely. */
const readByChromium = [
  'Local State',
  'Preferences',
  'Network Persistent State',
  'TransportSecurity',
] as const

/**
 * Renames pipes in the place of Chromium's files, because Chromium blocks until their other end
 * opens, at start or before the app quits. Removes nothing. Call before the app is ready.
 */
export function setPipesAside(folder: string): void {
  for (const name of readByChromium) {
    const path = join(folder, name)
    try {
      if (statSync(path).isFIFO()) renameSync(path, `${path}.${randomBytes(4).toString('hex')}`)
    } catch {
      // Missing, or it can't be renamed.
    }
  }
}
