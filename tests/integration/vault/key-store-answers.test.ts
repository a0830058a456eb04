import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { KeyStore } from '../../../src/main/engine/ports.ts'
import { createKeyStore } from '../../../src/main/platform/key-store.ts'
import { openKeyStoreSlots } from '../../../src/main/vault/key-store-slot.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'
import { createSafeStorage45 } from '../../support/key-store/safe-storage.mjs'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { useVault } from './vault-fixture.ts'

type Options45 = Parameters<typeof createSafeStorage45>[0]

const profile = sampleProfile()
const key = randomBytes(32)

/** The real adapter over the calls of Electron 45, as a new process has it. */
function keyStoreOf45(behaviour: Options45['behaviour'], platform: NodeJS.Platform = 'linux') {
  const electron = createSafeStorage45({ behaviour, platform, key })
  const safeStorage = electron as unknown as Electron.SafeStorage
  const clock = createManualClock()
  return { electron, clock, keyStore: createKeyStore({ safeStorage, clock, platform }) }
}

describe('a vault that Electron 45 opens', () => {
  const vault = useVault()

  async function fill(platform: NodeJS.Platform = 'linux') {
    const { store } = await vault.open(keyStoreOf45('answers', platform).keyStore)
    await store.save(profile)
    expect(store.view()).toMatchObject({
      protection: { kind: 'key-store' },
      needsRestart: false,
    })
    await store.close()
  }

  async function slots(): Promise<readonly { readonly leavesAfter: string | null }[]> {
    return JSON.parse(await readFile(vault.path('vault.json'), 'utf8')).slots
  }

  it.each([
    ['linux', 'silent', 'no-key-store', true],
    ['linux', 'dismissed', 'no-key-store', true],
    ['darwin', 'refused', 'no-key-store', true],
    ['linux', 'unavailable', 'no-key-store', true],
    ['linux', 'none', 'weak-key-store', false],
  ] as const)(
    'on %s is locked while the key store is %s, with %s as the reason',
    async (platform, behaviour, reason, needsRestart) => {
      await fill(platform)
      const before = await vault.files()
      const { store, profiles } = await vault.open(keyStoreOf45(behaviour, platform).keyStore)
      expect(store.view()).toMatchObject({ protection: { kind: 'locked', reason }, needsRestart })
      expect(profiles).toMatchObject([{ sealed: 'locked' }])
      await store.close()
      expect(await vault.files()).toEqual(before)
      expect((await vault.open(keyStoreOf45('answers', platform).keyStore)).profiles).toEqual([
        profile,
      ])
    },
  )

  it.each([
    ['linux', 'silent', 'no-key-store'],
    ['linux', 'dismissed', 'no-key-store'],
    ['darwin', 'refused', 'no-key-store'],
    ['linux', 'none', 'weak-key-store'],
  ] as const)(
    'on %s gets no key while the key store is %s',
    async (platform, behaviour, reason) => {
      const { store } = await vault.open(keyStoreOf45(behaviour, platform).keyStore)
      expect(store.view().protection).toEqual({ kind: 'memory-only', reason })
      await store.save(profile)
      expect(Object.keys(await vault.files()).join()).toContain('records')
      expect(await slots().catch(() => [])).toEqual([])
    },
  )

  it('is locked while a prompt is open, and opens in the same run once that is answered', async () => {
    await fill()
    const { electron, clock, keyStore } = keyStoreOf45('prompt')
    const opening = vault.open(keyStore)
    await expect.poll(() => clock.armed()).toEqual([20_000])
    await clock.advance(20_000)
    const { store } = await opening
    const protection = { kind: 'locked', reason: 'key-store-late' }
    expect(store.view()).toMatchObject({ protection, needsRestart: false })
    electron.answerPrompt('answers')
    expect(await store.open({ kind: 'key-store' })).toEqual([profile])
    expect(store.view().protection).toEqual({ kind: 'key-store' })
  })

  it('opens by its passphrase within a second while a prompt is open', async () => {
    const passphrase = 'seven quiet herons over the lake'
    const { store } = await vault.open(keyStoreOf45('answers').keyStore)
    await store.save(profile)
    await store.setPassphrase(passphrase)
    await store.close()
    const { clock, keyStore } = keyStoreOf45('prompt')
    const first = vault.open(keyStore)
    await expect.poll(() => clock.armed()).toEqual([20_000])
    await clock.advance(20_000)
    const { store: again } = await first
    const opening = again.open({ kind: 'passphrase', passphrase })
    await expect.poll(() => clock.armed()).toEqual([1_000])
    await clock.advance(1_000)
    expect(await opening).toEqual([profile])
    const protection = { kind: 'passphrase', keyStore: 'key-store-late' }
    expect(again.view()).toMatchObject({ protection, needsRestart: false })
  })

  it('is put under a newer key of the key store, and keeps the older one until that has opened it', async () => {
    await fill()
    const rotated = keyStoreOf45('rotated').keyStore
    const { store } = await vault.open(rotated)
    expect(await slots()).toHaveLength(1)
    await store.save(profile)
    expect((await slots()).map(({ leavesAfter }) => leavesAfter)).toEqual(['key-store', null])
    await store.close()
    const { store: next, profiles } = await vault.open(keyStoreOf45('rotated').keyStore)
    expect(profiles).toEqual([profile])
    await next.save(profile)
    expect((await slots()).map(({ leavesAfter }) => leavesAfter)).toEqual([null])
  })

  it('does not take back a key store that leaves, because it has a newer key', async () => {
    const { store } = await vault.open(keyStoreOf45('answers').keyStore)
    await store.save(profile)
    await store.setPassphrase('seven quiet herons over the lake')
    await store.leaveKeyStore('seven quiet herons over the lake')
    await store.close()
    const opener = { kind: 'key-store' } as const
    const { store: again } = await vault.open(keyStoreOf45('rotated').keyStore, opener)
    await again.save(profile)
    expect(again.view().keys).toEqual({ keyStore: 'leaves', passphrase: 'stays' })
  })
})

it('a store that answers only some calls is no key store, not one with another key', async () => {
  const store: KeyStore = {
    ...createFakeKeyStore(),
    unwrap: () => Promise.reject(new Error('gone')),
  }
  const slot = { kind: 'key-store', wrapped: 'AAAA', leavesAfter: null } as const
  expect(await openKeyStoreSlots([slot], store, () => true)).toEqual({
    kind: 'trouble',
    trouble: 'no-key-store',
  })
})
