import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/main/engine/engine.ts'
import { createClock } from '../../../src/main/platform/clock.ts'
import { createDelay } from '../../../src/main/platform/delay.ts'
import { createRandom } from '../../../src/main/platform/random.ts'
import { profileDraft, requiredSecrets } from '../../../src/shared/profile.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createMemoryStore } from '../../support/engine/memory-store.ts'
import { createSignInParts } from '../../support/engine/sign-in-parts.ts'
import { createFakeNetwork } from '../../support/ports/fake-network.ts'
import { createNodeHttp } from '../../support/ports/node-http.ts'
import {
  type Choice,
  caseOf,
  choicesOf,
  clients,
  nameOf,
  runs,
  special,
  type Write,
} from '../../support/requests/cases.ts'
import { decodeHttp } from '../../support/requests/decode.ts'
import { expectRequest } from '../../support/requests/expect-request.ts'
import { type RawServer, startRawServer } from '../../support/requests/raw-server.ts'

/** A refresh token that a server issues has visible ASCII alone (RFC 6749 appendix A.17). */
const write: Write = (label) => (label === 'refresh-token' ? `${label}+%&=:/"\\'~` : special(label))

const answer = JSON.stringify({
  access_token: 'the-access-token',
  token_type: 'Bearer',
  expires_in: 3600,
  refresh_token: write('refresh-token'),
})

let server: RawServer
beforeAll(async () => {
  server = await startRawServer(() => answer)
})
afterAll(() => server.close())

function startEngine() {
  return createEngine({
    ...createSignInParts().parts,
    store: createMemoryStore([]),
    http: createNodeHttp(),
    network: createFakeNetwork(),
    clock: createClock(),
    delay: createDelay(createClock()),
    random: createRandom(),
    log: createMemoryLog(),
    rulesOf: () => [],
  })
}

const lastRequest = () => decodeHttp(server.received.at(-1) ?? Buffer.alloc(0))

async function obtainAndRefresh(choice: Choice): Promise<void> {
  const obtaining = caseOf(choice, server.origin, write)
  const refreshing = caseOf(
    { ...choice, run: { ...choice.run, isRefresh: true } as Choice['run'] },
    server.origin,
    write,
  )
  const { settings, secrets } = obtaining
  const needed = new Set<string>(requiredSecrets(settings))
  const given = Object.entries(secrets).filter(([name]) => needed.has(name))
  const engine = startEngine()
  await engine.start().all
  try {
    const draft = profileDraft.parse({ settings, secrets: Object.fromEntries(given) })
    const id = await engine.create(draft, 'session')
    expect(await engine.obtain(id)).toEqual({ kind: 'obtained' })
    expectRequest(lastRequest(), obtaining.expected)
    expect(await engine.refresh(id)).toEqual({ kind: 'obtained' })
    expectRequest(lastRequest(), refreshing.expected)
  } finally {
    await engine.close()
  }
}

describe('the engine obtains and refreshes with exactly what the profile says', () => {
  const own = runs.filter(
    ({ grantType, isRefresh }) => isRefresh === (grantType === 'refreshToken'),
  )
  for (const run of own) {
    for (const client of clients) {
      it(`for ${nameOf(run, client)}`, async () => {
        const full = choicesOf(run, client).filter(
          ({ hasScope, hasAudience, resources, extras, hasRefreshEndpoint }) =>
            hasScope && hasAudience && resources === 2 && extras === 'secret' && hasRefreshEndpoint,
        )
        expect(full.length).toBeGreaterThan(1)
        for (const choice of full) await obtainAndRefresh(choice)
      })
    }
  }
})
