import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createBackups } from '../../../src/main/backup/backups.ts'
import { carryOut } from '../../../src/main/backup/work.ts'
import { cheap } from '../../support/backup/documents.ts'
import { deferred, startEngine } from '../../support/engine/engine-under-test.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'

const passphrase = 'three slow barges under a bridge'

it('a dialog that was left open over a lock does not overwrite a good backup with an empty one', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'backups-'))
  const world = await startEngine({ stored: [sampleProfile('Reports')] })
  world.store.setPassphrase(passphrase)
  const file = path.join(folder, 'backup.age')
  let answer: Promise<string | undefined> = Promise.resolve(file)
  const backups = createBackups({
    engine: world.engine,
    presets: [],
    checkPassphrase: async () => undefined,
    unreadableProfiles: () => 0,
    dialogs: { askWhereTo: () => answer, askWhichFile: async () => file },
    carryOut: (order) => carryOut(order, cheap),
    clock: world.clock,
    log: world.log,
  })
  await backups.write(passphrase, null)
  const good = await readFile(file)
  const dialog = deferred<string | undefined>()
  answer = dialog.promise
  const writing = backups.write(passphrase, null).catch((e) => e)
  await world.engine.lock(() => backups.close())
  dialog.resolve(file)
  expect(await writing).toMatchObject({ error: { code: 'vault-locked' } })
  expect(await readFile(file)).toEqual(good)
  await rm(folder, { recursive: true })
})
