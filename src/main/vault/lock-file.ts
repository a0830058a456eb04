import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode, isMissing, isNotAFile, isTooLarge, readText } from './disk.ts'
import { temporaryName } from './durable-file.ts'

/** The owner of a lock file, and the means to judge another owner. */
export interface Environment {
  readonly host: string
  readonly pid: number
  /** Distinguishes this process from a later one, or one in another container, with its pid. */
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
    // EPERM: the process exists and belongs to another user.
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
      // unref: a vault that was never closed must not keep the process alive.
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}

/**
 * The lock file that keeps a second Token Desk, of another user or on another computer, from
 * writing into a vault in use. The lock of another computer is valid while it is renewed; a lock of
 * this computer also requires its process to be running.
 */
export interface FolderLock {
  /**
   * Takes the lock, or confirms that it is still ours; `false`: another process has it.
   * Rejects with the file system's error.
   */
  hold(): Promise<boolean>
  /** Releases the lock if it is ours. Rejects with the file system's error. */
  release(): Promise<void>
}

const name = 'lock.json'
const renewedEvery = 60_000
/** Milliseconds; the clocks of two computers rarely differ by more. */
const forgottenAfter = 5 * renewedEvery

const lockFile = z.object({
  host: z.string(),
  pid: z.number().int().positive(),
  session: z.string(),
  renewedAt: z.number(),
})
type LockFile = z.infer<typeof lockFile>

/** `garbled`: not a lock, or its process ended while writing it; no process holds it. */
function readLock(path: string): LockFile | 'absent' | 'garbled' {
  try {
    const found = lockFile.safeParse(JSON.parse(readText(path)))
    return found.success ? found.data : 'garbled'
  } catch (error) {
    if (isMissing(error)) return 'absent'
    if (error instanceof SyntaxError || isNotAFile(error) || isTooLarge(error)) return 'garbled'
    throw error
  }
}

export function createFolderLock(folder: string, environment: Environment): FolderLock {
  const { host, pid, session, now, isRunning, every } = environment
  const path = join(folder, name)
  let stop: (() => void) | undefined

  const text = () => JSON.stringify({ host, pid, session, renewedAt: now() } satisfies LockFile)

  function isLive(lock: LockFile): boolean {
    if (Math.abs(now() - lock.renewedAt) > forgottenAfter) return false
    // Our own pid in the lock of another session: that process has ended and its pid was reused.
    return lock.host !== host || (lock.pid !== pid && isRunning(lock.pid))
  }

  async function create(): Promise<void> {
    await writeFile(path, text(), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  }

  async function replace(): Promise<void> {
    const temporary = temporaryName(path)
    try {
      await writeFile(temporary, text(), { flag: 'wx', mode: 0o600 })
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {})
      throw error
    }
  }

  function isOurs(): boolean {
    const found = readLock(path)
    return typeof found === 'object' && found.session === session
  }

  /** A failed renewal is ignored: the lock is still ours, and the next write reports the error. */
  async function renew(): Promise<void> {
    if (isOurs()) await replace()
  }

  async function hold(): Promise<boolean> {
    const found = readLock(path)
    if (typeof found === 'object' && found.session === session) return true
    if (typeof found === 'object' && isLive(found)) return false
    await (found === 'absent' ? create() : replace())
    // If two processes take it at the same moment, the later one has it.
    return isOurs()
  }

  return {
    async hold() {
      const isHeld = await hold()
      if (isHeld) stop ??= every(renewedEvery, () => void renew().catch(() => {}))
      return isHeld
    },
    async release() {
      stop?.()
      stop = undefined
      if (isOurs()) await rm(path, { force: true })
    },
  }
}
