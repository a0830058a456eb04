import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { type AppError, Failure } from '../../../src/shared/errors.ts'
import { sampleProfile, withToken } from '../../support/ports/sample-profile.ts'
import { useVault, type VaultFixture } from './vault-fixture.ts'

const passphrase = 'seven quiet herons over the lake'
const failing = (error: AppError) => new Failure(error)
const wrong = failing({ code: 'wrong-passphrase' })
const lastKey = failing({ code: 'last-key' })
const profile = sampleProfile()

/** The files of the records alone, with when they were written: no change of a key may touch them. */
async function recordsOf(vault: VaultFixture) {
  const files = Object.entries(await vault.files()).filter(([name]) => name.startsWith('records'))
  return Promise.all(
    files.map(async ([name, bytes]) => {
      const { mtimeNs, ctimeNs, ino } = await stat(vault.path(name), { bigint: true })
      return [name, bytes, mtimeNs, ctimeNs, ino]
    }),
  )
}

describe('a passphrase', () => {
  const vault = useVault()

  async function fill() {
    const { store } = await vault.open()
    await store.save(profile)
    await store.save(withToken(profile, 'the token'))
    return store
  }

  it('is set, changed and removed without a record being written', async () => {
    const store = await fill()
    const before = await recordsOf(vault)
    expect(before).toHaveLength(2)
    expect(await store.setPassphrase(passphrase)).toBe('another')
    expect(await store.setPassphrase('another one entirely', passphrase)).toBe('another')
    expect(store.view().keys).toEqual({ keyStore: 'stays', passphrase: 'stays' })
    expect(await recordsOf(vault)).toEqual(before)
    await store.addKeyStore()
    await store.leaveKeyStore('another one entirely')
    await store.addKeyStore()
    expect(await recordsOf(vault)).toEqual(before)
    await store.removePassphrase('another one entirely')
    expect(await recordsOf(vault)).toEqual(before)
    expect((await vault.open()).profiles).toEqual([withToken(profile, 'the token')])
  })

  it('opens the vault as the key store does, whichever of the two is lost', async () => {
    const store = await fill()
    await store.setPassphrase(passphrase)
    expect((await vault.open()).profiles).toEqual([withToken(profile, 'the token')])
    vault.keyStore.changeKey()
    const { store: again, profiles } = await vault.openBy(passphrase)
    expect(profiles).toEqual([withToken(profile, 'the token')])
    expect(again.view()).toEqual({
      protection: { kind: 'passphrase', keyStore: 'key-does-not-fit' },
      needsRestart: false,
      keys: { keyStore: 'stays', passphrase: 'stays' },
      quarantined: 0,
      unreadable: 0,
      tooLarge: 0,
    })
    await again.save(withToken(profile, 'the next'))
    expect((await vault.openBy(passphrase)).profiles).toEqual([withToken(profile, 'the next')])
  })

  it('is not on disk, nor is the data key', async () => {
    const store = await fill()
    await store.setPassphrase(passphrase)
    const everything = Object.values(await vault.files()).join()
    expect(everything).not.toContain(Buffer.from(passphrase).toString('hex'))
    expect(everything).not.toContain(
      Buffer.from(Buffer.from(passphrase).toString('base64')).toString('hex'),
    )
  })

  it('that is wrong opens nothing and changes nothing', async () => {
    const store = await fill()
    await store.setPassphrase(passphrase)
    const before = await vault.files()
    await expect(vault.openBy(`${passphrase}!`)).rejects.toEqual(wrong)
    await expect(vault.openBy('')).rejects.toEqual(wrong)
    expect(await vault.files()).toEqual(before)
  })

  it('that was changed or removed opens nothing any more, from either file', async () => {
    const store = await fill()
    await store.setPassphrase(passphrase)
    await store.setPassphrase('another one entirely', passphrase)
    await expect(vault.openBy(passphrase)).rejects.toEqual(wrong)
    await rm(vault.path('vault.json'))
    await expect(vault.openBy(passphrase)).rejects.toEqual(wrong)
    await (await vault.open()).store.removePassphrase('another one entirely')
    await expect(vault.openBy('another one entirely')).rejects.toEqual(wrong)
  })

  it.each([null, 'a wrong guess', '', passphrase.toUpperCase(), `${passphrase} `])(
    'is not changed or removed, and is asked for in vain, with %j in its place',
    async (guess) => {
      const store = await fill()
      await store.setPassphrase(passphrase)
      const before = await vault.files()
      await expect(store.setPassphrase('another one entirely', guess)).rejects.toEqual(wrong)
      await expect(store.removePassphrase(guess)).rejects.toEqual(wrong)
      await expect(store.checkPassphrase(guess)).rejects.toEqual(wrong)
      expect(await vault.files()).toEqual(before)
      expect(store.view().keys).toEqual({ keyStore: 'stays', passphrase: 'stays' })
      expect((await vault.openBy(passphrase)).profiles).toEqual([withToken(profile, 'the token')])
    },
  )

  it('is known however a keyboard composes its letters, after a start by either key', async () => {
    const store = await fill()
    const composed = 'sieben Störche über dem See'
    await store.setPassphrase(composed.normalize('NFC'))
    await store.checkPassphrase(composed.normalize('NFD'))
    await (await vault.open()).store.checkPassphrase(composed)
    await (await vault.openBy(composed)).store.checkPassphrase(composed)
    await expect((await vault.openBy(composed)).store.removePassphrase(null)).rejects.toEqual(wrong)
  })

  it('is not asked for where none is set, and no longer once it is to go', async () => {
    vault.keyStore.become('none')
    const { store } = await vault.open()
    await store.checkPassphrase(null)
    await store.setPassphrase(passphrase)
    await store.save(profile)
    vault.keyStore.become('strong')
    await store.addKeyStore()
    await store.removePassphrase(passphrase)
    expect(store.view().keys.passphrase).toBe('leaves')
    await store.checkPassphrase(null)
  })

  it('is needed where the key store does not open the vault, so it can not be removed', async () => {
    const store = await fill()
    await store.setPassphrase(passphrase)
    vault.keyStore.become('none')
    const { store: again } = await vault.openBy(passphrase)
    const before = await vault.files()
    await expect(again.removePassphrase()).rejects.toEqual(lastKey)
    expect(await vault.files()).toEqual(before)
  })

  it('stays until a key store that is new has opened the vault', async () => {
    vault.keyStore.become('none')
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    await store.save(profile)
    vault.keyStore.become('strong')
    await store.addKeyStore()
    await store.removePassphrase(passphrase)
    expect(store.view().keys).toEqual({ keyStore: 'stays', passphrase: 'leaves' })
    expect((await vault.openBy(passphrase)).profiles).toEqual([profile])
    await (await vault.open()).store.save(profile)
    await expect(vault.openBy(passphrase)).rejects.toEqual(wrong)
  })

  it('is distinguished from a damaged vault', async () => {
    const store = await fill()
    await store.setPassphrase(passphrase)
    for (const name of ['vault.json', 'vault.previous.json']) {
      await vault.edit(name, (file) => Object.assign(file, { check: 'AAAA' }))
    }
    const { store: again } = await vault.openBy(passphrase)
    expect(again.view().protection).toEqual({ kind: 'locked', reason: 'vault-damaged' })
  })

  it('that could not be written leaves everything as it was', async () => {
    const store = await fill()
    await rm(vault.path('vault.previous.json'))
    // Nothing can be renamed over a folder that is not empty.
    await mkdir(vault.path('vault.previous.json', 'in the way'), { recursive: true })
    await expect(store.setPassphrase(passphrase)).rejects.toBeInstanceOf(Failure)
    expect(store.view().keys).toEqual({ keyStore: 'stays', passphrase: 'none' })
    expect((await vault.open()).profiles).toEqual([withToken(profile, 'the token')])
    await rm(vault.path('vault.previous.json'), { recursive: true })
    await store.setPassphrase(passphrase)
    expect((await vault.openBy(passphrase)).profiles).toHaveLength(1)
  })
})

describe('a vault without a key store', () => {
  const vault = useVault()

  it('begins to protect when a passphrase is set, and needs it from then on', async () => {
    vault.keyStore.become('none')
    const { store } = await vault.open()
    await store.save(profile)
    expect(await store.setPassphrase(passphrase)).toBe('first')
    expect(store.view()).toMatchObject({
      protection: { kind: 'passphrase', keyStore: 'no-key-store' },
      keys: { keyStore: 'none', passphrase: 'stays' },
    })
    await store.save(profile)
    const { store: locked, profiles } = await vault.open()
    expect(locked.view().protection).toEqual({ kind: 'locked', reason: 'passphrase-needed' })
    expect(profiles).toEqual([{ ...profile, sealed: 'locked' }])
    expect((await vault.openBy(passphrase)).profiles).toEqual([profile])
    await expect((await vault.openBy(passphrase)).store.removePassphrase()).rejects.toEqual(lastKey)
  })

  it('keeps the only passphrase until the one that replaced it has opened it', async () => {
    vault.keyStore.become('none')
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    await store.save(profile)
    await store.setPassphrase('another one entirely', passphrase)
    expect((await vault.openBy(passphrase)).profiles).toEqual([profile])
    const { store: again } = await vault.openBy('another one entirely')
    await again.save(profile)
    await expect(vault.openBy(passphrase)).rejects.toEqual(wrong)
    expect((await vault.openBy('another one entirely')).profiles).toEqual([profile])
  })

  it('begins to protect when a key store answers and the user tries again', async () => {
    vault.keyStore.become('weak')
    const { store } = await vault.open()
    await store.save(profile)
    await expect(store.addKeyStore()).rejects.toEqual(
      failing({ code: 'key-store-unusable', reason: 'weak-key-store' }),
    )
    vault.keyStore.become('strong')
    expect(await store.addKeyStore()).toBe('first')
    await store.save(profile)
    expect((await vault.open()).profiles).toEqual([profile])
  })
})

describe('a vault whose key store has another key', () => {
  const vault = useVault()

  it('keeps the old slot until the new one has opened it on a later start', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    await store.setPassphrase(passphrase)
    const old = await readFile(vault.path('vault.json'), 'utf8')
    const [slot] = JSON.parse(old).slots
    vault.keyStore.changeKey()
    expect((await vault.open()).store.view().protection).toEqual({
      kind: 'locked',
      reason: 'key-does-not-fit',
    })
    const { store: opened } = await vault.openBy(passphrase)
    await opened.addKeyStore()
    const wrappings = async () =>
      JSON.parse(await readFile(vault.path('vault.json'), 'utf8')).slots.map(
        (each: { wrapped: string }) => each.wrapped,
      )
    expect(await wrappings()).toHaveLength(3)
    expect(await wrappings()).toContain(slot.wrapped)
    // The passphrase alone has opened it: that says nothing of the new slot.
    await (await vault.openBy(passphrase)).store.save(profile)
    const { store: later, profiles } = await vault.open()
    expect(later.view().protection).toEqual({ kind: 'key-store' })
    expect(profiles).toEqual([profile])
    await later.save(profile)
    expect(await wrappings()).toHaveLength(2)
    expect(await wrappings()).not.toContain(slot.wrapped)
    expect((await vault.open()).profiles).toEqual([profile])
    expect((await vault.openBy(passphrase)).profiles).toEqual([profile])
  })

  it('changes no file when it is worked with in memory', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    vault.keyStore.changeKey()
    const before = await vault.files()
    const { store: locked } = await vault.open()
    locked.workInMemory()
    expect(locked.view().protection).toEqual({ kind: 'memory-only', reason: 'locked' })
    await expect(locked.save(profile)).rejects.toEqual(failing({ code: 'vault-locked' }))
    await expect(locked.remove(profile.id)).rejects.toEqual(failing({ code: 'vault-locked' }))
    expect(await vault.files()).toEqual(before)
  })
})

describe('a vault that is to open by the passphrase alone', () => {
  const vault = useVault()

  it('lets the key store go once the passphrase has opened it', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    await expect(store.leaveKeyStore(passphrase)).rejects.toEqual(lastKey)
    await store.setPassphrase(passphrase)
    await expect(store.leaveKeyStore('not this one')).rejects.toEqual(wrong)
    await store.leaveKeyStore(passphrase)
    expect(store.view().keys).toEqual({ keyStore: 'leaves', passphrase: 'stays' })
    await expect(store.removePassphrase()).rejects.toEqual(lastKey)

    const { store: second } = await vault.open()
    expect(second.view().protection).toEqual({ kind: 'locked', reason: 'passphrase-needed' })
    // Until the passphrase has opened it, there is a way back.
    expect((await vault.open(vault.keyStore, { kind: 'key-store' })).profiles).toEqual([profile])
    const { store: third } = await vault.openBy(passphrase)
    await third.save(profile)
    expect(third.view().keys).toEqual({ keyStore: 'none', passphrase: 'stays' })
    const { profiles } = await vault.open(vault.keyStore, { kind: 'key-store' })
    expect(profiles).toEqual([{ ...profile, sealed: 'locked' }])
  })
})

describe('a vault that is locked while it is open', () => {
  const vault = useVault()

  it('opens with the passphrase alone, even if the key store would do', async () => {
    const { store } = await vault.open()
    await store.save(profile)
    await expect(store.lock()).rejects.toEqual(failing({ code: 'no-passphrase' }))
    await store.setPassphrase(passphrase)
    await store.lock()
    const before = await vault.files()
    expect(store.view().protection).toEqual({ kind: 'locked', reason: 'locked-by-user' })
    expect(() => store.workInMemory()).toThrow(failing({ code: 'vault-locked' }))
    await expect(store.save(profile)).rejects.toEqual(failing({ code: 'vault-locked' }))
    await expect(store.setPassphrase('another')).rejects.toEqual(failing({ code: 'vault-locked' }))
    await expect(store.open()).rejects.toEqual(failing({ code: 'vault-locked' }))
    await expect(store.open({ kind: 'key-store' })).rejects.toBeInstanceOf(Failure)
    await expect(store.open({ kind: 'passphrase', passphrase: 'no' })).rejects.toEqual(wrong)
    expect(await vault.files()).toEqual(before)
    expect(await store.open({ kind: 'passphrase', passphrase })).toEqual([profile])
    await store.save(withToken(profile, 'after'))
    expect((await vault.open()).profiles).toEqual([withToken(profile, 'after')])
  })

  it('has overwritten the data key with zeros', async () => {
    const keys: Uint8Array[] = []
    const { store } = await vault.open({
      ...vault.keyStore,
      wrap: (plain) => {
        keys.push(plain)
        return vault.keyStore.wrap(plain)
      },
    })
    await store.setPassphrase(passphrase)
    await store.save(profile)
    const [key] = keys
    expect(key?.some((byte) => byte !== 0)).toBe(true)
    await store.lock()
    expect([...(key ?? [])]).toEqual(Array(32).fill(0))
  })

  it('has every record whose save succeeded, and refuses the other saves', async () => {
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    const samples = Array.from({ length: 20 }, (_, index) => sampleProfile(`profile ${index}`))
    const saves = samples.map((sample) =>
      store.save(sample).then(
        () => sample.id,
        (error) => expect(error).toEqual(failing({ code: 'vault-locked' })),
      ),
    )
    await store.lock()
    const saved = (await Promise.all(saves)).filter((id) => typeof id === 'string')
    const profiles = await store.open({ kind: 'passphrase', passphrase })
    expect(profiles.map(({ id }) => id).sort()).toEqual(saved.sort())
    expect(saved.length).toBeGreaterThan(0)
  })
})
