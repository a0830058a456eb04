import { readFileSync } from 'node:fs'

/**
 * The text of a small file, in UTF-8. Throws the file system's error. By way of its bytes: asked
 * for text, Node 20 ends the whole program when the file can't be closed again.
 */
export function readText(path: string): string {
  return readFileSync(path).toString('utf8')
}
