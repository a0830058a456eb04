import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { errorCode } from './file-error.ts'

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
