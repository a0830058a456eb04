import { link, open, rename, rm } from 'node:fs/promises'
import { readBounded } from './bounded-file.ts'

/** What is there at once, or later. */
type Awaitable<Value> = Value | Promise<Value>

export interface OpenFile {
  writeFile(bytes: Uint8Array): Awaitable<void>
  stat(): Awaitable<{ readonly size: number }>
  /** Makes what was written survive a power cut; of a folder: which names it holds. */
  sync(): Promise<void>
  close(): Awaitable<void>
}

/**
 * What durable files need of a file system, each call as in `node:fs`. It fails by throwing
 * or by rejecting, so it is to be called where both come to the same: awaited, in an
 * asynchronous function. One adapter, in the tests, is a disk that forgets whatever was not
 * synced.
 */
export interface Disk {
  open(path: string, flags: 'r' | 'wx', mode?: number): Awaitable<OpenFile>
  readFile(path: string): Awaitable<Uint8Array>
  link(existing: string, path: string): Awaitable<void>
  rename(from: string, to: string): Awaitable<void>
  rm(path: string, options: { readonly force: true }): Awaitable<void>
}

/** Bytes. A larger file is not copied, where it can't be linked, but moved. */
const maxCopied = 64 * 1024 * 1024

/** Any disk, also one at a place that the user chose: nothing ever waits for it. */
export const realDisk: Disk = {
  link,
  open,
  readFile: (path) => readBounded(path, maxCopied),
  rename,
  rm,
}
