import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decodeChecked } from '../../../src/main/vault/checked-json.ts'
import { recordFormat } from '../../../src/main/vault/migrations.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { mountSmallDisk, type SmallDisk } from '../../support/disks/small-disk.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { openVaultIn } from './vault-fixture.ts'

const kib = 1024
/** More than a first save needs: a record of 32 KiB and two vault files. */
const steps = 32
const profile = sampleProfile()
const keyStore = createFakeKeyStore()
const token = (name: string) => `${name}-${'x'.repeat(16_000)}`

async function isSaved(disk: SmallDisk, name: string): Promise<boolean> {
  const { store } = await openVaultIn(join(disk.folder, 'vault'), keyStore)
  try {
    await store.save(withToken(profile, token(name)))
    return true
  } catch (error) {
    expect(error).toEqual(new Failure({ code: 'not-saved', reason: 'disk-full' }))
    return false
  } finally {
    await store.close()
  }
}

/** What the next start finds; every file that has a place of its own must be whole. */
async function nextStart(disk: SmallDisk): Promise<string | undefined> {
  const folder = join(disk.folder, 'vault')
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.filter((each) => each.endsWith('.json') && each !== 'lock.json')) {
    const text = await readFile(join(folder, name), 'utf8')
    expect(decodeChecked(text, recordFormat).kind).toBe('good')
  }
  const { store, profiles } = await openVaultIn(folder, keyStore)
  expect(store.view().quarantined).toBe(0)
  await store.close()
  return tokenOf(profiles[0])
}

describe.each(['tmpfs', 'ext4'] as const)('a nearly full %s', (kind) => {
  async function sweep(
    work: (disk: SmallDisk, free: number) => Promise<boolean>,
  ): Promise<readonly boolean[] | undefined> {
    const disk = await mountSmallDisk(kind, kib)
    if (disk === undefined) return undefined
    try {
      const saved: boolean[] = []
      for (let free = 0; free < steps; free += 1) saved.push(await work(disk, free))
      return saved
    } finally {
      await disk.unmount()
    }
  }

  /** Too little room at first, and enough in the end. */
  function expectBoth(saved: readonly boolean[]): void {
    expect(saved[0]).toBe(false)
    expect(saved.at(-1)).toBe(true)
  }

  it('keeps the last saved state at every amount of free space, in steps of 4 KiB', async (context) => {
    let last = ''
    const saved = await sweep(async (disk, free) => {
      if (free === 0) {
        for (const name of ['oldest', 'old']) expect(await isSaved(disk, name)).toBe(true)
        last = 'old'
      }
      await disk.leaveFree(free)
      const isNew = await isSaved(disk, `new ${free}`)
      if (isNew) last = `new ${free}`
      expect(await nextStart(disk)).toBe(token(last))
      return isNew
    })
    if (saved === undefined) return context.skip(`only root can mount a small ${kind}`)
    expectBoth(saved)
  })

  it('makes a vault whole or says that it has not, in steps of 4 KiB', async (context) => {
    const saved = await sweep(async (disk, free) => {
      await rm(join(disk.folder, 'vault'), { recursive: true, force: true })
      await disk.leaveFree(free)
      const isNew = await isSaved(disk, `new ${free}`)
      expect(await nextStart(disk)).toBe(isNew ? token(`new ${free}`) : undefined)
      return isNew
    })
    if (saved === undefined) return context.skip(`only root can mount a small ${kind}`)
    expectBoth(saved)
  })
})
