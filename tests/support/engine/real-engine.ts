import { createEngine } from '../../../src/main/engine/engine.ts'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import type { Delay } from '../../../src/main/engine/ports.ts'
import { createClock } from '../../../src/main/platform/clock.ts'
import { createDelay } from '../../../src/main/platform/delay.ts'
import { createRandom } from '../../../src/main/platform/random.ts'
import { createVerifier } from '../../../src/main/platform/signer.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import { createFakeKeyStore } from '../ports/fake-key-store.ts'
import { createFakeNetwork } from '../ports/fake-network.ts'
import { createNodeHttp } from '../ports/node-http.ts'
import { createMemoryLog } from './memory-log.ts'
import { createSignInParts } from './sign-in-parts.ts'

/**
 * The engine as the app has it: real time, real HTTP (Node's) and a real vault in
 * `folder`. Engines with the same key share what is in the folder. Only `changes` differ from it.
 */
export async function startRealEngine(
  folder: string,
  key: Uint8Array,
  changes: { readonly delay?: Delay } = {},
): Promise<Engine> {
  const log = createMemoryLog()
  const store = createVault({ folder, keyStore: createFakeKeyStore('strong', key), log })
  const engine = createEngine({
    ...createSignInParts().parts,
    verifier: createVerifier(),
    store,
    http: createNodeHttp(),
    network: createFakeNetwork(),
    clock: createClock(),
    delay: createDelay(createClock()),
    random: createRandom(),
    log,
    rulesOf: () => [],
    ...changes,
  })
  await engine.start().all
  return {
    ...engine,
    // The next one may be another process.
    async close() {
      await engine.close()
      await store.close()
    },
  }
}
