import { join } from 'node:path'
import { safeStorage } from 'electron'
import { createEngine } from '../../../src/main/engine/engine.ts'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import { createClock } from '../../../src/main/platform/clock.ts'
import { createDelay } from '../../../src/main/platform/delay.ts'
import { networkSystem } from '../../../src/main/platform/electron-system.ts'
import { createHttp } from '../../../src/main/platform/http.ts'
import { createKeyStore } from '../../../src/main/platform/key-store.ts'
import { createLog } from '../../../src/main/platform/log.ts'
import { createNetwork } from '../../../src/main/platform/network.ts'
import { createRandom } from '../../../src/main/platform/random.ts'
import { refusalRulesOf } from '../../../src/main/presets/index.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import { createSignInParts } from '../../support/engine/sign-in-parts.ts'

/** The engine of a data folder, put together as the app does. */
export async function openEngine(dataFolder: string): Promise<Engine> {
  const log = createLog(join(dataFolder, 'log.jsonl'))
  const store = createVault({
    folder: join(dataFolder, 'vault'),
    keyStore: createKeyStore({ safeStorage, clock: createClock() }),
    log,
  })
  const clock = createClock()
  const engine = createEngine({
    ...createSignInParts().parts,
    store,
    http: createHttp(),
    network: createNetwork(clock, networkSystem),
    clock,
    delay: createDelay(clock),
    random: createRandom(),
    log,
    rulesOf: refusalRulesOf,
  })
  await engine.start().all
  return engine
}
