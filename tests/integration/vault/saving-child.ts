import { writeSync } from 'node:fs'
import { createVault } from '../../../src/main/vault/vault.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { sampleProfile, tokenOf, withToken } from '../../support/ports/sample-profile.ts'

// Saves profiles in a loop until it is killed, and says on its output what is durable.
// Arguments: folder, key of the key store in hex, ids of the profiles.

const [folder = '', key = '', ...ids] = process.argv.slice(2)
const keyStore = createFakeKeyStore('strong', Buffer.from(key, 'hex'))
const vault = createVault({ folder, keyStore, log: createMemoryLog() })
const known = new Map((await vault.open()).map((profile) => [profile.id, tokenOf(profile)]))

async function saveForEver(id: string): Promise<void> {
  const profile = sampleProfile(`profile ${id}`, id)
  for (let count = Number(known.get(id) ?? 0) + 1; ; count += 1) {
    await vault.save(withToken(profile, String(count)))
    writeSync(1, `${id} ${count}\n`)
  }
}

await Promise.all(ids.map(saveForEver))
