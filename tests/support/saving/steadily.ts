import { readdirSync } from 'node:fs'
import { createVault } from '../../../src/main/vault/vault.ts'
import { createMemoryLog } from '../engine/memory-log.ts'
import { createFakeKeyStore } from '../ports/fake-key-store.ts'
import { sampleProfile, tokenOf, withToken } from '../ports/sample-profile.ts'
import { say, whenStarted } from './when-started.ts'

// Opens a vault, says as JSON what it found there, and saves profiles in a loop until it is
// killed. Of each save it says `ID COUNT` when it is durable, the count being in the token.
// Arguments: folder, key of the key store in hex, ids of the profiles.

whenStarted(async ([folder = '', key = '', ...ids]) => {
  const leftoversIn = () =>
    readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.tmp')).length
  const before = leftoversIn()
  const keyStore = createFakeKeyStore('strong', Buffer.from(key, 'hex'))
  const vault = createVault({ folder, keyStore, log: createMemoryLog() })
  const known = new Map((await vault.open()).map((each) => [each.id, Number(tokenOf(each))]))
  const { protection } = vault.view()
  const older = [...known.keys()].filter(vault.isOlder).length
  const quarantined = vault.view().quarantined + older
  const leftovers = { before, after: leftoversIn() }
  const counts = Object.fromEntries(known)
  say(JSON.stringify({ protection: protection.kind, quarantined, leftovers, counts }))

  async function saveForEver(id: string): Promise<void> {
    const profile = sampleProfile(`profile ${id}`, id)
    for (let count = (known.get(id) ?? 0) + 1; ; count += 1) {
      await vault.save(withToken(profile, String(count)))
      say(`${id} ${count}`)
    }
  }
  await Promise.all(ids.map(saveForEver))
})
