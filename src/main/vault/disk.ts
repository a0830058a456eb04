import {
  closeSync,
  fstatSync,
  fsync,
  lstatSync,
  openSync,
  open as openWith,
  writeFileSync,
} from 'node:fs'
import { link, open, rename, rm, unlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { readBounded, readBoundedSync } from './bounded-file.ts'

/** A result that is available at once, or later. */
type Awaitable<Value> = Value | Promise<Value>

export interface OpenFile {
  writeFile(bytes: Uint8Array): Awaitable<void>
  stat(): Awaitable<{ readonly size: number }>
  /** Makes the contents survive a power cut; of a folder, its names. */
  sync(): Promise<void>
  close(): Awaitable<void>
}

/**
 * The file system calls that durable files need, each as in `node:fs`. A call fails by throwing or
 * by rejecting, so await it in an asynchronous function, where both have the same effect. One
 * adapter in the tests is a disk that forgets everything that was not synced.
 */
export interface Disk {
  open(path: string, flags: 'r' | 'wx', mode?: number): Awaitable<OpenFile>
  readFile(path: string): Awaitable<Uint8Array>
  link(existing: string, path: string): Awaitable<void>
  rename(from: string, to: string): Awaitable<void>
  rm(path: string, options: { readonly force: true }): Awaitable<void>
}

/** Bytes. Where links are not supported, a larger file is moved instead of copied. */
const maxCopied = 64 * 1024 * 1024

/** Adapter for any disk, including one that the user chose. Never blocks the process. */
export const realDisk: Disk = {
  link,
  open,
  readFile: (path) => readBounded(path, maxCopied),
  rename,
  rm,
}

const sync = promisify(fsync)
const openNew = promisify(openWith)

function opened(descriptor: number): OpenFile {
  return {
    writeFile: (bytes) => writeFileSync(descriptor, bytes),
    stat: () => fstatSync(descriptor),
    sync: () => sync(descriptor),
    close: () => closeSync(descriptor),
  }
}

/**
 * Adapter for the disk of the vault. Calls on small cached files are synchronous, because another
 * thread takes longer than the call itself. Calls that may wait for the disk (every sync and every
 * change of a name) are left to other threads (decision 16).
 */
export const vaultDisk: Disk = {
  open: async (path, flags, mode) =>
    opened(flags === 'r' ? openSync(path, flags) : await openNew(path, flags, mode)),
  readFile: (path) => readBoundedSync(path, maxCopied),
  link,
  rename,
  async rm(path) {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) await unlink(path)
  },
}
