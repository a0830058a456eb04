import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Every file below the folder with its bytes, to see whether one changed. */
export async function filesIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'base64')] as const)),
  )
}

/** Every file of the vault with its bytes, but the lock, which each start makes anew. */
export async function vaultIn(dataFolder: string): Promise<Readonly<Record<string, string>>> {
  const files = Object.entries(await filesIn(path.join(dataFolder, 'vault')))
  return Object.fromEntries(files.filter(([name]) => path.basename(name) !== 'lock.json'))
}

/** The paths from the folder to what is below it, sockets and links too. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}

/** The names of the files that differ, came or went. */
export function changedBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => before[name] !== after[name])
}
