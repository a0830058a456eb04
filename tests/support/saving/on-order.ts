import { createInterface } from 'node:readline'
import { createVault, type Vault } from '../../../src/main/vault/vault.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { createMemoryLog } from '../engine/memory-log.ts'
import { createFakeKeyStore } from '../ports/fake-key-store.ts'
import { sampleProfile, withToken } from '../ports/sample-profile.ts'
import { say, whenStarted } from './when-started.ts'

// Carries out orders from its standard input, one per line, and prints each result:
//   open FOLDER   opens the vault there
//   save TOKEN    saves the profile with that token
//   remove        removes the profile
// Arguments: key of the key store in hex, id of the profile.

function toldOf(cause: unknown): string {
  if (!(cause instanceof Failure)) throw cause
  return `failed ${cause.error.code}`
}

whenStarted(async ([key = '', id = '']) => {
  const keyStore = createFakeKeyStore('strong', Buffer.from(key, 'hex'))
  const profile = sampleProfile('Reports', id)
  let vault: Vault | undefined

  async function open(folder: string): Promise<void> {
    vault = createVault({ folder, keyStore, log: createMemoryLog() })
    await vault.open()
  }

  for await (const line of createInterface({ input: process.stdin })) {
    const [order = '', value = ''] = line.split(' ')
    try {
      if (order === 'open') await open(value)
      if (order === 'save') await vault?.save(withToken(profile, value))
      if (order === 'remove') await vault?.remove(id)
      say('done')
    } catch (cause) {
      say(toldOf(cause))
    }
  }
})
