import { link, open, readFile, rename, rm } from 'node:fs/promises'

export interface OpenFile {
  writeFile(bytes: Uint8Array): Promise<void>
  stat(): Promise<{ readonly size: number }>
  /** Makes what was written survive a power cut; of a folder: which names it holds. */
  sync(): Promise<void>
  close(): Promise<void>
}

/**
 * What durable files need of a file system, each call as in `node:fs/promises`. Its other
 * adapter, in the tests, is a disk that forgets whatever was not synced.
 */
export interface Disk {
  open(path: string, flags: 'r' | 'wx', mode?: number): Promise<OpenFile>
  readFile(path: string): Promise<Uint8Array>
  link(existing: string, path: string): Promise<void>
  rename(from: string, to: string): Promise<void>
  rm(path: string, options: { readonly force: true }): Promise<void>
}

export const realDisk: Disk = { link, open, readFile: (path) => readFile(path), rename, rm }
