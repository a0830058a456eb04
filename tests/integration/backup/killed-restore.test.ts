import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BackedUpProfile } from '../../../src/main/engine/backed-up-profile.ts'
import type { RestorePlan } from '../../../src/main/engine/engine-api.ts'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import { backedUpProfile } from '../../support/backup/documents.ts'
import { sized } from '../../support/deep.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { optionsOf } from '../../support/profiles/settings.ts'
import { buildSavingProgram, type SavingProgram } from '../../support/saving/program.ts'

/** Profiles of each kind. */
const count = 12
/** After how many steps a restore is killed; at 24 nothing has gone yet that is to go. */
const steps = sized({
  usual: [0, 2, 4, 8, 12, 23, 24, 32],
  deep: [0, 1, 2, 4, 8, 12, 16, 20, 23, 24, 25, 28, 32, 35, 36],
})

let parent = ''
let program: SavingProgram
beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'killed-restore-'))
  program = await buildSavingProgram('restoring')
})
afterAll(async () => {
  await program.remove()
  await rm(parent, { recursive: true, force: true })
})

/** As many profiles to be added, changed and removed. */
function beginning() {
  const edited = Array.from({ length: count }, (_, index) => sampleProfile(`Old ${index}`))
  const unwanted = Array.from({ length: count }, (_, index) => sampleProfile(`Unwanted ${index}`))
  const changes = edited.map(({ id }, index) => ({
    ...backedUpProfile(`New ${index}`, id),
    secrets: { password: `new-${index}` },
  }))
  const fresh = Array.from({ length: count }, (_, index) => backedUpProfile(`Fresh ${index}`))
  const plan: RestorePlan = {
    profiles: [...changes, ...fresh],
    different: 'take',
    remove: unwanted.map(({ id }) => id),
  }
  return { edited, unwanted, fresh, plan }
}

/** What a restore brings of a profile. */
function contentsOf({ settings, sealed }: StoredProfile) {
  return { settings, secrets: sealed === 'locked' ? sealed : sealed.secrets }
}

function openVault(folder: string, key: Uint8Array) {
  const keyStore = createFakeKeyStore('strong', key)
  return createVault({ folder, keyStore, log: createMemoryLog() })
}

test('a restore that is killed at any moment leaves each profile old or new, and can be run again', async () => {
  const stages = { untouched: 0, underWay: 0, removing: 0, done: 0 }
  for (const kill of steps) {
    const folder = path.join(parent, `vault-${kill}`)
    const key = randomBytes(32)
    const { edited, unwanted, fresh, plan } = beginning()
    const vault = openVault(folder, key)
    await vault.open()
    for (const profile of [...edited, ...unwanted]) await vault.save(profile)
    await vault.close()
    const file = path.join(parent, `plan-${kill}.json`)
    await writeFile(file, JSON.stringify(plan))

    const args = [folder, key.toString('hex'), file]
    // So that it gets no further than into the next step, however busy the machine is.
    const restoring = program.start([...args, String(kill + 1)])
    expect(await restoring.next()).toBe('begun')
    for (let step = 0; step < kill; step += 1) expect(await restoring.next()).toBe('step')
    await restoring.kill()

    const after = openVault(folder, key)
    const found = new Map((await after.open()).map((profile) => [profile.id, profile]))
    expect(after.view()).toMatchObject({ protection: { kind: 'key-store' }, quarantined: 0 })
    expect([...found.keys()].filter(after.isOlder)).toEqual([])
    await after.close()
    const isOld = (id: string) => {
      const stored = found.get(id)
      const before = edited.find((profile) => profile.id === id)
      return (
        stored !== undefined && isDeepStrictEqual(contentsOf(stored), before && contentsOf(before))
      )
    }
    const isEdited = ({ id }: BackedUpProfile) => edited.some((profile) => profile.id === id)
    const isNew = ({ id, settings, secrets }: BackedUpProfile) => {
      const stored = found.get(id)
      return stored !== undefined && isDeepStrictEqual(contentsOf(stored), { settings, secrets })
    }
    const come = plan.profiles.filter(isNew).length
    const third = plan.profiles.filter((profile) => {
      return !isNew(profile) && (found.has(profile.id) || isEdited(profile)) && !isOld(profile.id)
    })
    expect(third).toEqual([])
    const gone = unwanted.filter(({ id }) => !found.has(id)).length
    if (gone > 0) expect(come).toBe(edited.length + fresh.length)
    if (come === 0) stages.untouched += 1
    else if (come < plan.profiles.length) stages.underWay += 1
    else if (gone < unwanted.length) stages.removing += 1
    else stages.done += 1

    const again = program.start(args)
    expect(await again.next()).toBe('begun')
    let reported = ''
    for (let line = await again.next(); line !== undefined; line = await again.next())
      reported = line
    expect(JSON.parse(reported)).toMatchObject({ stoppedBy: null })
    expect(await again.ended).toBeNull()
    const last = openVault(folder, key)
    const names = (await last.open()).map(({ settings }) => optionsOf(settings).name)
    await last.close()
    expect(names.sort()).toEqual(
      plan.profiles.map(({ settings }) => optionsOf(settings).name).sort(),
    )
    await rm(folder, { recursive: true, force: true })
  }
  // Otherwise the test has seen no restore under way, and proves nothing.
  expect(stages.underWay).toBeGreaterThan(2)
  expect(stages.removing).toBeGreaterThan(0)
}, 300_000)
