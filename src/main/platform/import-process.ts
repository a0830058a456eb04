import path from 'node:path'
import { utilityProcess } from 'electron'
import type { ReadingProcess } from '../import/import-reader.ts'

const entry = path.join(import.meta.dirname, 'import.js')

/** Mebibytes of objects: a text of another's making ends this process, and nothing else. */
const maxMemory = 256

/** Runs the reading of foreign texts beside main, which a hostile one would hold up. */
export function forkImportProcess(): ReadingProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Import',
    stdio: 'ignore',
    execArgv: [`--max-old-space-size=${maxMemory}`],
  })
  return {
    send: (text) => child.postMessage(text),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
