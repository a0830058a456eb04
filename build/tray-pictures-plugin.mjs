import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'

const folder = join(root, 'build', 'icons', 'tray')

/**
 * Puts the pictures of the tray beside the built main, by their names: Electron finds the
 * larger one of a pair by the end of its name. So a package has them, too.
 * @returns {import('vite').Plugin}
 */
export function trayPicturesPlugin() {
  return {
    name: 'tray-pictures',
    generateBundle() {
      for (const name of readdirSync(folder)) {
        const source = readFileSync(join(folder, name))
        this.emitFile({ type: 'asset', fileName: `tray/${name}`, source })
      }
    },
  }
}
