import { readdirSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The list of the page's files, beside the built main: a start need not walk the folder. */
export const PAGE_FILES = 'page-files.json'

/**
 * Lists the files below a folder, as they are named in the addresses of the page. A link is left
 * out: it may lead anywhere. So is a map, which only explains a file.
 * @param {string} folder
 * @returns {readonly string[]} sorted
 */
export function listPageFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .sort()
}

/** @param {string} out the folder of the built app, with `main` and `renderer` */
export function writePageFiles(out) {
  const names = listPageFiles(join(out, 'renderer'))
  writeFileSync(join(out, 'main', PAGE_FILES), JSON.stringify(names))
}
