import { execFile } from 'node:child_process'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Failure, type notSavedReasons } from '../../../src/shared/errors.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, withToken } from '../../support/ports/sample-profile.ts'
import { filesBelow, openVaultIn, useVault } from './vault-fixture.ts'

const execute = promisify(execFile)
const notSaved = (reason: (typeof notSavedReasons)[number]) =>
  new Failure({ code: 'not-saved', reason })

describe('a disk of 64 KiB', () => {
  const keyStore = createFakeKeyStore()
  let disk = ''
  let whyNot: string | undefined

  beforeEach(async () => {
    disk = await mkdtemp(join(tmpdir(), 'disk-'))
    try {
      await execute('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
    } catch {
      whyNot = 'only root can mount a small disk'
    }
  })
  afterEach(async () => {
    if (whyNot === undefined) await execute('umount', [disk])
    await rm(disk, { recursive: true })
  })

  it('keeps the old state whole when it is full, and goes on when there is room', async (context) => {
    if (whyNot !== undefined) return context.skip(whyNot)
    const folder = join(disk, 'vault')
    const profile = sampleProfile()
    const { store } = await openVaultIn(folder, keyStore)
    await store.save(profile)
    await writeFile(join(disk, 'filler'), Buffer.alloc(64 * 1024)).catch(() => {})
    const before = await filesBelow(folder)

    const next = withToken(profile, 'x'.repeat(6000))
    await expect(store.save(next)).rejects.toEqual(notSaved('disk-full'))
    await expect(store.save(sampleProfile())).rejects.toEqual(notSaved('disk-full'))
    expect(await filesBelow(folder)).toEqual(before)

    await rm(join(disk, 'filler'))
    await store.save(next)
    expect((await openVaultIn(folder, keyStore)).profiles).toEqual([next])
  })

  it('creates its vault when there is room at last', async (context) => {
    if (whyNot !== undefined) return context.skip(whyNot)
    const folder = join(disk, 'vault')
    const profile = sampleProfile()
    await writeFile(join(disk, 'filler'), Buffer.alloc(64 * 1024)).catch(() => {})
    const { store } = await openVaultIn(folder, keyStore)
    await expect(store.save(profile)).rejects.toEqual(notSaved('disk-full'))
    await rm(join(disk, 'filler'))
    await store.save(profile)
    expect((await openVaultIn(folder, keyStore)).profiles).toEqual([profile])
  })

  it('says that it can only be read', async (context) => {
    if (whyNot !== undefined) return context.skip(whyNot)
    const folder = join(disk, 'vault')
    const profile = sampleProfile()
    await (await openVaultIn(folder, keyStore)).store.save(profile)
    await writeFile(join(folder, 'records', `${sampleProfile().id}.json`), 'damaged')
    await execute('mount', ['-o', 'remount,ro', disk])
    const { store, profiles } = await openVaultIn(folder, keyStore)
    expect(profiles).toEqual([profile])
    expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 1 })
    await expect(store.save(profile)).rejects.toEqual(notSaved('not-writable'))
    await expect(store.remove(profile.id)).rejects.toEqual(notSaved('not-writable'))
  })
})

describe('a folder that goes away', () => {
  const vault = useVault()

  it('is reported missing, and not replaced by a new one', async () => {
    const profile = sampleProfile()
    const { store } = await vault.open()
    await store.save(profile)
    await rename(vault.folder, `${vault.folder}-away`)
    await expect(store.save(profile)).rejects.toEqual(notSaved('folder-missing'))
    await expect(store.remove(profile.id)).rejects.toEqual(notSaved('folder-missing'))
    await rename(`${vault.folder}-away`, vault.folder)
    await store.save(withToken(profile, 'back'))
    expect((await vault.open()).profiles).toEqual([withToken(profile, 'back')])
  })
})
