import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { createEngine } from '../../../src/main/engine/engine.ts'
import type { Http } from '../../../src/main/engine/ports.ts'
import { createDelay } from '../../../src/main/platform/delay.ts'
import { createRandom } from '../../../src/main/platform/random.ts'
import { createVault } from '../../../src/main/vault/vault.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'
import { createMemoryLog } from '../../support/engine/memory-log.ts'
import { createSignInParts } from '../../support/engine/sign-in-parts.ts'
import { makeSelfSigned } from '../../support/faults/certificates.ts'
import {
  type Fault,
  type FaultServer,
  startFaultServer,
} from '../../support/faults/fault-server.ts'
import { answering, greeting, head, RST } from '../../support/faults/faults.ts'
import { createFakeKeyStore } from '../../support/ports/fake-key-store.ts'
import { createFakeNetwork } from '../../support/ports/fake-network.ts'
import { type ElectronHost, startElectronHost } from '../../support/ports/host/start-host.ts'

const second = 1000
const minute = 60 * second

const token = '{"access_token":"abc","token_type":"Bearer","expires_in":3600}'
const page = '<html><title>Hotel Wi-Fi</title><form><input type="password"></form></html>'
const withBody = (status: string, type: string, body: string) =>
  answering(head(status, `Content-Type: ${type}`, `Content-Length: ${body.length}`), body)
const issuing = withBody('200 OK', 'application/json', token)
const redirecting = answering(
  head('302 Found', 'Location: http://portal.example/login', 'Content-Length: 0'),
)

let host: ElectronHost
let folder = ''
const key = randomBytes(32)
const servers: FaultServer[] = []
beforeAll(async () => {
  host = await startElectronHost()
})
afterAll(() => host.stop())
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'captive-portal-'))
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
  await rm(folder, { recursive: true, force: true })
})

async function serve(fault: Fault, scheme: 'http' | 'https' = 'http'): Promise<string> {
  const server = await startFaultServer(fault)
  servers.push(server)
  return `${scheme}://${server.host}/token`
}

/** The real HTTP adapter in a network where every name leads to `place`. */
function createNetworkWith(place: () => string): Http & { readonly sent: () => number } {
  const http = host.http()
  let sent = 0
  return {
    sent: () => sent,
    send: (request, signal) => {
      sent += 1
      return http.send({ ...request, url: place() }, signal)
    },
  }
}

/** An engine with a real vault and real requests, whose time a test turns. */
async function startEngine(http: Http, now?: number) {
  const log = createMemoryLog()
  const clock = createManualClock(now)
  const network = createFakeNetwork()
  const store = createVault({ folder, keyStore: createFakeKeyStore('strong', key), log })
  const engine = createEngine({
    ...createSignInParts().parts,
    store,
    http,
    network,
    clock,
    delay: createDelay(clock),
    random: createRandom(),
    log,
    rulesOf: () => [],
  })
  await engine.start().all
  return {
    engine,
    clock,
    network,
    viewOf: (id: ProfileId) => engine.profiles().find((profile) => profile.id === id),
    close: async () => {
      await engine.close()
      await store.close()
    },
  }
}

it.each<[string, () => Promise<string>]>([
  ['a name that DNS does not know', async () => 'http://auth.invalid/token'],
  ['a port where nothing listens', async () => 'http://127.0.0.1:1/token'],
  ['a redirect', () => serve(redirecting)],
  ['a sign-in page', () => serve(withBody('200 OK', 'text/html', page))],
  [
    'a page that asks the network’s users to sign in',
    () => serve(withBody('511 Network Authentication Required', 'text/html', page)),
  ],
  ['an untrusted certificate', () => serve({ ...redirecting, tls: makeSelfSigned() }, 'https')],
  ['http where https was asked for', () => serve(greeting('HTTP/1.1 400\r\n\r\n', RST), 'https')],
])('a password goes on after %s, on another network and across a restart', async (_, obstacle) => {
  const server = await serve(issuing)
  const portal = await obstacle()
  let place = server
  const http = createNetworkWith(() => place)
  const first = await startEngine(http)
  const id = await first.engine.create(draftOf(), 'saved')
  await expect(first.engine.obtain(id)).resolves.toEqual({ kind: 'obtained' })

  place = portal
  await first.clock.advance(58 * minute)
  await expect.poll(() => first.viewOf(id)?.activity.length).toBe(2)
  expect(first.viewOf(id)).toMatchObject({ waitsForNetwork: true, tokenRun: null })
  first.network.change()
  await first.clock.advance(30 * second)
  await expect.poll(() => first.viewOf(id)?.activity.length).toBe(3)
  expect(first.viewOf(id)).toMatchObject({ waitsForNetwork: true, tokenRun: null })
  const now = first.clock.now()
  await first.close()

  place = server
  const again = await startEngine(http, now)
  expect(again.viewOf(id)).toMatchObject({ waitsForNetwork: true })
  await again.clock.advance(30 * second)
  await expect.poll(() => again.viewOf(id)?.activity[0]?.outcome.kind).toBe('obtained')
  expect(again.viewOf(id)).toMatchObject({ waitsForNetwork: false })
  expect(http.sent()).toBe(4)
  await again.close()
})

it('a password that was sent without a response is not sent again after a network change', async () => {
  const server = await serve(issuing)
  const silent = await serve(answering(RST))
  let place = server
  const http = createNetworkWith(() => place)
  const first = await startEngine(http)
  const id = await first.engine.create(draftOf(), 'saved')
  await first.engine.obtain(id)
  place = silent
  await first.clock.advance(58 * minute)
  await expect.poll(() => first.viewOf(id)?.activity.length).toBe(2)
  place = server
  first.network.change()
  await first.clock.advance(24 * 60 * minute)
  const now = first.clock.now()
  await first.close()
  const again = await startEngine(http, now)
  again.network.change()
  await again.clock.advance(24 * 60 * minute)
  expect(again.viewOf(id)).toMatchObject({ waitsForNetwork: false, renewsAt: null })
  expect(http.sent()).toBe(2)
  await again.close()
})
