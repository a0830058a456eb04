import { closeSync, fstatSync, fsync, lstatSync, open, openSync, writeFileSync } from 'node:fs'
import { link, rename, unlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { readBoundedSync } from './bounded-file.ts'
import type { Disk, OpenFile } from './disk.ts'
import { maxRecordBytes } from './record-file.ts'

const sync = promisify(fsync)
const openNew = promisify(open)

function opened(descriptor: number): OpenFile {
  return {
    writeFile: (bytes) => writeFileSync(descriptor, bytes),
    stat: () => fstatSync(descriptor),
    sync: () => sync(descriptor),
    close: () => closeSync(descriptor),
  }
}

/**
 * The disk that the vault is on. What is over sooner than another thread could be asked for
 * it (its files are small, and the system keeps them in memory) is done at once. What may
 * have to wait for the disk itself, each sync and each change of a name, is left to other
 * threads (decision 60).
 */
export const vaultDisk: Disk = {
  open: async (path, flags, mode) =>
    opened(flags === 'r' ? openSync(path, flags) : await openNew(path, flags, mode)),
  readFile: (path) => readBoundedSync(path, maxRecordBytes),
  link,
  rename,
  async rm(path) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) await unlink(path)
  },
}
