import { readdirSync } from 'node:fs'
import path from 'node:path'
import { appHost, appScheme } from '../ipc/sender.ts'

/** The files of the built page on disk, by their path in its address. */
export type BuiltFiles = ReadonlyMap<string, string>

/** Lists the files below `folder`. A link is none: it may lead anywhere. */
export function listBuiltFiles(folder: string): BuiltFiles {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file)
  }
  return files
}

/**
 * The file that an address of a page stands for, if it is one of the built files. The path is
 * looked up as it is written, never decoded and never joined to a folder.
 */
export function builtFileFor(address: string, files: BuiltFiles): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname } = new URL(address)
  if (protocol !== `${appScheme}:` || host !== appHost) return undefined
  return files.get(pathname === '/' ? '/index.html' : pathname)
}
