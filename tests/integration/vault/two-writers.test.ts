import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FolderLock } from '../../../src/main/vault/lock-file.ts'
import { createVault, type Vault } from '../../../src/main/vault/vault.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'
import { buildSavingProgram, type SavingProgram } from '../../support/saving/program.ts'
import { useVault } from './vault-fixture.ts'

const keys = { keyStore: 'stays', passphrase: 'none' } as const
const changed = new Failure({ code: 'vault-changed' })
const profile = sampleProfile()

describe('two computers that share a folder and see no lock of each other', () => {
  const vault = useVault()
  const noLock: FolderLock = { hold: async () => true, release: async () => {} }

  async function openAnother(): Promise<{ store: Vault; tokens: readonly unknown[] }> {
    const options = { folder: vault.folder, keyStore: vault.keyStore, log: createMemoryLog() }
    const store = createVault(options, noLock)
    return { store, tokens: (await store.open()).map(tokenOf) }
  }

  async function begin(): Promise<readonly [Vault, Vault]> {
    const { store } = await openAnother()
    await store.save(withToken(profile, 'of both'))
    return [(await openAnother()).store, (await openAnother()).store]
  }

  it('refuse the second one who writes, and keep what the first one wrote', async () => {
    const [first, second] = await begin()
    await first.save(withToken(profile, 'of the first'))
    const before = await vault.files()
    await expect(second.save(withToken(profile, 'of the second'))).rejects.toEqual(changed)
    expect(await vault.files()).toEqual(before)
    expect((await openAnother()).tokens).toEqual(['of the first'])
  })

  it('let the second one write nothing more, not even other profiles, and tell it', async () => {
    const [first, second] = await begin()
    await first.save(withToken(profile, 'of the first'))
    await expect(second.remove(profile.id)).rejects.toEqual(changed)
    const protection = { kind: 'read-only', reason: 'changed-elsewhere' }
    expect(second.view()).toMatchObject({ protection, keys, quarantined: 0 })
    await expect(second.save(sampleProfile())).rejects.toEqual(changed)
    await first.save(withToken(profile, 'of the first again'))
    expect((await openAnother()).tokens).toEqual(['of the first again'])
  })

  it('do not write over a file that was put back to an older state', async () => {
    const { store } = await openAnother()
    await store.save(withToken(profile, 'old'))
    await cp(vault.folder, `${vault.folder}-backup`, { recursive: true })
    await store.save(withToken(profile, 'new'))
    await cp(`${vault.folder}-backup`, vault.folder, { recursive: true })
    await expect(store.save(withToken(profile, 'newer'))).rejects.toEqual(changed)
    expect((await openAnother()).tokens).toEqual(['old'])
  })

  it('do not make a second vault over the first, whose key would be lost', async () => {
    const [first, second] = [(await openAnother()).store, (await openAnother()).store]
    await first.save(withToken(profile, 'of the first'))
    await expect(second.save(sampleProfile())).rejects.toEqual(changed)
    expect((await openAnother()).tokens).toEqual(['of the first'])
  })

  it('set aside a file that was damaged meanwhile, and save as the next generation', async () => {
    const { store } = await openAnother()
    const current = vault.path('records', `${profile.id}.json`)
    await store.save(withToken(profile, 'first'))
    await store.save(withToken(profile, 'second'))
    const previous = await readFile(vault.path('records', `${profile.id}.previous.json`))
    await truncate(current, 100)
    await store.save(withToken(profile, 'third'))
    expect(Object.keys(await vault.files()).filter((name) => name.startsWith('quar'))).toHaveLength(
      1,
    )
    expect((await openAnother()).tokens).toEqual(['third'])
    expect(await readFile(vault.path('records', `${profile.id}.previous.json`))).toEqual(previous)
  })
})

describe('two processes with one vault', () => {
  const key = randomBytes(32)
  let parent = ''
  let program: SavingProgram
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), 'two-writers-'))
    program = await buildSavingProgram('on-order')
  })
  afterAll(async () => {
    await program.remove()
    await rm(parent, { recursive: true, force: true })
  })

  function start() {
    const child = program.start([key.toString('hex'), profile.id])
    return {
      ...child,
      async reply(order: string) {
        child.tell(order)
        return child.next()
      },
    }
  }

  it('are one writer and one refused with a reason, until the first has ended', async () => {
    const folder = join(await mkdtemp(join(parent, 'vault-')), 'vault')
    const [first, early, late] = [start(), start(), start()]
    expect(await first.reply(`open ${folder}`)).toBe('done')
    // Before there is anything, nobody can have it.
    expect(await early.reply(`open ${folder}`)).toBe('done')
    expect(await first.reply('save one')).toBe('done')
    expect(await late.reply(`open ${folder}`)).toBe('done')
    expect(await early.reply('save two')).toBe('failed vault-in-use')
    expect(await late.reply('save three')).toBe('failed vault-in-use')
    expect(await late.reply('remove')).toBe('failed vault-in-use')
    expect(await first.reply('save four')).toBe('done')

    await first.kill()
    expect(await late.reply(`open ${folder}`)).toBe('done')
    expect(await late.reply('save five')).toBe('done')
    expect(await early.reply('save six')).toBe('failed vault-in-use')
    await Promise.all([early.kill(), late.kill()])
    const store = createVault({
      folder,
      keyStore: createFakeKeyStore('strong', key),
      log: createMemoryLog(),
    })
    expect((await store.open()).map(tokenOf)).toEqual(['five'])
    expect(store.view()).toMatchObject({ protection: { kind: 'key-store' }, keys, quarantined: 0 })
    await store.close()
  })

  it('show the second one the profiles, locked, and change no file for it', async () => {
    const folder = join(await mkdtemp(join(parent, 'vault-')), 'vault')
    const first = start()
    await first.reply(`open ${folder}`)
    await first.reply('save one')
    const lock = await readFile(join(folder, 'lock.json'), 'utf8')
    const store = createVault({
      folder,
      keyStore: createFakeKeyStore('strong', key),
      log: createMemoryLog(),
    })
    expect(await store.open()).toMatchObject([{ id: profile.id, sealed: 'locked' }])
    const protection = { kind: 'read-only', reason: 'in-use' }
    expect(store.view()).toMatchObject({ protection, keys, quarantined: 0 })
    await store.close()
    expect(await readFile(join(folder, 'lock.json'), 'utf8')).toBe(lock)
    await first.kill()
  })
})
