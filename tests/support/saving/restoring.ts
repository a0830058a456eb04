import { readFile } from 'node:fs/promises'
import { createBackups } from '../../../src/main/engine/backups.ts'
import type { RestorePlan } from '../../../src/main/engine/engine-api.ts'
import { createProfiles } from '../../../src/main/engine/profiles.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import { createMemoryLog } from '../engine/memory-log.ts'
import { createFakeKeyStore } from '../ports/fake-key-store.ts'
import { say, whenStarted } from './when-started.ts'

// Carries out the restore whose plan is in a file, and says `begun`, `step` whenever a profile
// has come, changed or gone, and what came of it.
// Arguments: folder of the vault, key of the key store in hex, the file, and after how many steps
// it stands still, if it is to: whoever kills it then finds it there, however late.

function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

whenStarted(async ([folder = '', key = '', file = '', last]) => {
  const log = createMemoryLog()
  const keyStore = createFakeKeyStore('strong', Buffer.from(key, 'hex'))
  let steps = 0
  const profiles = createProfiles(createVault({ folder, keyStore, log }), log, () => {
    say('step')
    steps += 1
    if (steps === Number(last)) standStill()
  })
  await profiles.load([], () => {})
  const { restore } = createBackups({ allProfiles: profiles, tokenRuns: { cancel: () => {} } })
  const plan: RestorePlan = JSON.parse(await readFile(file, 'utf8'))
  say('begun')
  say(JSON.stringify(await restore(plan)))
})
