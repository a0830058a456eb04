import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

// Does what Electron's own default app does for `electron <switches> <folder> <arguments>`,
// in a runtime that comes without it. The awaited import keeps `ready` back until the app's
// main module has run, as the app may rely on being first.

/**
 * The types leave out what only a default app calls.
 * @typedef {{ setVersion(version: string): void, setAppPath(path: string): void }} Internals
 */
const host = /** @type {Electron.App & Internals} */ (app)

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
const folder = folderArgument === undefined ? undefined : resolve(folderArgument)

if (folder === undefined || !existsSync(join(folder, 'package.json'))) {
  process.stderr.write('Name the folder of an app: electron <switches> <folder> <arguments>\n')
  app.exit(1)
} else {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = about.productName ?? about.name
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  if (name) host.setName(name)
  if (about.version) host.setVersion(about.version)
  host.setDesktopName(about.desktopName ?? `${app.name}.desktop`)
  host.setAppPath(folder)
  try {
    await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
    app.exit(1)
  }
}
