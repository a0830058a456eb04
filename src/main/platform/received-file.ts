import { basename } from 'node:path'
import { isTooLarge, readBounded } from '../vault/bounded-file.ts'

/** A file as somebody received it; `name` is without its folder. */
export type ReceivedFile = { readonly name: string } & (
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'too-large' | 'unreadable' }
)

/** Reads a file of UTF-8 of up to `longest` bytes, never more of it. Never rejects. */
export async function readReceivedFile(path: string, longest: number): Promise<ReceivedFile> {
  const name = basename(path)
  try {
    const bytes = await readBounded(path, longest)
    return { name, kind: 'read', text: new TextDecoder().decode(bytes) }
  } catch (error) {
    return { name, kind: isTooLarge(error) ? 'too-large' : 'unreadable' }
  }
}
