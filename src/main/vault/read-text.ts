import { readBoundedSync } from './bounded-file.ts'

/** Bytes; many times what the settings or a list of ids take. */
const maxBytes = 1024 * 1024

/** The text of a small file, in UTF-8. Throws as `readBoundedSync` does. */
export function readText(path: string): string {
  return readBoundedSync(path, maxBytes).toString('utf8')
}
