import { presets } from '../presets/index.ts'
import { readyMessage } from './import-reader.ts'
import type { Import } from './imported.ts'
import { readImport } from './read-import.ts'

// The entry of a utility process: it reads foreign texts, and main ends it after a time limit.
// Errors are not described: they could quote a secret.

function read(text: string): Import | null {
  try {
    return readImport(text, presets)
  } catch (cause) {
    // The stack overflowed, or a text became longer than a string can be.
    if (cause instanceof RangeError) return { kind: 'nothing', reason: 'too-complicated' }
    return null
  }
}

process.parentPort.on('message', ({ data }: { readonly data: unknown }) => {
  process.parentPort.postMessage(read(String(data)))
})
process.parentPort.postMessage(readyMessage)
