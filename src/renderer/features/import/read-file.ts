import { maxImportLength } from '../../../shared/import.ts'

export type FileReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'too-large' | 'unreadable' }

/** The encodings that a byte order mark tells; without one it is UTF-8. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** The text of a file of up to 1 MiB. Never rejects. */
export async function readFile(file: File): Promise<FileReading> {
  if (file.size > maxImportLength) return { kind: 'too-large' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { kind: 'read', text: new TextDecoder(encodingOf(bytes)).decode(bytes) }
  } catch {
    return { kind: 'unreadable' }
  }
}
