import { rm, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/shared/errors.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

const passphrase = 'seven quiet herons over the lake'

describe('before a lock begins', () => {
  const vault = useVault()

  async function openWithPassphrase() {
    const { store } = await vault.open()
    await store.save(sampleProfile())
    await store.setPassphrase(passphrase)
    return store
  }

  it('a damaged vault file is noticed, and stays as it is', async () => {
    const store = await openWithPassphrase()
    for (const name of ['vault.json', 'vault.previous.json'])
      await writeFile(vault.path(name), 'damaged')
    const before = await vault.files()
    const refusal = new Failure({ code: 'vault-unreadable' })
    await expect(store.prepareLock()).rejects.toEqual(refusal)
    await expect(store.lock()).rejects.toEqual(refusal)
    expect(await vault.files()).toEqual(before)
    expect(store.view().protection).toEqual({ kind: 'key-store' })
  })

  it('a vault file that has vanished is written again, and nothing is locked by that', async () => {
    const store = await openWithPassphrase()
    for (const name of ['vault.json', 'vault.previous.json']) await rm(vault.path(name))
    await store.prepareLock()
    expect(Object.keys(await vault.files())).toContain('vault.json')
    expect(store.view().protection).toEqual({ kind: 'key-store' })
    await store.save(sampleProfile('still open'))
  })
})
