import { mkdir, rename, rm } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { KeyStore } from '../../../src/main/engine/ports.ts'
import type { FolderLock } from '../../../src/main/vault/lock-file.ts'
import { createVault, type Vault } from '../../../src/main/vault/vault.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { deferred } from '../../support/engine/engine-under-test.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

const passphrase = 'seven quiet herons over the lake'
const another = 'four plain words here'
const byPassphrase = { kind: 'passphrase', passphrase } as const
const wrong = new Failure({ code: 'wrong-passphrase' })
const changed = new Failure({ code: 'vault-changed' })
const missing = new Failure({ code: 'vault-missing' })
const profile = sampleProfile()
const noLock: FolderLock = { hold: async () => true, release: async () => {} }

describe('two that have one vault open and see no lock of each other', () => {
  const vault = useVault()

  async function openOne(keyStore: KeyStore = vault.keyStore): Promise<Vault> {
    const { folder } = vault
    const scryptCost = { N: 16, r: 1, p: 1 }
    const store = createVault({ folder, keyStore, log: createMemoryLog(), scryptCost }, noLock)
    await store.open()
    return store
  }

  async function openBoth(): Promise<readonly [Vault, Vault]> {
    const first = await openOne()
    await first.setPassphrase(passphrase)
    await first.save(withToken(profile, 'of both'))
    return [first, await openOne()]
  }

  it('do not undo a change of the keys: the second one who makes one is refused', async () => {
    const [first, second] = await openBoth()
    await first.setPassphrase(another, passphrase)
    const before = await vault.files()
    await expect(second.removePassphrase(passphrase)).rejects.toEqual(changed)
    expect(second.view().protection).toEqual({ kind: 'read-only', reason: 'changed-elsewhere' })
    expect(await vault.files()).toEqual(before)
    expect((await vault.openBy(another)).profiles).toHaveLength(1)
  })

  it('do not bring back a vault file that was put back to an older state', async () => {
    const [first] = await openBoth()
    const old = vault.path('..', 'old')
    await rename(vault.path('vault.json'), old)
    await first.setPassphrase(another, passphrase)
    await first.setPassphrase('and one more of them', another)
    await rename(old, vault.path('vault.json'))
    await expect(first.removePassphrase('and one more of them')).rejects.toEqual(changed)
  })

  it('save records after the other one has changed the keys, for the data key is the same', async () => {
    const [first, second] = await openBoth()
    await first.setPassphrase(another, passphrase)
    await second.save(sampleProfile('of the second'))
    expect((await vault.openBy(another)).profiles).toHaveLength(2)
  })

  it('find, opened after a lock, what the other one wrote meanwhile, and go on from there', async () => {
    const [first, second] = await openBoth()
    await second.lock()
    await first.save(withToken(profile, 'of the first'))
    expect((await second.open(byPassphrase)).map(tokenOf)).toEqual(['of the first'])
    await second.save(withToken(profile, 'of the second'))
    await expect(first.save(withToken(profile, 'late'))).rejects.toEqual(changed)
    expect((await vault.openBy(passphrase)).profiles.map(tokenOf)).toEqual(['of the second'])
  })

  it('need the new passphrase after a lock, if the other one has changed it', async () => {
    const [first, second] = await openBoth()
    await second.lock()
    await first.setPassphrase(another, passphrase)
    await expect(second.open(byPassphrase)).rejects.toEqual(wrong)
    expect(await second.open({ kind: 'passphrase', passphrase: another })).toHaveLength(1)
    expect(second.view().protection).toEqual({ kind: 'key-store' })
  })

  it('can be locked in read-only mode, and read everything again when opened', async () => {
    const [first, second] = await openBoth()
    await first.save(withToken(profile, 'of the first'))
    await expect(second.save(withToken(profile, 'of the second'))).rejects.toEqual(changed)
    await second.lock()
    expect(second.view().protection).toEqual({ kind: 'locked', reason: 'locked-by-user' })
    expect((await second.open(byPassphrase)).map(tokenOf)).toEqual(['of the first'])
    await second.save(withToken(profile, 'of the second'))
  })

  it('do not lock what no passphrase would open again', async () => {
    const [first, second] = await openBoth()
    await first.removePassphrase(passphrase)
    await expect(second.lock()).rejects.toEqual(changed)
    await expect(second.lock()).rejects.toEqual(changed)
  })

  it('stay read-only if another one wrote while a key was being made', async () => {
    const [first] = await openBoth()
    const answer = deferred<void>()
    const second = await openOne({
      ...vault.keyStore,
      wrap: async (plain) => {
        await answer.promise
        return vault.keyStore.wrap(plain)
      },
    })
    // Its folders are made by then, so that a save waits for no change of the keys.
    await second.save(sampleProfile('of the second'))
    await first.save(withToken(profile, 'of the first'))
    const before = await vault.files()
    const adding = second.addKeyStore()
    await expect(second.save(withToken(profile, 'of the second'))).rejects.toEqual(changed)
    answer.resolve()
    await expect(adding).rejects.toEqual(changed)
    expect(second.view().protection).toEqual({ kind: 'read-only', reason: 'changed-elsewhere' })
    expect(await vault.files()).toEqual(before)
  })
})

describe('a vault file', () => {
  const vault = useVault()

  it('whose first write failed half-way is written again, with the key that it has', async () => {
    const { store } = await vault.open()
    await mkdir(vault.path('vault.json', 'in the way'), { recursive: true })
    await expect(store.save(profile)).rejects.toBeInstanceOf(Failure)
    await expect(store.save(profile)).rejects.toBeInstanceOf(Failure)
    await rm(vault.path('vault.json'), { recursive: true })
    await store.save(profile)
    await store.setPassphrase(passphrase)
    expect((await vault.open()).profiles).toEqual([profile])
    await rm(vault.path('vault.json'))
    expect((await vault.openBy(passphrase)).profiles).toEqual([profile])
  })

  it('whose first write failed half-way is found by the next start', async () => {
    const { store } = await vault.open()
    await mkdir(vault.path('vault.json', 'in the way'), { recursive: true })
    await expect(store.save(profile)).rejects.toBeInstanceOf(Failure)
    await rm(vault.path('vault.json'), { recursive: true })
    const { store: next } = await vault.open()
    await next.save(profile)
    expect((await vault.open()).profiles).toEqual([profile])
  })

  it('that vanished is written again before a lock forgets the key', async () => {
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    await store.save(profile)
    await rm(vault.path('vault.json'))
    await rm(vault.path('vault.previous.json'))
    await store.lock()
    expect(await store.open(byPassphrase)).toEqual([profile])
  })

  it('that can not be read keeps a lock from forgetting the key', async () => {
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    await store.save(profile)
    for (const name of ['vault.json', 'vault.previous.json']) {
      await vault.edit(name, (file) => Object.assign(file, { vaultId: 'another' }))
    }
    await expect(store.lock()).rejects.toEqual(new Failure({ code: 'vault-unreadable' }))
    await store.save(withToken(profile, 'still open'))
  })

  it('whose folder is gone is missing, not empty, and opens when it is back', async () => {
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    await store.save(profile)
    await store.lock()
    await rename(vault.folder, `${vault.folder}-away`)
    await expect(store.open(byPassphrase)).rejects.toEqual(missing)
    await expect(store.open({ kind: 'passphrase', passphrase: 'no' })).rejects.toEqual(missing)
    expect(store.view().protection).toEqual({ kind: 'locked', reason: 'locked-by-user' })
    await rename(`${vault.folder}-away`, vault.folder)
    expect(await store.open(byPassphrase)).toEqual([profile])
  })
})

describe('a passphrase that took the place of another', () => {
  const vault = useVault()

  it('has opened nothing yet, so the key store stays until it has', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    await store.setPassphrase(another)
    const { store: second } = await vault.openBy(another)
    await second.setPassphrase(passphrase, another)
    await second.leaveKeyStore(passphrase)
    expect(second.view().keys).toEqual({ keyStore: 'leaves', passphrase: 'stays' })
    const { store: third } = await vault.openBy(passphrase)
    await third.save(profile)
    expect(third.view().keys).toEqual({ keyStore: 'none', passphrase: 'stays' })
  })

  it('can be tried wrongly many times, which changes nothing', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    await store.setPassphrase(passphrase)
    await store.lock()
    const before = await vault.files()
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const typed = { kind: 'passphrase', passphrase: `${passphrase} ${attempt}` } as const
      await expect(store.open(typed)).rejects.toEqual(wrong)
    }
    expect(await vault.files()).toEqual(before)
    expect(await store.open(byPassphrase)).toEqual([profile])
  })

  it.each([
    ['of 1,024 characters', 'x¥漢'.repeat(342).slice(0, 1024)],
    ['of emoji that are made of several', '👩‍👩‍👧‍👦🏳️‍🌈👩🏽‍🚀 and words'],
    ['that is written from right to left', 'שבע אנפות שקטות מעל האגם'],
    ['with blanks around it', '   seven quiet herons   '],
    ['with half a character', 'seven quiet \ud83d herons'],
  ])('may be one %s', async (_, typed) => {
    const { store } = await vault.open()
    await store.save(profile)
    await store.setPassphrase(typed)
    expect((await vault.openBy(typed)).profiles).toEqual([profile])
    await expect(vault.openBy(typed.slice(1))).rejects.toEqual(wrong)
  })
})

describe('a key that is given up', () => {
  const vault = useVault()

  it('is overwritten after a write by another process, and in a read-only folder', async () => {
    const keys: Uint8Array[] = []
    const known = createFakeKeyStore('strong')
    const keyStore = {
      ...known,
      wrap: (plain: Uint8Array) => {
        keys.push(plain)
        return known.wrap(plain)
      },
      unwrap: async (wrapped: Uint8Array) => {
        const unwrapped = await known.unwrap(wrapped)
        if (unwrapped.kind === 'unwrapped') keys.push(unwrapped.plain)
        return unwrapped
      },
    }
    const log = createMemoryLog()
    const first = createVault({ folder: vault.folder, keyStore, log }, noLock)
    await first.open()
    await first.save(profile)
    const second = createVault({ folder: vault.folder, keyStore, log }, noLock)
    await second.open()
    await second.save(withToken(profile, 'of the second'))
    await expect(first.save(profile)).rejects.toEqual(changed)
    await expect(first.save(profile)).rejects.toEqual(changed)
    const late = createVault(
      { folder: vault.folder, keyStore, log },
      { hold: async () => false, release: async () => {} },
    )
    await late.open()
    const isZero = keys.map((key) => key.every((byte) => byte === 0))
    // Made, tried, then read by the second and by the late one: the second one's is in use.
    expect(isZero).toEqual([true, true, false, true])
  })
})
