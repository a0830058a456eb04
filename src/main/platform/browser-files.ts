import { randomBytes } from 'node:crypto'
import { renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Files in the data folder that Chromium itself reads as a whole. */
const readByChromium = [
  'Local State',
  'Preferences',
  'Network Persistent State',
  'TransportSecurity',
] as const

/**
 * Renames pipes that stand in the place of Chromium's own files: it would wait for their
 * other end for ever, at the start or before the app can end. Nothing is removed. Call before the app is ready.
 */
export function setPipesAside(folder: string): void {
  for (const name of readByChromium) {
    const path = join(folder, name)
    try {
      if (statSync(path).isFIFO()) renameSync(path, `${path}.${randomBytes(4).toString('hex')}`)
    } catch {
      // It is missing, or can't be renamed; then Chromium does what it can.
    }
  }
}
