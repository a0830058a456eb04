import type { ProfileStore } from '../../../src/main/engine/ports.ts'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { type AppError, Failure } from '../../../src/shared/errors.ts'
import { createKeyedQueue } from '../../../src/shared/keyed-queue.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import type { VaultView } from '../../../src/shared/vault-view.ts'

export interface MemoryStore extends ProfileStore {
  /** What would survive a power cut now. */
  readonly durable: ReadonlyMap<ProfileId, StoredProfile>
  /** How often something was asked to be written. */
  readonly writes: number
  /** Writes wait until the returned function is called. */
  hold(): () => void
  /** What is not wanted first is not read until the returned function is called. */
  holdReading(): () => void
  /** Writes fail with this from now on; `null`: they work again. */
  failWith(error: AppError | null): void
  /** Writes reject with what no store should reject with. */
  breakWith(bug: Error): void
  setProtection(protection: VaultView['protection']): void
  /** From now on the newest file of the profile was damaged, until it is saved. */
  setOlder(id: ProfileId): void
  /** What stands in the way of a lock from now on; `null`: nothing. */
  refuseLock(error: AppError | null): void
  /** What opens it after a lock; without one it can't be locked. */
  setPassphrase(passphrase: string): void
}

/** A vault without a disk. */
export function createMemoryStore(initial: readonly StoredProfile[] = []): MemoryStore {
  const durable = new Map(initial.map((profile) => [profile.id, structuredClone(profile)]))
  const turns = createKeyedQueue<ProfileId>()
  const older = new Set<ProfileId>()
  let protection: VaultView['protection'] = { kind: 'key-store' }
  let gate = Promise.resolve()
  let reading = Promise.resolve()
  let failure: Error | null = null
  let writes = 0
  let isOpen = false
  let passphrase: string | null = null
  let isLocked = false
  let lockRefusal: AppError | null = null

  function assertLockable(): void {
    if (passphrase === null) throw new Failure({ code: 'no-passphrase' })
    if (lockRefusal !== null) throw new Failure(lockRefusal)
  }

  function view(): VaultView {
    const locked = { kind: 'locked', reason: 'locked-by-user' } as const
    return {
      protection: isLocked ? locked : protection,
      keys: { keyStore: 'stays', passphrase: passphrase === null ? 'none' : 'stays' },
      needsRestart: false,
      quarantined: 0,
      unreadable: 0,
      tooLarge: 0,
    }
  }

  function write(id: ProfileId, apply: () => void): Promise<void> {
    if (!isOpen) throw new Error('the store was not opened')
    if (isLocked) throw new Failure({ code: 'vault-locked' })
    writes += 1
    return turns.take(id, async () => {
      await gate
      if (failure !== null) throw failure
      apply()
    })
  }

  return {
    durable,
    get writes() {
      return writes
    },
    open: async (opener, arrival) => {
      if (isLocked && !(opener?.kind === 'passphrase' && opener.passphrase === passphrase)) {
        throw new Failure({ code: 'wrong-passphrase' })
      }
      isOpen = true
      isLocked = false
      const all = structuredClone([...durable.values()])
      if (arrival === undefined) return all
      const isFirst = ({ id }: StoredProfile) => arrival.first.includes(id)
      const first = all.filter(isFirst)
      const others = all.filter((profile) => !isFirst(profile))
      if (first.length > 0) await arrival.take(first, others.length)
      await reading
      if (others.length > 0) await arrival.take(others, 0)
      return all
    },
    prepareLock: async () => assertLockable(),
    lock: async () => {
      assertLockable()
      isLocked = true
      await turns.settle()
    },
    view,
    isOlder: (id) => older.has(id),
    save: async (profile) => {
      const copy = structuredClone(profile)
      await write(profile.id, () => {
        durable.set(profile.id, copy)
        older.delete(profile.id)
      })
    },
    remove: (id) => write(id, () => durable.delete(id)),
    hold: () => {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return () => open()
    },
    holdReading: () => {
      let read = () => {}
      reading = new Promise((resolve) => {
        read = resolve
      })
      return () => read()
    },
    failWith: (error) => {
      failure = error === null ? null : new Failure(error)
    },
    breakWith: (bug) => {
      failure = bug
    },
    setOlder: (id) => {
      older.add(id)
    },
    refuseLock: (error) => {
      lockRefusal = error
    },
    setPassphrase: (next) => {
      passphrase = next
    },
    setProtection: (next) => {
      protection = next
    },
  }
}
