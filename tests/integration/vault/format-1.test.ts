import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { recordFormat } from '../../../src/main/vault/migrations.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { settingsLike } from '../../support/profiles/settings.ts'
import { idIn1, keyStoreKeyIn1, sealedIn1, vaultIn1 } from '../../support/vault/format-1.ts'
import { useVault } from './vault-fixture.ts'

describe('a vault that was written in record format 1', () => {
  const vault = useVault()
  const keyStore = createFakeKeyStore('strong', keyStoreKeyIn1)
  const current = `records/${idIn1}.json`
  const previous = `records/${idIn1}.previous.json`

  beforeEach(async () => {
    await mkdir(vault.path('records'), { recursive: true })
    await writeFile(vault.path('vault.json'), vaultIn1)
    await writeFile(vault.path(current), sealedIn1)
  })

  it('opens, and opening changes no file', async () => {
    const before = await vault.files()
    const { profiles, store } = await vault.open(keyStore)
    expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 0 })
    expect(profiles).toMatchObject([
      {
        id: idIn1,
        settings: settingsLike({ name: 'Reports é 💶', extraHeaders: [] }),
        sealed: { token: { refreshToken: 'the-refresh-token' } },
      },
    ])
    expect(await vault.files()).toEqual(before)
  })

  it('keeps the old record as the generation before when it saves', async () => {
    const { profiles, store } = await vault.open(keyStore)
    const [profile] = profiles
    if (profile === undefined) return expect.fail('the profile is not there')
    await store.save({ ...profile, needsSignIn: false })
    expect(await readFile(vault.path(previous), 'utf8')).toBe(sealedIn1)
    expect(JSON.parse(await readFile(vault.path(current), 'utf8'))).toMatchObject({
      format: recordFormat,
    })
    const again = await vault.open(keyStore)
    expect(again.profiles).toEqual([{ ...profile, needsSignIn: false }])
  })

  it('stays locked, with its files as they are, under another key store', async () => {
    const before = await vault.files()
    const { profiles } = await vault.open()
    expect(profiles).toMatchObject([{ id: idIn1, sealed: 'locked' }])
    expect(await vault.files()).toEqual(before)
  })
})
