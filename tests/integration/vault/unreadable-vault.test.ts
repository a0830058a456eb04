import { rename, rm, symlink } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../../src/shared/errors.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

const passphrase = 'seven quiet herons over the lake'

// A link to itself can't be read by anybody, root included (ELOOP), and is no damage.
describe.runIf(process.platform !== 'win32')('a file that can’t be read now', () => {
  const vault = useVault()
  const profile = withToken(sampleProfile('Reports'), 'kept')

  async function fill() {
    const { store } = await vault.open()
    await store.save(profile)
    await store.setPassphrase(passphrase)
    return store
  }

  /** Resolves to what makes them readable again. */
  async function makeUnreadable(...names: readonly string[]): Promise<() => Promise<void>> {
    for (const name of names) {
      await rename(vault.path(name), vault.path('..', name.replaceAll('/', '-')))
      await symlink(vault.path(name), vault.path(name))
    }
    return async () => {
      for (const name of names) {
        await rm(vault.path(name))
        await rename(vault.path('..', name.replaceAll('/', '-')), vault.path(name))
      }
    }
  }

  it('if it is the vault file, in both copies, is no damage: it opens when it can be read', async () => {
    await (await fill()).close()
    const before = await vault.files()
    const restore = await makeUnreadable('vault.json', 'vault.previous.json')
    const { store } = await vault.open()
    const protection = { kind: 'locked', reason: 'vault-unreadable' }
    expect(store.view()).toMatchObject({ protection, quarantined: 0 })
    expect((await store.open({ kind: 'key-store' })).map(({ sealed }) => sealed)).toEqual([
      'locked',
    ])
    await restore()
    expect(await vault.files()).toEqual(before)
    expect((await store.open({ kind: 'key-store' })).map(tokenOf)).toEqual(['kept'])
  })

  it('if it is one copy of the vault file, is not set aside, and no key is written over it', async () => {
    await (await fill()).close()
    const restore = await makeUnreadable('vault.json')
    const { store, profiles } = await vault.open()
    expect(profiles.map(tokenOf)).toEqual(['kept'])
    expect(store.view().quarantined).toBe(0)
    const refusal = new Failure({ code: 'vault-unreadable' })
    await expect(store.setPassphrase('another one of these', passphrase)).rejects.toEqual(refusal)
    await restore()
    await store.setPassphrase('another one of these', passphrase)
    await store.close()
    expect((await vault.openBy('another one of these')).profiles.map(tokenOf)).toEqual(['kept'])
  })

  it('if it is the folder of the records, is no damage', async () => {
    await (await fill()).close()
    const restore = await makeUnreadable('records')
    const { store } = await vault.open()
    const protection = { kind: 'locked', reason: 'vault-unreadable' }
    expect(store.view().protection).toEqual(protection)
    await restore()
    expect((await store.open({ kind: 'key-store' })).map(tokenOf)).toEqual(['kept'])
  })

  it('if it is the only file of a record, is counted, and shown when it can be read', async () => {
    await (await fill()).close()
    const restore = await makeUnreadable(`records/${profile.id}.json`)
    const { store, profiles } = await vault.open()
    expect(profiles).toEqual([])
    expect(store.view()).toMatchObject({ quarantined: 0, unreadable: 1 })
    await store.close()
    await restore()
    const again = await vault.open()
    expect(again.profiles.map(tokenOf)).toEqual(['kept'])
    expect(again.store.view().unreadable).toBe(0)
  })
})
