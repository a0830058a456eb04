import { readFile, stat } from 'node:fs/promises'
import { Failure } from '../../shared/errors.ts'
import { writeDurably } from '../vault/durable-file.ts'
import { notSaved } from '../vault/not-saved.ts'
import { longestDocument } from './document.ts'

/** Bytes: the longest document, and what encryption adds to it. */
const longestFile = longestDocument + 64 * 1024

/** Reads a file that a user chose. Throws `Failure` `backup-unreadable`. */
export async function readChosen(path: string): Promise<Uint8Array> {
  const about = await stat(path).catch(() => undefined)
  // Others, a pipe for instance, might never come to an end.
  if (about === undefined || !about.isFile()) {
    throw new Failure({ code: 'backup-unreadable', problem: 'not-readable' })
  }
  if (about.size > longestFile) {
    throw new Failure({ code: 'backup-unreadable', problem: 'too-large' })
  }
  return readFile(path).catch(() => {
    throw new Failure({ code: 'backup-unreadable', problem: 'not-readable' })
  })
}

/** Writes a file for its owner alone; one that was there is replaced whole, or stays. */
export async function writeChosen(path: string, file: Uint8Array): Promise<void> {
  try {
    await writeDurably(path, file)
  } catch (error) {
    const told = notSaved(error)
    if (!(told instanceof Failure) || told.error.code !== 'not-saved') throw told
    throw new Failure({ code: 'backup-not-written', reason: told.error.reason })
  }
}
