import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealFile } from '../../../src/main/backup/age-file.ts'
import { createBackups } from '../../../src/main/backup/backups.ts'
import type { Answer, Order } from '../../../src/main/backup/orders.ts'
import { carryOut } from '../../../src/main/backup/work.ts'
import type { BackedUpProfile } from '../../../src/main/engine/backed-up-profile.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { backedUpProfile, cheap } from '../../support/backup/documents.ts'
import { deferred, startEngine } from '../../support/engine/engine-under-test.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { optionsOf, type SettingsOptions, withSettings } from '../../support/profiles/settings.ts'

const passphrase = 'three slow barges under a bridge'
const closed = new Failure({ code: 'backup-closed' })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backups-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Backups of an engine, with a user who chooses `chosen.path`. */
async function startBackups(names: readonly string[] = ['Reports']) {
  const world = await startEngine({ stored: names.map((name) => sampleProfile(name)) })
  const chosen: { path: string | undefined; asked: string[] } = {
    path: path.join(folder, 'backup.age'),
    asked: [],
  }
  const ofApp: { passphrase: string | null } = { passphrase: null }
  const work: { carryOut: (order: Order) => Promise<Answer | undefined> } = {
    carryOut: (order) => carryOut(order, cheap),
  }
  const backups = createBackups({
    engine: world.engine,
    presets,
    checkPassphrase: async (current) => {
      if (current !== ofApp.passphrase) throw new Failure({ code: 'wrong-passphrase' })
    },
    unreadableProfiles: () => 2,
    dialogs: {
      askWhereTo: async (fileName) => {
        chosen.asked.push(fileName)
        return chosen.path
      },
      askWhichFile: async () => chosen.path,
    },
    carryOut: (order) => work.carryOut(order),
    clock: world.clock,
    log: world.log,
  })
  return { ...world, backups, chosen, work, ofApp }
}

const unreadable = (problem: 'wrong-passphrase' | 'not-a-backup' | 'not-readable' | 'damaged') =>
  new Failure({ code: 'backup-unreadable', problem })

describe('backing up', () => {
  it('proposes a name with the day, and says what is in the file and what is not', async () => {
    const { backups, chosen } = await startBackups()
    expect(await backups.write(passphrase, null)).toEqual({
      kind: 'written',
      fileName: 'backup.age',
      count: 1,
      notIncluded: [],
      withoutRefreshToken: [],
      unreadableProfiles: 2,
    })
    expect(chosen.asked).toEqual([
      expect.stringMatching(/^Token Desk backup \d{4}-\d\d-\d\d\.age$/),
    ])
  })

  it('asks for the passphrase of the app first, if it has one', async () => {
    const { backups, chosen, ofApp } = await startBackups()
    ofApp.passphrase = 'seven quiet herons'
    const wrong = new Failure({ code: 'wrong-passphrase' })
    for (const guess of [null, passphrase, 'seven quiet heron']) {
      await expect(backups.write(passphrase, guess)).rejects.toEqual(wrong)
    }
    expect(chosen.asked).toEqual([])
    expect(await backups.write(passphrase, 'seven quiet herons')).toMatchObject({ kind: 'written' })
  })

  it('writes nothing where no place was chosen', async () => {
    const { backups, chosen } = await startBackups()
    chosen.path = undefined
    expect(await backups.write(passphrase, null)).toEqual({ kind: 'cancelled' })
  })

  it('leaves the file that was there when it can’t be encrypted', async () => {
    const { backups, chosen, work } = await startBackups()
    await writeFile(chosen.path ?? '', 'an older backup')
    work.carryOut = async () => undefined
    const failure = new Failure({ code: 'backup-not-written', reason: 'other' })
    await expect(backups.write(passphrase, null)).rejects.toEqual(failure)
    work.carryOut = async () => ({ kind: 'refused', problem: 'too-large' })
    const tooLarge = new Failure({ code: 'backup-not-written', reason: 'too-large' })
    await expect(backups.write(passphrase, null)).rejects.toEqual(tooLarge)
    expect(await readFile(chosen.path ?? '', 'utf8')).toBe('an older backup')
  })

  it('says so when the folder is gone', async () => {
    const { backups, chosen } = await startBackups()
    chosen.path = path.join(folder, 'gone', 'backup.age')
    const failure = new Failure({ code: 'backup-not-written', reason: 'folder-missing' })
    await expect(backups.write(passphrase, null)).rejects.toEqual(failure)
  })

  it('logs how many, and neither passphrase nor path', async () => {
    const { backups, log } = await startBackups()
    await backups.write(passphrase, null)
    expect(log.entries.at(-1)).toEqual({ event: 'backup-written', fields: { count: 1 } })
    expect(JSON.stringify(log.entries)).not.toMatch(/barges|backup\.age/)
  })
})

describe('restoring', () => {
  it('previews and restores on another computer', async () => {
    const home = await startBackups(['Reports', 'Billing'])
    await home.backups.write(passphrase, null)
    const { backups, chosen, engine, store } = await startBackups(['Came later'])
    chosen.path = home.chosen.path
    expect(await backups.choose()).toEqual({ kind: 'chosen', fileName: 'backup.age' })
    const preview = await backups.open(passphrase)
    expect(preview.fresh.map(({ name }) => name)).toEqual(['Reports', 'Billing'])
    expect(preview.missing.map(({ name }) => name)).toEqual(['Came later'])
    expect(store.writes).toBe(0)
    expect(await backups.restore({ kind: 'replace' })).toMatchObject({
      added: 2,
      removed: 1,
      stoppedBy: null,
    })
    expect(engine.profiles().map(({ settings }) => optionsOf(settings).name)).toEqual([
      'Reports',
      'Billing',
    ])
  })

  it('names the servers that secrets and tokens would newly go to', async () => {
    const { backups, work, engine } = await startBackups(['Reports'])
    const [mine] = engine.profiles()
    if (mine === undefined) throw new Error('There is no profile')
    const evil = 'https://collector.evil.test/take'
    const changed = (over: Partial<SettingsOptions>) => ({
      ...backedUpProfile('Changed'),
      id: mine.id,
      settings: withSettings(mine.settings, over),
    })
    const another = (name: string, over: Partial<SettingsOptions>) => {
      const profile = backedUpProfile(name)
      return {
        ...profile,
        settings: withSettings(profile.settings, { presetId: 'semansys', ...over }),
      }
    }
    const known = 'https://oidc.semansys.com/connect/token'
    const own = { tokenEndpoint: known, refreshEndpoint: '', apiAddress: '' }
    await writeFile(
      path.join(folder, 'backup.age'),
      await sealFile(Buffer.from('any'), passphrase, cheap),
    )
    const hostsOf = async (...profiles: BackedUpProfile[]) => {
      const document = { createdAt: 0, profiles, notIncluded: [] }
      work.carryOut = async () => ({ kind: 'opened', document })
      await backups.choose()
      const { elsewhere } = await backups.open(passphrase)
      return elsewhere.map(({ name, hosts }) => [name, hosts])
    }
    expect(await hostsOf(changed({ name: 'Renamed' }))).toEqual([])
    for (const field of ['tokenEndpoint', 'refreshEndpoint', 'apiAddress'] as const) {
      expect(await hostsOf(changed({ name: 'Moved', [field]: evil }))).toEqual([
        ['Moved', ['collector.evil.test']],
      ])
      expect(await hostsOf(another('Fresh', { ...own, [field]: evil }))).toEqual([
        ['Fresh', ['collector.evil.test']],
      ])
    }
    expect(await hostsOf(another('Fresh', own))).toEqual([])
  })

  it('asks for the passphrase as often as it takes, and changes nothing meanwhile', async () => {
    const { backups, store } = await startBackups()
    await backups.write(passphrase, null)
    await backups.choose()
    await expect(backups.open('another')).rejects.toEqual(unreadable('wrong-passphrase'))
    await expect(backups.restore({ kind: 'replace' })).rejects.toEqual(closed)
    expect(await backups.open(passphrase)).toMatchObject({ fresh: [], missing: [] })
    expect(store.writes).toBe(0)
  })

  it('removes nothing that was not shown, even if it came after the preview', async () => {
    const { backups, create, engine } = await startBackups(['Reports'])
    await backups.write(passphrase, null)
    await backups.choose()
    await backups.open(passphrase)
    const id = await create()
    expect(await backups.restore({ kind: 'replace' })).toMatchObject({ removed: 0 })
    expect(engine.profiles().map((profile) => profile.id)).toContain(id)
  })

  it('is over once it was closed, also while the file is being opened', async () => {
    const { backups, work } = await startBackups()
    await backups.write(passphrase, null)
    await backups.choose()
    const answer = deferred<undefined>()
    const open = work.carryOut
    work.carryOut = async (order) => {
      await answer.promise
      return open(order)
    }
    const opening = backups.open(passphrase)
    backups.close()
    answer.resolve(undefined)
    await expect(opening).rejects.toEqual(closed)
    await expect(backups.open(passphrase)).rejects.toEqual(closed)
    await expect(backups.restore({ kind: 'merge', different: 'keep' })).rejects.toEqual(closed)
  })

  it('calls a file that ends its process no backup', async () => {
    const { backups, work } = await startBackups()
    await backups.write(passphrase, null)
    await backups.choose()
    work.carryOut = async () => undefined
    await expect(backups.open(passphrase)).rejects.toEqual(unreadable('not-a-backup'))
  })

  it('says when a file can’t be read, and forgets the one before', async () => {
    const { backups, chosen } = await startBackups()
    await backups.write(passphrase, null)
    await backups.choose()
    chosen.path = path.join(folder, 'gone.age')
    await expect(backups.choose()).rejects.toEqual(unreadable('not-readable'))
    await expect(backups.open(passphrase)).rejects.toEqual(closed)
  })

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 and so on'), 'not-a-backup'],
    ['an age file for a key', Buffer.from('age-encryption.org/v1\n-> X25519 '), 'not-a-backup'],
    ['the beginning of a backup', Buffer.from('age-encryption.org/v1\n-> scr'), 'damaged'],
  ] as const)(
    'refuses %s as it is chosen, before a passphrase is typed',
    async (_, file, problem) => {
      const { backups, chosen, work, log } = await startBackups()
      work.carryOut = () => Promise.reject(new Error('nothing is to be decrypted'))
      await writeFile(chosen.path ?? '', file)
      await expect(backups.choose()).rejects.toEqual(unreadable(problem))
      expect(log.entries.at(-1)).toEqual({ event: 'backup-refused', fields: { reason: problem } })
      await expect(backups.open(passphrase)).rejects.toEqual(closed)
    },
  )

  it('stays with the file when the choice of another one is given up', async () => {
    const { backups, chosen } = await startBackups()
    await backups.write(passphrase, null)
    await backups.choose()
    chosen.path = undefined
    expect(await backups.choose()).toEqual({ kind: 'cancelled' })
    expect(await backups.open(passphrase)).toMatchObject({ same: [{ name: 'Reports' }] })
  })

  it('takes thousands of profiles', async () => {
    const { backups, work, engine } = await startBackups([])
    const profiles = Array.from({ length: 3000 }, (_, index) => backedUpProfile(`Profile ${index}`))
    work.carryOut = async () => ({
      kind: 'opened',
      document: { createdAt: 0, profiles, notIncluded: [] },
    })
    const file = await sealFile(Buffer.from('any'), passphrase, cheap)
    await writeFile(path.join(folder, 'backup.age'), file)
    await backups.choose()
    await backups.open(passphrase)
    expect(await backups.restore({ kind: 'replace' })).toMatchObject({ added: 3000 })
    expect(engine.profiles()).toHaveLength(3000)
  })
})
