import { randomBytes } from 'node:crypto'
import { copyFile, rm, stat } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { KeyStore } from '../../../src/main/engine/ports.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, secretsOf, withToken } from '../../support/ports/sample-profile.ts'
import { openVaultIn, useVault } from './vault-fixture.ts'

const refusing = (code: 'vault-locked' | 'vault-read-only') => new Failure({ code })
const nothingSealed = { secrets: {}, secretsRevision: 0, token: null }

function unwrapped(length: number) {
  return { kind: 'unwrapped', plain: randomBytes(length), isOutdated: false } as const
}

describe('a vault under a strong key store', () => {
  const vault = useVault()

  it('writes nothing before something is saved', async () => {
    await vault.open()
    await expect(stat(vault.folder)).rejects.toThrow('ENOENT')
  })

  it('has no secret in its folder, in any form, after many saves and a removal', async () => {
    const { store } = await vault.open()
    const profiles = [sampleProfile('a'), sampleProfile('b'), sampleProfile('c')]
    const saved = profiles.flatMap((profile) => [profile, withToken(profile, `next-${profile.id}`)])
    for (const profile of saved) await store.save(profile)
    await store.remove(saved[0]?.id ?? '')
    const everything = Object.values(await vault.files()).join()
    const forms = saved.flatMap(secretsOf).flatMap((secret) => {
      const bytes = Buffer.from(secret)
      return [bytes, Buffer.from(bytes.toString('base64')), Buffer.from(bytes.toString('hex'))]
    })
    expect(forms.length).toBeGreaterThan(60)
    for (const form of forms) expect(everything).not.toContain(form.toString('hex'))
    // The scan does find what is there.
    expect(everything).toContain(Buffer.from('https://login.example').toString('hex'))
  })

  it.runIf(process.platform !== 'win32')(
    'makes its files readable by their owner only',
    async () => {
      const { store } = await vault.open()
      await store.save(sampleProfile())
      for (const name of Object.keys(await vault.files())) {
        expect((await stat(vault.path(name))).mode & 0o777).toBe(0o600)
      }
      for (const name of ['.', 'records']) {
        expect((await stat(vault.path(name))).mode & 0o777).toBe(0o700)
      }
    },
  )
})

describe('a vault without protection', () => {
  const vault = useVault()

  it.each([
    ['weak', 'weak-key-store'],
    ['none', 'no-key-store'],
  ] as const)(
    'keeps settings and no secret while the key store is %s',
    async (strength, reason) => {
      const profile = sampleProfile()
      vault.keyStore.become(strength)
      const { store } = await vault.open()
      expect(store.view().protection).toEqual({ kind: 'memory-only', reason })
      await store.save(profile)
      const everything = Object.values(await vault.files()).join()
      for (const secret of secretsOf(profile)) {
        expect(everything).not.toContain(Buffer.from(secret).toString('hex'))
      }
      const { profiles } = await vault.open()
      expect(profiles).toEqual([{ ...profile, sealed: nothingSealed }])
    },
  )

  it('begins to protect when a strong key store comes, with what is there', async () => {
    const profile = sampleProfile()
    vault.keyStore.become('weak')
    await (await vault.open()).store.save(profile)
    vault.keyStore.become('strong')
    const { store, profiles } = await vault.open()
    expect(profiles).toEqual([{ ...profile, sealed: nothingSealed }])
    expect(store.view().protection).toEqual({ kind: 'key-store' })
    await store.save(profile)
    expect((await vault.open()).profiles).toEqual([profile])
  })

  it('does not trust a key store that does not give back what it wrapped', async () => {
    const forgetful: KeyStore = { ...vault.keyStore, unwrap: async () => unwrapped(32) }
    const { store } = await vault.open(forgetful)
    expect(store.view().protection).toEqual({ kind: 'memory-only', reason: 'no-key-store' })
  })
})

describe('a locked vault', () => {
  const vault = useVault()
  const profile = sampleProfile()

  async function expectLocked(reason: string, keyStore: KeyStore = vault.keyStore): Promise<void> {
    const before = await vault.files()
    const { store, profiles } = await vault.open(keyStore)
    expect(store.view()).toMatchObject({ protection: { kind: 'locked', reason }, quarantined: 0 })
    expect(profiles).toEqual([{ ...profile, sealed: 'locked' }])
    await expect(store.save(profile)).rejects.toEqual(refusing('vault-locked'))
    await expect(store.save(sampleProfile())).rejects.toEqual(refusing('vault-locked'))
    await expect(store.remove(profile.id)).rejects.toEqual(refusing('vault-locked'))
    expect(await vault.files()).toEqual(before)
  }

  async function fill(): Promise<void> {
    const { store } = await vault.open()
    await store.save(profile)
    await store.save(profile)
  }

  it.each([
    ['weak', 'weak-key-store'],
    ['none', 'no-key-store'],
  ] as const)('is one whose key store has become %s', async (strength, reason) => {
    await fill()
    vault.keyStore.become(strength)
    await expectLocked(reason)
    vault.keyStore.become('strong')
    expect((await vault.open()).profiles).toEqual([profile])
  })

  it('is one whose key store has lost its key', async () => {
    await fill()
    vault.keyStore.changeKey()
    await expectLocked('key-does-not-fit')
  })

  it.each([
    ['of the right length', 32],
    ['of another length', 31],
  ])('is one whose key store gives a wrong key %s', async (_, length) => {
    await fill()
    const wrong: KeyStore = { ...vault.keyStore, unwrap: async () => unwrapped(length) }
    await expectLocked('key-does-not-fit', wrong)
  })

  it('is one whose vault file is lost while sealed records are there', async () => {
    await fill()
    await rm(vault.path('vault.json'))
    await rm(vault.path('vault.previous.json'))
    await expectLocked('vault-damaged')
  })

  it('is one of which both vault files are damaged', async () => {
    await fill()
    for (const name of ['vault.json', 'vault.previous.json']) {
      await vault.edit(name, (file) => Object.assign(file, { check: null }))
    }
    await expectLocked('vault-damaged')
  })

  it('is one whose vault file has lost its slots', async () => {
    await fill()
    const without = createFakeKeyStore('none')
    const other = vault.path('other')
    await (await openVaultIn(other, without)).store.save(sampleProfile())
    for (const name of ['vault.json', 'vault.previous.json']) {
      await copyFile(vault.path('other', 'vault.json'), vault.path(name))
    }
    await rm(vault.path('other'), { recursive: true })
    await expectLocked('vault-damaged')
  })

  it('is locked for a profile without secrets, too', async () => {
    vault.keyStore.become('none')
    await fill()
    vault.keyStore.become('strong')
    await (await vault.open()).store.save(sampleProfile('another'))
    vault.keyStore.become('none')
    const { profiles } = await vault.open()
    expect(profiles.map(({ sealed }) => sealed)).toEqual(['locked', 'locked'])
  })

  it('keeps its damaged records and leftovers where they are, too', async () => {
    await fill()
    await copyFile(vault.path('vault.json'), vault.path('records', `${profile.id}.json`))
    await copyFile(vault.path('vault.json'), vault.path('records', 'x.json.0a.tmp'))
    vault.keyStore.become('none')
    await expectLocked('no-key-store')
  })
})

describe('a vault with one damaged vault file', () => {
  const vault = useVault()

  it('opens with its second copy, sets the damaged one aside and rewrites it', async () => {
    const profile = sampleProfile()
    await (await vault.open()).store.save(profile)
    const { 'vault.json': good } = await vault.files()
    await vault.edit('vault.json', (file) => Object.assign(file, { check: null }))
    const { store, profiles } = await vault.open()
    expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 0 })
    expect(profiles).toEqual([profile])
    await store.save(profile)
    const files = await vault.files()
    expect(files['vault.json']).toBe(good)
    expect(Object.keys(files).filter((name) => name.startsWith('quarantine'))).toHaveLength(1)
  })

  it('opens with its second copy when the first is missing', async () => {
    const profile = sampleProfile()
    await (await vault.open()).store.save(profile)
    await rm(vault.path('vault.json'))
    const { store, profiles } = await vault.open()
    expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 0 })
    expect(profiles).toEqual([profile])
  })
})

describe('a vault of a later version', () => {
  const vault = useVault()

  it('is shown and never written', async () => {
    const profile = sampleProfile()
    await (await vault.open()).store.save(profile)
    await vault.edit('vault.json', (file) => Object.assign(file, { format: 3, more: true }))
    const before = await vault.files()
    const { store, profiles } = await vault.open()
    const protection = { kind: 'read-only', reason: 'newer-format' }
    expect(store.view()).toMatchObject({ protection, quarantined: 0 })
    expect(profiles).toEqual([{ ...profile, sealed: 'locked' }])
    await expect(store.save(profile)).rejects.toEqual(refusing('vault-read-only'))
    await expect(store.remove(profile.id)).rejects.toEqual(refusing('vault-read-only'))
    expect(await vault.files()).toEqual(before)
  })
})
