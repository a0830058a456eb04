import { Failure } from '../../shared/errors.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import type { Engine } from './engine-api.ts'
import type { ProfileStore } from './ports.ts'
import type { Profiles } from './profiles.ts'
import type { Renewals } from './renewals.ts'
import type { TokenRuns } from './token-runs.ts'

interface Parts {
  readonly store: ProfileStore
  readonly profiles: Profiles
  readonly tokenRuns: TokenRuns
  readonly renewals: Renewals
  /** Cancels tests and checks, and resolves once what came of them is being kept. */
  readonly cancelChecks: () => Promise<void>
  /** Announces that the protection of the secrets has changed. */
  readonly stateChanged: () => void
}

interface Lock extends Pick<Engine, 'lock' | 'isLocking' | 'unlock' | 'changeKeys' | 'saveNow'> {
  readonly settled: Engine['keysSettled']
}

const writersAtOnce = 16

/** Locks and unlocks the profiles, one operation at a time. */
export function createLock({
  store,
  profiles,
  tokenRuns,
  renewals,
  cancelChecks,
  stateChanged,
}: Parts): Lock {
  const turns = createKeyedQueue<'keys'>()
  let isLocking = false

  function isLocked(): boolean {
    const { protection } = store.view()
    if (protection.kind === 'memory-only') return protection.reason === 'locked'
    return protection.kind === 'locked'
  }

  function goOn(): void {
    tokenRuns.resume()
    renewals.planAll()
  }

  /** Saves what is in memory only. Throws if that fails, so that a lock loses nothing. */
  async function saveUnsaved(): Promise<void> {
    for (const { saved, stored } of [...profiles.all()]) {
      if (!saved) await profiles.change(stored.id, (same) => same)
    }
  }

  /** Writes every profile; failed writes are retried like any other. */
  async function writeAll(): Promise<void> {
    const written = [...profiles.all()]
      .filter(({ stored, lifetime }) => lifetime === 'saved' && stored.sealed !== 'locked')
      .values()
    const write = async () => {
      for (const { stored } of written) await profiles.keep(stored.id, (same) => same, {})
    }
    await Promise.all(Array.from({ length: writersAtOnce }, write))
  }

  async function forgetAll(): Promise<void> {
    await cancelChecks()
    try {
      await tokenRuns.pause()
      await profiles.settle()
      await saveUnsaved()
      await profiles.saveUses()
      await store.lock()
    } catch (cause) {
      goOn()
      throw cause
    }
    // An edit that is being written must end before its profile is forgotten.
    await profiles.settle()
    profiles.lock()
  }

  async function lock(begin?: () => void): Promise<void> {
    const { protection } = store.view()
    if (protection.kind === 'locked') return
    // The user works without the locked profiles: all others are in memory only, and would be lost.
    if (isLocked()) throw new Failure({ code: 'lock-in-memory' })
    if (store.view().keys.passphrase !== 'stays') throw new Failure({ code: 'no-passphrase' })
    // Once before it begins: a refused lock must not cost the page and what was typed in it. Does
    // not wait for writes under way: while thousands of tokens are renewed they never end.
    await saveUnsaved()
    await store.prepareLock()
    isLocking = true
    begin?.()
    try {
      await forgetAll()
    } finally {
      isLocking = false
      stateChanged()
    }
  }

  return {
    lock: (begin) => turns.take('keys', () => lock(begin)),
    isLocking: () => isLocking,
    unlock: (opener) =>
      turns.take('keys', async () => {
        if (!isLocked()) return
        await profiles.reload(opener)
        stateChanged()
        goOn()
      }),
    changeKeys: (work) =>
      turns.take('keys', async () => {
        // Profiles that were in memory only must be written before a lock.
        if ((await work()) === 'first') await writeAll()
        stateChanged()
      }),
    saveNow: async () => {
      await profiles.settle()
      const { protection } = store.view()
      // Nothing is written while the vault is locked, which the page shows.
      if (protection.kind === 'memory-only' && protection.reason === 'locked') return 0
      let count = 0
      for (const { saved, stored } of [...profiles.all()]) {
        if (!saved && !(await profiles.saveAgain(stored.id))) count += 1
      }
      return count
    },
    settled: turns.settle,
  }
}
