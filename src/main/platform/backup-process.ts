import path from 'node:path'
import { utilityProcess } from 'electron'
import type { BackupProcess } from '../backup/launch.ts'

const entry = path.join(import.meta.dirname, 'backup.js')

/** Mebibytes of objects: a file of another's making ends this process, and nothing else. */
const maxMemory = 512

/** Runs the encryption of backups beside main, which it would hold up for seconds. */
export function forkBackupProcess(): BackupProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Backup',
    stdio: 'ignore',
    execArgv: [`--max-old-space-size=${maxMemory}`],
  })
  return {
    send: (order) => child.postMessage(order),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
