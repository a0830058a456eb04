import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'

/** What a lock says of its owner, and what there is to find out about another one. */
export interface Environment {
  readonly host: string
  readonly pid: number
  /** Tells this process from a later one, or one of another container, with the same pid. */
  readonly session: string
  /** Milliseconds since 1970. */
  now(): number
  isRunning(pid: number): boolean
  /** Calls `work` every so many milliseconds until the returned function is called. */
  every(milliseconds: number, work: () => void): () => void
}

let session: string | undefined

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export function thisProcess(): Environment {
  session ??= randomUUID()
  return {
    host: hostname(),
    pid: process.pid,
    session,
    now: Date.now,
    isRunning,
    every(milliseconds, work) {
      const timer = setInterval(work, milliseconds)
      // A vault that nobody closes must not keep a process alive.
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}
