import {
  closeSync,
  constants,
  fstatSync,
  fsync,
  lstatSync,
  openSync,
  open as openWith,
  readSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { link, open, rename, rm, unlink } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Failure, type notSavedReasons } from '../../shared/errors.ts'

/** Returns the code of a file system error, such as `ENOSPC`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function isMissing(error: unknown): boolean {
  return errorCode(error) === 'ENOENT'
}

/**
 * Returns true if a folder, a pipe, a socket or a device is in the place of a file. Other errors
 * (a network drive, a permission) may be temporary and do not mean damage.
 */
export function isNotAFile(error: unknown): boolean {
  const code = errorCode(error)
  return code === 'EISDIR' || code === 'ENXIO'
}

const reasons: Readonly<Record<string, (typeof notSavedReasons)[number]>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
}

/** Returns the failure to show for a file system error; returns any other error unchanged. */
export function notSaved(error: unknown): unknown {
  const code = errorCode(error)
  if (code === undefined) return error
  return new Failure({ code: 'not-saved', reason: reasons[code] ?? 'other' })
}

// Without it, opening a pipe blocks until its other end opens. Windows has neither flag nor pipes.
const withoutWaiting = constants.O_NONBLOCK ?? 0
const forReading = constants.O_RDONLY | withoutWaiting
const forReplacing = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | withoutWaiting
const forAppending = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | withoutWaiting

/** Bytes of the first read from a file whose size is reported as 0, as in `/proc`. */
const firstRead = 4096

function problem(code: 'EISDIR' | 'ENXIO' | 'EFBIG', text: string): Error {
  return Object.assign(new Error(`${code}: ${text}`), { code })
}

/** Returns true if a file was not read because it is larger than its limit. */
export function isTooLarge(error: unknown): boolean {
  return errorCode(error) === 'EFBIG'
}

/** Throws unless it is a regular file. */
function assertRegular(about: Stats): void {
  if (about.isFile()) return
  if (about.isDirectory()) throw problem('EISDIR', 'a folder is in the place of a file')
  throw problem('ENXIO', 'a pipe, socket or device is in the place of a file')
}

function assertFits(size: number, maxBytes: number): void {
  if (size > maxBytes) throw problem('EFBIG', 'a file exceeds its maximum size')
}

/** Returns a buffer for the whole file and one byte more, which shows that the file grew. */
function roomFor(about: Stats, maxBytes: number): Buffer {
  return Buffer.allocUnsafe(Math.min(maxBytes, Math.max(about.size, firstRead)) + 1)
}

function larger(bytes: Buffer, maxBytes: number): Buffer {
  const more = Buffer.allocUnsafe(Math.min(maxBytes + 1, bytes.length * 2))
  bytes.copy(more)
  return more
}

/**
 * Returns the bytes of a regular file, following symbolic links. Waits for nothing but the disk.
 * Throws the file system's error, or an error with the code `EISDIR` or `ENXIO` if it is no
 * regular file, or `EFBIG` if it has more than `maxBytes`.
 */
export function readBoundedSync(path: string, maxBytes: number): Buffer {
  const file = openSync(path, forReading)
  try {
    const about = fstatSync(file)
    assertRegular(about)
    assertFits(about.size, maxBytes)
    let bytes = roomFor(about, maxBytes)
    let end = 0
    for (;;) {
      const count = readSync(file, bytes, end, bytes.length - end, null)
      if (count === 0) return bytes.subarray(0, end)
      end += count
      assertFits(end, maxBytes)
      if (end === bytes.length) bytes = larger(bytes, maxBytes)
    }
  } finally {
    closeSync(file)
  }
}

/** Asynchronous `readBoundedSync`, for files that may be on a slow disk. */
export async function readBounded(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path, forReading)
  try {
    const about = await file.stat()
    assertRegular(about)
    assertFits(about.size, maxBytes)
    let bytes = roomFor(about, maxBytes)
    let end = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, end, bytes.length - end, null)
      if (bytesRead === 0) return bytes.subarray(0, end)
      end += bytesRead
      assertFits(end, maxBytes)
      if (end === bytes.length) bytes = larger(bytes, maxBytes)
    }
  } finally {
    await file.close()
  }
}

/** Bytes; many times the size of the settings or a list of ids. */
const maxTextBytes = 1024 * 1024

/** Returns the text of a small UTF-8 file. Throws like `readBoundedSync`. */
export function readText(path: string): string {
  return readBoundedSync(path, maxTextBytes).toString('utf8')
}

function writeBy(path: string, flags: number, text: string): void {
  const file = openSync(path, flags, 0o600)
  try {
    assertRegular(fstatSync(file))
    writeFileSync(file, text)
  } finally {
    closeSync(file)
  }
}

/** Writes a file that a power cut may destroy. Throws like `readBoundedSync`. */
export function overwriteSync(path: string, text: string): void {
  writeBy(path, forReplacing, text)
}

/** Appends to a file that a power cut may destroy. Throws like `readBoundedSync`. */
export function appendSync(path: string, text: string): void {
  writeBy(path, forAppending, text)
}

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
