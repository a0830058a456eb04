import { Failure } from '../../shared/errors.ts'
import { createTurns } from '../../shared/turns.ts'
import type { Engine } from './engine-api.ts'
import type { Flights } from './flights.ts'
import type { ProfileStore } from './ports.ts'
import type { ProfileBook } from './profile-book.ts'
import type { Renewals } from './renewals.ts'
import type { TokenTrials } from './token-trial.ts'

interface Parts {
  readonly store: ProfileStore
  readonly book: ProfileBook
  readonly flights: Flights
  readonly renewals: Renewals
  readonly trials: Pick<TokenTrials, 'cancelAll'>
  /** Tells that how the secrets are kept has changed. */
  readonly announce: () => void
}

interface Lock extends Pick<Engine, 'lock' | 'isLocking' | 'unlock' | 'changeKeys'> {
  readonly settled: Engine['keysSettled']
}

const writersAtOnce = 16

/** Locks and opens everything, one after the other. */
export function createLock({ store, book, flights, renewals, trials, announce }: Parts): Lock {
  const turns = createTurns<'keys'>()
  let isLocking = false

  function isLocked(): boolean {
    const { protection } = store.view()
    if (protection.kind === 'memory-only') return protection.reason === 'locked'
    return protection.kind === 'locked'
  }

  function goOn(): void {
    flights.resume()
    renewals.planAll()
  }

  /** What is in memory alone would be lost: then nothing is locked. */
  async function saveUnsaved(): Promise<void> {
    for (const { saved, stored } of [...book.all()]) {
      if (!saved) await book.change(stored.id, (same) => same)
    }
  }

  /** What can't be written now is tried again, as any profile. */
  async function writeAll(): Promise<void> {
    const written = [...book.all()]
      .filter(({ stored, lifetime }) => lifetime === 'saved' && stored.sealed !== 'locked')
      .values()
    const write = async () => {
      for (const { stored } of written) await book.keep(stored.id, (same) => same, {})
    }
    await Promise.all(Array.from({ length: writersAtOnce }, write))
  }

  async function forgetAll(): Promise<void> {
    trials.cancelAll()
    try {
      await flights.pause()
      await book.settle()
      await saveUnsaved()
      await book.saveUses()
      await store.lock()
    } catch (cause) {
      goOn()
      throw cause
    }
    // An edit that was being written has to come to its end before it is forgotten, too.
    await book.settle()
    book.lock()
  }

  async function lock(begin?: () => void): Promise<void> {
    const { protection } = store.view()
    if (protection.kind === 'locked') return
    // Without what is locked, everything is in memory alone: a lock would only lose it.
    if (isLocked()) throw new Failure({ code: 'lock-in-memory' })
    if (store.view().keys.passphrase !== 'stays') throw new Failure({ code: 'no-passphrase' })
    // Once now: a lock that is refused must not cost the page, and what is typed in it.
    // It waits for nothing that is being written: while thousands are renewed that has no end.
    await saveUnsaved()
    await store.prepareLock()
    isLocking = true
    begin?.()
    try {
      await forgetAll()
    } finally {
      isLocking = false
      announce()
    }
  }

  return {
    lock: (begin) => turns.take('keys', () => lock(begin)),
    isLocking: () => isLocking,
    unlock: (opener) =>
      turns.take('keys', async () => {
        if (!isLocked()) return
        await book.reload(opener)
        announce()
        goOn()
      }),
    changeKeys: (work) =>
      turns.take('keys', async () => {
        // What was in memory alone until now has to be written before anything may lock it away.
        if ((await work()) === 'first') await writeAll()
        announce()
      }),
    settled: turns.settle,
  }
}
