import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { encodeChecked } from '../../../src/main/vault/checked-json.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { idIn1, keyStoreKeyIn1, sealedIn1, vaultIn1 } from '../../support/vault/format-1.ts'
import { passphraseIn2, vaultIn2 } from '../../support/vault/vault-format-2.ts'
import { openVaultIn, useVault } from './vault-fixture.ts'

const copies = ['vault.json', 'vault.previous.json'] as const
const opened = [{ id: idIn1, sealed: { token: { refreshToken: 'the-refresh-token' } } }]
const keyStore = () => createFakeKeyStore('strong', keyStoreKeyIn1)

describe('vault files of every format', () => {
  const vault = useVault()

  async function place(file: string): Promise<void> {
    await mkdir(vault.path('records'), { recursive: true })
    for (const name of copies) await writeFile(vault.path(name), file)
    await writeFile(vault.path('records', `${idIn1}.json`), sealedIn1)
  }

  it('take a passphrase in format 1, become format 2 then, and no record changes', async () => {
    await place(vaultIn1)
    const { store } = await vault.open(keyStore())
    for (const name of copies) expect(await readFile(vault.path(name), 'utf8')).toBe(vaultIn1)
    await store.setPassphrase('seven quiet herons')
    for (const name of copies) {
      const { format, slots } = JSON.parse(await readFile(vault.path(name), 'utf8'))
      expect(format).toBe(2)
      expect(slots.map((slot: { kind: string }) => slot.kind)).toEqual(['key-store', 'passphrase'])
    }
    expect(await readFile(vault.path('records', `${idIn1}.json`), 'utf8')).toBe(sealedIn1)
    expect((await vault.openBy('seven quiet herons')).profiles).toMatchObject(opened)
    expect((await vault.open(keyStore())).profiles).toMatchObject(opened)
  })

  it('open in format 2 by key store and by passphrase, and opening changes no file', async () => {
    await place(vaultIn2)
    const before = await vault.files()
    const byStore = await vault.open(keyStore())
    expect(byStore.store.view().keys).toEqual({ keyStore: 'stays', passphrase: 'stays' })
    expect(byStore.profiles).toMatchObject(opened)
    const byPassphrase = await vault.openBy(passphraseIn2)
    expect(byPassphrase.profiles).toMatchObject(opened)
    expect(byPassphrase.store.view().protection).toEqual({
      kind: 'passphrase',
      keyStore: 'key-does-not-fit',
    })
    expect(await vault.files()).toEqual(before)
  })

  it('keep a key slot of an unknown kind', async () => {
    await place(vaultIn2)
    const { store } = await vault.open(keyStore())
    await store.setPassphrase('seven quiet herons', passphraseIn2)
    const { slots } = JSON.parse(await readFile(vault.path('vault.json'), 'utf8'))
    expect(slots).toContainEqual({ kind: 'of-a-later-version', anything: [1] })
  })

  it.each([
    ['gigabytes', { N: 2 ** 30, r: 8, p: 1 }],
    ['hours', { N: 2 ** 17, r: 8, p: 2 ** 16 }],
  ])('that ask for %s of work are refused at once, and not touched', async (_, scrypt) => {
    const { checksum: _sum, ...contents } = JSON.parse(vaultIn2)
    const slots = contents.slots.map((slot: { kind: string }) =>
      slot.kind === 'passphrase' ? { ...slot, scrypt } : slot,
    )
    await place(encodeChecked({ ...contents, slots }))
    const before = await vault.files()
    const { store } = await vault.openBy(passphraseIn2)
    expect(store.view().protection).toEqual({ kind: 'locked', reason: 'vault-damaged' })
    expect(await vault.files()).toEqual(before)
  })

  it('that are larger than any vault file are not read', async () => {
    await place(`${vaultIn2}${' '.repeat(1024 * 1024)}`)
    const { store } = await vault.open(keyStore())
    expect(store.view().protection).toEqual({ kind: 'locked', reason: 'vault-damaged' })
  })
})

describe('a change of the keys that was cut off', () => {
  const vault = useVault()

  beforeEach(async () => {
    await mkdir(vault.path('records'), { recursive: true })
    await writeFile(vault.path('vault.json'), vaultIn1)
    await writeFile(vault.path('vault.previous.json'), vaultIn1)
    await writeFile(vault.path('records', `${idIn1}.json`), sealedIn1)
  })

  it.each([
    ['before the first copy', []],
    ['between the copies', ['vault.previous.json']],
    ['after both', ['vault.previous.json', 'vault.json']],
  ] as const)('opens by what opened it before, %s', async (_, written) => {
    const scratch = vault.path('scratch')
    await mkdir(scratch)
    await writeFile(vault.path('scratch', 'vault.json'), vaultIn1)
    await (await openVaultIn(scratch, keyStore())).store.setPassphrase('seven quiet herons')
    for (const name of written) {
      await writeFile(vault.path(name), await readFile(vault.path('scratch', name)))
    }
    expect((await vault.open(keyStore())).profiles).toMatchObject(opened)
    const isSet = written.length === copies.length
    const byPassphrase = vault.openBy('seven quiet herons')
    if (isSet) expect((await byPassphrase).profiles).toMatchObject(opened)
    else await expect(byPassphrase).rejects.toEqual(new Failure({ code: 'wrong-passphrase' }))
    // Whatever was cut off, the next change is whole.
    const { store } = await vault.open(keyStore())
    await store.setPassphrase('another one entirely', isSet ? 'seven quiet herons' : null)
    expect((await vault.openBy('another one entirely')).profiles).toMatchObject(opened)
  })
})
