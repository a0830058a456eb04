import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { FolderLock } from '../../../src/main/vault/lock-file.ts'
import { decodeRecord } from '../../../src/main/vault/record-file.ts'
import { createVault, type Vault } from '../../../src/main/vault/vault.ts'
import { deferred } from '../../support/engine/engine-under-test.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { sampleProfile, withToken } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

const noLock: FolderLock = { hold: async () => true, release: async () => {} }
const profile = sampleProfile()
const other = sampleProfile('other')
const passphrase = 'seven quiet herons over the lake'

/** A lock whose next check, once made slow, waits until the gate opens. */
function slowLock() {
  const gate = deferred<boolean>()
  const reached = deferred<void>()
  let isSlow = false
  const lock: FolderLock = {
    async hold() {
      if (!isSlow) return true
      isSlow = false
      reached.resolve()
      return gate.promise
    },
    release: async () => {},
  }
  return {
    lock,
    slowDown: () => {
      isSlow = true
    },
    reached: reached.promise,
    open: () => gate.resolve(true),
  }
}

describe('a vault in which a record finds another writer', () => {
  const vault = useVault()

  async function openOne(lock: FolderLock = noLock): Promise<Vault> {
    const { folder, keyStore } = vault
    const scryptCost = { N: 16, r: 1, p: 1 }
    const store = createVault({ folder, keyStore, log: createMemoryLog(), scryptCost }, lock)
    await store.open()
    return store
  }

  async function openTwo(lock: FolderLock) {
    const first = await openOne()
    await first.setPassphrase(passphrase)
    await first.save(withToken(profile, 'of both'))
    const second = await openOne(lock)
    await second.save(withToken(other, 'of the second'))
    await first.save(withToken(profile, 'of the first'))
    return second
  }

  it('does not go on with a key of zeros when a change of the keys ends after that', async () => {
    const { lock, slowDown, reached, open } = slowLock()
    const second = await openTwo(lock)
    slowDown()
    const changing = second
      .setPassphrase('four plain words here', passphrase)
      .catch((cause) => cause)
    await reached
    const refused = { error: { code: 'vault-changed' } }
    await expect(second.save(withToken(profile, 'of the second'))).rejects.toMatchObject(refused)
    open()
    expect(await changing).toMatchObject(refused)
    await expect(second.save(withToken(other, 'later'))).rejects.toMatchObject(refused)
    const text = await readFile(vault.path('records', `${other.id}.json`), 'utf8')
    const { vaultId } = JSON.parse(text)
    const zeros = { vaultId, bytes: new Uint8Array(32) }
    expect(decodeRecord(text, other.id, zeros).kind).toBe('damaged')
  })

  it('stays locked if it was locked meanwhile', async () => {
    const { lock, slowDown, reached, open } = slowLock()
    const second = await openTwo(lock)
    slowDown()
    const saving = second.save(withToken(profile, 'of the second')).catch((cause) => cause)
    await reached
    const locking = second.lock()
    await expect.poll(() => second.view().protection.kind).toBe('locked')
    open()
    await Promise.all([locking, saving])
    expect(second.view().protection).toEqual({ kind: 'locked', reason: 'locked-by-user' })
  })
})
