import path from 'node:path'
import { utilityProcess } from 'electron'
import type { PracticeProcess } from '../practice-server/launch.ts'

const entry = path.join(import.meta.dirname, 'practice-server.js')

/** Runs the practice server beside main, in a process that the system ends with the app. */
export function forkPracticeProcess(): PracticeProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Practice server', stdio: 'ignore' })
  return {
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
