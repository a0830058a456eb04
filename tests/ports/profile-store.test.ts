import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVault } from '../../src/main/vault/vault.ts'
import { createMemoryLog } from '../support/engine/memory-log.ts'
import { createMemoryStore } from '../support/engine/memory-store.ts'
import { createFakeKeyStore } from '../support/ports/fake-key-store.ts'
import { describeProfileStore } from '../support/ports/profile-store-suite.ts'

describeProfileStore('fake', async () => {
  const store = createMemoryStore()
  return {
    store,
    restart: () => createMemoryStore([...store.durable.values()]),
    stop: async () => {},
  }
})

describeProfileStore('vault', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'vault-'))
  const options = { folder, keyStore: createFakeKeyStore(), log: createMemoryLog() }
  return {
    store: createVault(options),
    restart: () => createVault(options),
    stop: () => rm(folder, { recursive: true, force: true }),
  }
})
