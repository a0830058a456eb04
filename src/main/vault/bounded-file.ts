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
import { errorCode } from './not-saved.ts'

// Opening a pipe would wait for its other end, for ever. Windows has neither the flag nor the pipes.
const withoutWaiting = constants.O_NONBLOCK ?? 0
const forReading = constants.O_RDONLY | withoutWaiting
const forReplacing = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | withoutWaiting
const forAppending = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | withoutWaiting

/** Bytes that are read first of a file that says that it is empty, as those of the system do. */
const firstRead = 4096

function problem(code: 'EISDIR' | 'ENXIO' | 'EFBIG', text: string): Error {
  return Object.assign(new Error(`${code}: ${text}`), { code })
}

/** Returns true if a file was not read because it is larger than its limit. */
export function isTooLarge(error: unknown): boolean {
  return errorCode(error) === 'EFBIG'
}

/** Throws unless it is a file with contents of its own: not a folder, pipe, socket or device. */
function assertRegular(about: Stats): void {
  if (about.isFile()) return
  if (about.isDirectory()) throw problem('EISDIR', 'a folder is in the place of a file')
  throw problem('ENXIO', 'something that is no file is in its place')
}

function assertFits(size: number, maxBytes: number): void {
  if (size > maxBytes) throw problem('EFBIG', 'a file is larger than it may be')
}

/** Room for what is read next: for all of the file and one byte more, which shows that it grew. */
function roomFor(about: Stats, maxBytes: number): Buffer {
  return Buffer.allocUnsafe(Math.min(maxBytes, Math.max(about.size, firstRead)) + 1)
}

function larger(bytes: Buffer, maxBytes: number): Buffer {
  const more = Buffer.allocUnsafe(Math.min(maxBytes + 1, bytes.length * 2))
  bytes.copy(more)
  return more
}

/**
 * Returns the bytes of a regular file; symbolic links are followed. Never waits for anything but
 * the disk. Throws the file system's error, or one with the code `EISDIR` or `ENXIO` if it is no
 * regular file, and `EFBIG` if it has more than `maxBytes`; then nothing of it was read.
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

/** As `readBoundedSync`, for a file at a place that may be slow. */
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

function writeBy(path: string, flags: number, text: string): void {
  const file = openSync(path, flags, 0o600)
  try {
    assertRegular(fstatSync(file))
    writeFileSync(file, text)
  } finally {
    closeSync(file)
  }
}

/** Writes a file that may be lost at a power cut. Waits for no pipe; throws as reading does. */
export function overwriteSync(path: string, text: string): void {
  writeBy(path, forReplacing, text)
}

/** Adds to the end of a file, as `overwriteSync` writes one. */
export function appendSync(path: string, text: string): void {
  writeBy(path, forAppending, text)
}
