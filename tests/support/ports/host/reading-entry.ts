import { readyMessage } from '../../../../src/main/import/import-reader.ts'
import { readImport } from '../../../../src/main/import/read-import.ts'
import { presets } from '../../../../src/main/presets/index.ts'
import { endless, greedy } from '../reading-texts.ts'

// The process that reads texts, with two texts that no reader of ours is known to have: one that
// is never read to its end, and one that takes all memory.

process.parentPort.on('message', ({ data }: { readonly data: unknown }) => {
  const text = String(data)
  const kept: number[][] = []
  while (text === endless || text === greedy) {
    if (text === greedy) kept.push(Array.from({ length: 100_000 }, (_, index) => index + 0.5))
  }
  process.parentPort.postMessage(readImport(text, presets))
})
process.parentPort.postMessage(readyMessage)
