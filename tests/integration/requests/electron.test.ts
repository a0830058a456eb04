import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildTokenRequest } from '../../../src/main/oauth/request/token-request.ts'
import { type ElectronHost, startElectronHost } from '../../support/ports/host/start-host.ts'
import { caseOf, choicesOf, clients, nameOf, runs, special } from '../../support/requests/cases.ts'
import { decodeHttp } from '../../support/requests/decode.ts'
import { expectRequest } from '../../support/requests/expect-request.ts'
import { type RawServer, startRawServer } from '../../support/requests/raw-server.ts'

let server: RawServer
let host: ElectronHost
beforeAll(async () => {
  server = await startRawServer(() => '{}')
  host = await startElectronHost()
})
afterAll(async () => {
  await host.stop()
  await server.close()
})

const combinations = runs.flatMap((run) =>
  clients.map((client) => [nameOf(run, client), run, client] as const),
)

it.each(combinations)('Electron sends every byte as it is for %s', async (_, run, client) => {
  // Those with something in every field, in both body formats.
  const full = choicesOf(run, client).filter(
    ({ hasScope, hasAudience, resources, extras }) =>
      hasScope && hasAudience && resources === 2 && extras === 'secret',
  )
  expect(full.length).toBeGreaterThan(1)
  for (const choice of full) {
    const { settings, secrets, grant, expected } = caseOf(choice, server.origin, special)
    const request = buildTokenRequest(settings, secrets, grant)
    const before = server.received.length
    const result = await host.http().send(request, new AbortController().signal)
    expect(result.kind).toBe('answer')
    expect(server.received.length).toBe(before + 1)
    expectRequest(decodeHttp(server.received.at(-1) ?? Buffer.alloc(0)), expected)
  }
})
