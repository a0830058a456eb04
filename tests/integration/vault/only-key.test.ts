import { describe, expect, it } from 'vitest'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

const profile = sampleProfile()
const passphrase = 'seven quiet herons over the lake'

describe('the only key', () => {
  const vault = useVault()
  it('stays when a slip is typed twice', async () => {
    const { store } = await vault.open()
    await store.setPassphrase(passphrase)
    await store.save(withToken(profile, 'precious'))
    await store.lock()
    await store.open({ kind: 'passphrase', passphrase })
    await store.leaveKeyStore(passphrase)
    await store.setPassphrase('a slip typed twice', passphrase)
    await store.close()
    const again = await vault.openBy(passphrase)
    expect(again.profiles.map(tokenOf)).toEqual(['precious'])
  })
})
