import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isTooLarge } from './bounded-file.ts'
import { temporaryName } from './durable-file.ts'
import { errorCode, isForGood, isMissing } from './not-saved.ts'
import { readText } from './read-text.ts'
import type { Environment } from './this-process.ts'

/**
 * Keeps a second Token Desk, of another user or on another computer, from writing into a
 * vault that is in use. A lock of another computer counts as long as it is renewed; one of
 * this computer also only as long as its process runs.
 */
export interface VaultLock {
  /**
   * Takes the lock, or finds that it is still ours; `false`: somebody else has it.
   * Rejects with the file system's error.
   */
  hold(): Promise<boolean>
  /** Gives it back, if it is ours. Rejects with the file system's error. */
  release(): Promise<void>
}

const name = 'lock.json'
const renewedEvery = 60_000
/** Clocks of two computers are rarely further apart. */
const forgottenAfter = 5 * renewedEvery

const lockFile = z.object({
  host: z.string(),
  pid: z.number().int().positive(),
  session: z.string(),
  renewedAt: z.number(),
})
type LockFile = z.infer<typeof lockFile>

/** `garbled`: no process wrote this, or one ended while it did, so it is no process's lock. */
function readLock(path: string): LockFile | 'absent' | 'garbled' {
  try {
    const found = lockFile.safeParse(JSON.parse(readText(path)))
    return found.success ? found.data : 'garbled'
  } catch (error) {
    if (isMissing(error)) return 'absent'
    if (error instanceof SyntaxError || isForGood(error) || isTooLarge(error)) return 'garbled'
    throw error
  }
}

export function createVaultLock(folder: string, environment: Environment): VaultLock {
  const { host, pid, session, now, isRunning, every } = environment
  const path = join(folder, name)
  let stop: (() => void) | undefined

  const text = () => JSON.stringify({ host, pid, session, renewedAt: now() } satisfies LockFile)

  function isLive(lock: LockFile): boolean {
    if (Math.abs(now() - lock.renewedAt) > forgottenAfter) return false
    // Our own pid in the lock of another session: its process is gone, and the number is ours now.
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

  /** One that can't be renewed is ours all the same; the next write says what is wrong. */
  async function renew(): Promise<void> {
    if (isOurs()) await replace()
  }

  async function hold(): Promise<boolean> {
    const found = readLock(path)
    if (typeof found === 'object' && found.session === session) return true
    if (typeof found === 'object' && isLive(found)) return false
    await (found === 'absent' ? create() : replace())
    // Of two that take it in the same moment, the later one has it.
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
