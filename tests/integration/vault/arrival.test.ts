import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { openVault } from '../../../src/main/vault/open-vault.ts'
import type { RecordReading } from '../../../src/main/vault/record-file.ts'
import { recordPaths } from '../../../src/main/vault/record-folder.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import { deferred } from '../../support/engine/engine-under-test.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

interface Batch {
  readonly ids: readonly ProfileId[]
  readonly toCome: number
}

describe('a vault that reports its progress while reading', () => {
  const vault = useVault()
  let saved: readonly ReturnType<typeof sampleProfile>[] = []

  const idsOf = (profiles: readonly StoredProfile[]) => profiles.map(({ id }) => id)

  const isOpen = (reading: RecordReading) => reading.kind === 'good' && reading.sealed !== 'locked'

  function newVault() {
    const { folder, keyStore } = vault
    return createVault({ folder, keyStore, log: createMemoryLog() })
  }

  async function fill(count: number): Promise<void> {
    const { store } = await vault.open()
    saved = Array.from({ length: count }, () => sampleProfile())
    await Promise.all(saved.map((profile) => store.save(profile)))
    await store.close()
  }

  /** Opens the vault and notes what arrives; `meanwhile` is done when the first are there. */
  async function openEarly(
    first: readonly ProfileId[],
    meanwhile: (store: ReturnType<typeof newVault>) => unknown = () => {},
  ) {
    const store = newVault()
    const batches: Batch[] = []
    const profiles: StoredProfile[] = []
    let work: unknown
    const take = (some: readonly StoredProfile[], toCome: number) => {
      batches.push({ ids: idsOf(some), toCome })
      profiles.push(...some)
      if (batches.length === 1) work = meanwhile(store)
    }
    const all = await store.open({ kind: 'start' }, { first, take })
    await work
    return { store, batches, profiles, all }
  }

  describe('with many records', () => {
    beforeEach(() => fill(260))

    it('delivers the requested profiles first, each once, or all together', async () => {
      const first = [saved[200], saved[7], saved[123]].flatMap((profile) => profile?.id ?? [])
      const { store, batches, profiles, all } = await openEarly([randomUUID(), ...first])
      expect(batches[0]?.ids).toEqual(first)
      expect(batches.length).toBeGreaterThan(1)
      expect(batches.at(-1)?.toCome).toBe(0)
      let left = saved.length
      for (const { ids, toCome } of batches) {
        left -= ids.length
        expect(toCome).toBe(left)
      }
      expect(idsOf(profiles).toSorted()).toEqual(idsOf(saved).toSorted())
      expect(all).toEqual(profiles)
      await store.close()

      // And all together where none is wanted first, or none of these is there.
      for (const first of [[], [randomUUID()]]) {
        const opened = await openEarly(first)
        expect(opened.batches).toEqual([{ ids: expect.any(Array), toCome: 0 }])
        await opened.store.close()
      }
    })

    it('reads the others when the first have been taken, and not while it waits for that', async () => {
      const first = saved.slice(0, 2).map(({ id }) => id)
      const taken = deferred<undefined>()
      const store = newVault()
      const left: number[] = []
      const take = (_: readonly StoredProfile[], toCome: number) => {
        left.push(toCome)
        return left.length === 1 ? taken.promise : undefined
      }
      const opening = store.open({ kind: 'start' }, { first, take })
      await vi.waitFor(() => expect(left).toEqual([258]))
      // Many times what a slice takes.
      await setTimeout(200)
      expect(left).toEqual([258])
      // That these are gone then shows that nothing had been read ahead.
      const gone = saved.slice(2).map(({ id }) => recordPaths(vault.path('records'), id).current)
      await Promise.all(gone.map((file) => rm(file)))
      taken.resolve(undefined)
      expect(await opening).toHaveLength(2)
      expect(left.at(-1)).toBe(0)
      await store.close()
    })

    it('saves and removes what is there while the others are read', async () => {
      const [one, other] = saved
      if (one === undefined || other === undefined) throw new Error('nothing was saved')
      const { store, batches } = await openEarly([one.id, other.id], (opening) =>
        Promise.all([opening.save(withToken(one, 'saved early')), opening.remove(other.id)]),
      )
      expect(batches.length).toBeGreaterThan(1)
      await store.close()
      const { profiles } = await vault.open()
      expect(profiles).toHaveLength(259)
      expect(profiles.filter(({ id }) => id === one.id).map(tokenOf)).toEqual(['saved early'])
    })

    it('locks at once: what is not read yet is not read any more, until it is unlocked', async () => {
      const passphrase = 'seven quiet herons'
      const { store: before } = await vault.open()
      await before.setPassphrase(passphrase)
      await before.close()
      const first = saved.slice(0, 2).map(({ id }) => id)
      const { store, batches } = await openEarly(first, (opening) => opening.lock())
      expect(batches.at(-1)?.toCome).toBe(0)
      expect(store.view().protection).toEqual({ kind: 'locked', reason: 'locked-by-user' })
      await expect(store.open({ kind: 'start' })).rejects.toMatchObject({
        error: { code: 'vault-locked' },
      })
      const profiles = await store.open({ kind: 'passphrase', passphrase })
      expect(profiles.filter(({ sealed }) => sealed !== 'locked')).toHaveLength(saved.length)
    })

    it('reads and moves nothing more once it is closed', async () => {
      const first = saved.slice(0, 2).map(({ id }) => id)
      const { batches, all } = await openEarly(first, (opening) => opening.close())
      expect(batches.at(-1)?.toCome).toBe(0)
      expect(all.length).toBeLessThan(saved.length)
    })

    it('continues reading with its copy of the key after the vault has dropped it', async () => {
      const log = createMemoryLog()
      const options = { folder: vault.folder, keyStore: vault.keyStore, log }
      const { access, records } = await openVault(options, { kind: 'start' }, [], async () => true)
      if (access.kind !== 'writable' || access.ring === null) throw new Error('it did not open')
      const kinds: string[] = []
      for await (const slice of records) {
        kinds.push(...slice.map(({ reading }) => `${reading.kind} ${isOpen(reading)}`))
        access.ring.key.fill(0)
      }
      expect(new Set(kinds)).toEqual(new Set(['good true']))
      expect(kinds).toHaveLength(saved.length)
    })

    it('becomes read-only for another Token Desk meanwhile, without quarantining a file', async () => {
      const [one] = saved
      if (one === undefined) throw new Error('nothing was saved')
      const file = vault.path('records', `${one.id}.json`)
      const own = await readFile(file)
      const other = await vault.open()
      await other.store.save(withToken(one, 'of another'))
      await other.store.close()
      const others = await readFile(file)
      await writeFile(file, own)

      let refusal: unknown
      const { store, profiles } = await openEarly([one.id], async (opening) => {
        // As one that took no notice of the lock.
        await writeFile(file, others)
        refusal = await opening.save(withToken(one, 'too late')).catch((error: unknown) => error)
      })
      expect(refusal).toMatchObject({ error: { code: 'vault-changed' } })
      expect(profiles).toHaveLength(saved.length)
      const protection = { kind: 'read-only', reason: 'changed-elsewhere' }
      expect(store.view()).toMatchObject({ protection, quarantined: 0 })
      expect(await readdir(vault.folder)).not.toContain('quarantine')
    })

    it('sets a damaged file aside before its profile can be saved', async () => {
      const [one] = saved
      if (one === undefined) throw new Error('nothing was saved')
      const { store: before } = await vault.open()
      await before.save(withToken(one, 'the newest'))
      await before.close()
      await writeFile(vault.path('records', `${one.id}.json`), 'damaged')
      const { store, profiles } = await openEarly([one.id], (opening) =>
        opening.save(withToken(one, 'saved early')),
      )
      expect(profiles).toHaveLength(saved.length)
      await store.close()
      expect(await readdir(vault.path('quarantine'))).toHaveLength(1)
      const after = (await vault.open()).profiles.filter(({ id }) => id === one.id)
      expect(after.map(tokenOf)).toEqual(['saved early'])
    })
  })

  it('delivers a few profiles together', async () => {
    await fill(12)
    const { batches } = await openEarly([saved[3]?.id ?? ''])
    expect(batches).toEqual([{ ids: expect.any(Array), toCome: 0 }])
    expect(batches[0]?.ids).toHaveLength(12)
  })

  it('delivers nothing from an empty vault', async () => {
    const { batches, all } = await openEarly([randomUUID()])
    expect(batches).toEqual([])
    expect(all).toEqual([])
  })
})
