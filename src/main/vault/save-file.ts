import { writeDurably } from './durable-file.ts'
import { notSaved } from './not-saved.ts'

/**
 * Writes a file outside of the vault, at a place that the user chose: whole or not at all,
 * for this user alone to read. Throws `Failure` `not-saved`.
 */
export async function saveFile(path: string, text: string): Promise<void> {
  try {
    await writeDurably(path, text)
  } catch (error) {
    throw notSaved(error)
  }
}
