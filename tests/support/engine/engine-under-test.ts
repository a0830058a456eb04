import { createEngine } from '../../../src/main/engine/engine.ts'
import type { EngineChange } from '../../../src/main/engine/engine-api.ts'
import type { RulesOf } from '../../../src/main/engine/ports.ts'
import type { PlanOf } from '../../../src/main/engine/run-plans.ts'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import type { ProfileDraft, ProfileId } from '../../../src/shared/profile.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'
import { createFakeDelay } from '../ports/fake-delay.ts'
import { createFakeNetwork } from '../ports/fake-network.ts'
import { draftOf } from './drafts.ts'
import { createFakeHttp, json } from './fake-http.ts'
import { createFixedRandom } from './fixed-random.ts'
import { createManualClock } from './manual-clock.ts'
import { createMemoryLog } from './memory-log.ts'
import { createMemoryStore } from './memory-store.ts'
import { createSignInParts } from './sign-in-parts.ts'

interface Beginning {
  /** What the providers document. */
  readonly rulesOf?: RulesOf
  /** Chooses the plan of each run, in the place of the profile's grant. */
  readonly planOf?: PlanOf
  readonly stored?: readonly StoredProfile[]
  /** Of `stored`: the others are read when `readOthers` is called. */
  readonly first?: readonly ProfileId[]
  /** What the others wait for. */
  readonly pause?: (() => Promise<void>) | undefined
  /** Of all chance: 0 is no jitter and no spread. */
  readonly fraction?: number
}

/** A running engine in a world that a test plays: store, network, time, chance, log. */
export async function startEngine({
  stored = [],
  first = [],
  pause,
  fraction = 0,
  rulesOf = () => [],
  planOf,
}: Beginning = {}) {
  const store = createMemoryStore(stored)
  const http = createFakeHttp()
  const network = createFakeNetwork()
  const clock = createManualClock()
  const delay = createFakeDelay()
  const signIns = createSignInParts()
  const log = createMemoryLog()
  const engine = createEngine({
    store,
    http,
    network,
    clock,
    delay,
    ...signIns.parts,
    random: createFixedRandom(fraction),
    log,
    rulesOf,
    ...(planOf === undefined ? {} : { planOf }),
  })
  const changes: EngineChange[] = []
  engine.subscribe((change) => changes.push(change))
  const readOthers = first.length > 0 ? store.holdReading() : () => {}
  const loading = engine.start(first, pause)
  await (first.length > 0 ? loading.first : loading.all)

  return {
    engine,
    store,
    http,
    network,
    clock,
    delay,
    browser: signIns.browser,
    log,
    changes,
    loading,
    readOthers,
    create: (draft: ProfileDraft = draftOf()) => engine.create(draft, 'saved'),
    view: (id: ProfileId): ProfileView => {
      const found = engine.profiles().find((profile) => profile.id === id)
      if (found === undefined) throw new Error('there is no such profile')
      return found
    },
    /** What is on disk of a profile's secrets and token. */
    sealed: (id: ProfileId) => {
      const sealed = store.durable.get(id)?.sealed
      if (sealed === undefined || sealed === 'locked') throw new Error('nothing is on disk')
      return sealed
    },
  }
}

/** A server whose n-th answer is `access-n` with `refresh-n`, for an hour. */
export const rotating = (_: unknown, index: number) =>
  json(200, {
    access_token: `access-${index + 1}`,
    token_type: 'Bearer',
    expires_in: 3600,
    refresh_token: `refresh-${index + 1}`,
  })

/** The same without refresh tokens. */
export const repeating = (_: unknown, index: number) =>
  json(200, { access_token: `access-${index + 1}`, token_type: 'Bearer', expires_in: 3600 })

/** A promise that a test fulfils when it is time. */
export function deferred<Value>() {
  let settle: (value: Value) => void = () => {}
  const promise = new Promise<Value>((resolve) => {
    settle = resolve
  })
  return { promise, resolve: (value: Value) => settle(value) }
}
