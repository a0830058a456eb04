import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isTemporary } from './durable-file.ts'

/** Removes what cut-off writes left in a folder. What can't be removed now stays for later. */
export async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(isTemporary)) {
    await rm(join(folder, name), { force: true }).catch(() => {})
  }
}
