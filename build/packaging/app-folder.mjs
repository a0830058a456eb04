import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../paths.mjs'

/**
 * Lays out what goes into the app's archive: the built files without their maps, which only
 * explain them, and a package.json that says who the app is. There is nothing else at run time.
 * @param {string} folder made here
 * @param {import('./edition.mjs').Edition} edition
 */
export function writeAppFolder(folder, { name, productName, version, license }) {
  mkdirSync(folder, { recursive: true })
  for (const part of ['main', 'preload', 'renderer']) {
    cpSync(join(root, 'out', part), join(folder, 'out', part), {
      recursive: true,
      filter: (source) => !source.endsWith('.map'),
    })
  }
  const about = {
    name,
    productName,
    version,
    description: 'Get, read, renew and copy OAuth 2.0 access tokens',
    author: 'The Token Desk authors',
    license,
    type: 'module',
    main: 'out/main/index.cjs',
    // By this a Linux desktop finds the icon and the name of a window.
    desktopName: `${name}.desktop`,
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about))
}
