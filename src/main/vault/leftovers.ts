import { opendir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporary } from './durable-file.ts'

/** A write leaves two at most. A folder with more in it has them from elsewhere. */
const maxAtOnce = 200

/**
 * Removes these files, which cut-off writes left. A start waits for this, so only some of very many
 * are removed; those and all that can't be removed now stay for later.
 */
export async function removeLeftovers(paths: readonly string[]): Promise<void> {
  for (const path of paths.slice(0, maxAtOnce)) await rm(path, { force: true }).catch(() => {})
}

/**
 * Removes what cut-off writes left in a folder: of the file `name` there, or of any file. The folder
 * is read in parts and by another thread, because others may have put very many files there.
 */
export async function clearLeftovers(folder: string, name?: string): Promise<void> {
  const found: string[] = []
  try {
    for await (const entry of await opendir(folder, { bufferSize: 1000 })) {
      const isOurs = name === undefined || entry.name.startsWith(`${name}.`)
      if (isOurs && isTemporary(entry.name)) found.push(join(folder, entry.name))
      if (found.length === maxAtOnce) break
    }
  } catch {
    // They cost nothing but their room, and the next start tries again.
  }
  await removeLeftovers(found)
}
