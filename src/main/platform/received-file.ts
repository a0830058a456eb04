import { basename } from 'node:path'
import { isTooLarge, readBounded } from '../vault/disk.ts'

/** A file that the user received; `name` has no folder. */
export type ReceivedFile = { readonly name: string } & (
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'too-large' | 'unreadable' }
)

/** Reads a UTF-8 file of at most `maxBytes`. Never rejects. */
export async function readReceivedFile(path: string, maxBytes: number): Promise<ReceivedFile> {
  const name = basename(path)
  try {
    const bytes = await readBounded(path, maxBytes)
    return { name, kind: 'read', text: new TextDecoder().decode(bytes) }
  } catch (error) {
    return { name, kind: isTooLarge(error) ? 'too-large' : 'unreadable' }
  }
}
