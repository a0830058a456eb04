import path from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import type { BackupProcess } from '../backup/launch.ts'
import type { ReadingProcess } from '../import/import-reader.ts'
import type { PracticeProcess } from '../practice-server/launch.ts'

interface Start {
  readonly file: string
  /** Shown by the system's process list. */
  readonly serviceName: string
  /** Mebibytes of objects. Exceeding it ends this process only. */
  readonly maxMemory?: number
}

function fork({ file, serviceName, maxMemory }: Start): UtilityProcess {
  return utilityProcess.fork(path.join(import.meta.dirname, file), [], {
    serviceName,
    // Libraries print secrets, and the system may keep a program's output.
    stdio: 'ignore',
    ...(maxMemory !== undefined && { execArgv: [`--max-old-space-size=${maxMemory}`] }),
  })
}

function listenersOf(child: UtilityProcess) {
  return {
    onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
    onExit: (listener: () => void) => void child.once('exit', listener),
    kill: () => void child.kill(),
  }
}

/** Starts the process that encrypts and decrypts backups, which takes seconds. */
export function forkBackupProcess(): BackupProcess {
  const child = fork({ file: 'backup.js', serviceName: 'Backup', maxMemory: 512 })
  return { ...listenersOf(child), send: (order) => child.postMessage(order) }
}

/** Starts the process that parses received texts, which a hostile text may keep busy. */
export function forkImportProcess(): ReadingProcess {
  const child = fork({ file: 'import.js', serviceName: 'Import', maxMemory: 256 })
  return { ...listenersOf(child), send: (text) => child.postMessage(text) }
}

/** Starts the practice server. The system ends the process with the app. */
export function forkPracticeProcess(): PracticeProcess {
  const child = fork({ file: 'practice-server.js', serviceName: 'Practice server' })
  return { ...listenersOf(child), send: (language) => child.postMessage(language) }
}
