import { Failure } from '../../shared/errors.ts'
import { isTooLarge, notSaved, readBounded } from '../vault/disk.ts'
import { writeDurably } from '../vault/durable-file.ts'
import { maxDocumentLength } from './document.ts'

/** Bytes: the longest document, and what encryption adds to it. */
const maxFile = maxDocumentLength + 64 * 1024

/** Reads a file that a user chose. Throws `Failure` `backup-unreadable`. */
export async function readChosen(path: string): Promise<Uint8Array> {
  return readBounded(path, maxFile).catch((error: unknown) => {
    const problem = isTooLarge(error) ? 'too-large' : 'not-readable'
    throw new Failure({ code: 'backup-unreadable', problem })
  })
}

/** Writes a file for its owner alone; one that was there is replaced whole, or stays. */
export async function writeChosen(path: string, file: Uint8Array): Promise<void> {
  try {
    await writeDurably(path, file)
  } catch (error) {
    const failure = notSaved(error)
    if (!(failure instanceof Failure) || failure.error.code !== 'not-saved') throw failure
    throw new Failure({ code: 'backup-not-written', reason: failure.error.reason })
  }
}
