import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'

/** A file as somebody received it; `name` is without its folder. */
export type ReceivedFile = { readonly name: string } & (
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'too-large' | 'unreadable' }
)

// Opening a pipe would wait for whoever writes into it. Windows has no such flag.
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Reads a file of UTF-8 of up to `longest` bytes, never more of it. Never rejects. */
export async function readReceivedFile(path: string, longest: number): Promise<ReceivedFile> {
  const name = basename(path)
  try {
    await using file = await open(path, readWithoutWaiting)
    const about = await file.stat()
    if (!about.isFile()) return { name, kind: 'unreadable' }
    if (about.size > longest) return { name, kind: 'too-large' }
    // It may grow meanwhile: one byte more than may be read shows that.
    const bytes = new Uint8Array(longest + 1)
    let end = 0
    for (;;) {
      const { bytesRead } = await file.read(bytes, end, bytes.length - end)
      end += bytesRead
      if (end > longest) return { name, kind: 'too-large' }
      if (bytesRead === 0) break
    }
    return { name, kind: 'read', text: new TextDecoder().decode(bytes.subarray(0, end)) }
  } catch {
    return { name, kind: 'unreadable' }
  }
}
