import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildTokenRequest } from '../../../src/main/oauth/request/token-request.ts'
import { createNodeHttp } from '../../support/ports/node-http.ts'
import { withSettings } from '../../support/profiles/settings.ts'
import { caseOf, choicesOf, clients, nameOf, runs, special } from '../../support/requests/cases.ts'
import { decodeHttp, headerOf } from '../../support/requests/decode.ts'
import { expectRequest } from '../../support/requests/expect-request.ts'
import { type RawServer, startRawServer } from '../../support/requests/raw-server.ts'

let server: RawServer
beforeAll(async () => {
  server = await startRawServer(() => '{}')
})
afterAll(() => server.close())

const http = createNodeHttp()
const { signal } = new AbortController()
const lastRequest = () => decodeHttp(server.received.at(-1) ?? Buffer.alloc(0))

it('form-encodes id and secret of the client before base64 (RFC 6749 §2.3.1)', async () => {
  const [run, client] = [runs[1], clients[0]]
  const [choice] = choicesOf(run, client)
  if (choice === undefined) return expect.fail('there is no such choice')
  const { settings, grant } = caseOf(choice, server.origin, special)
  const clientSecret = 'z/tZ9VwFZqApmIQ+ZH1I5pLk/uB4ud:X2/8bL+wfFTt1rFw='
  const request = buildTokenRequest(
    withSettings(settings, { clientId: '1PpG/Q 1' }),
    { clientSecret },
    grant,
  )
  await http.send(request, signal)
  expect(headerOf(lastRequest(), 'authorization')).toBe(
    'Basic MVBwRyUyRlErMTp6JTJGdFo5VndGWnFBcG1JUSUyQlpIMUk1cExrJTJGdUI0dWQlM0FYMiUyRjhiTCUyQndmRlR0MXJGdyUzRA==',
  )
})

describe('every field arrives, byte by byte, and nothing else does', () => {
  for (const run of runs) {
    for (const client of clients) {
      it(`for ${nameOf(run, client)}`, async () => {
        for (const choice of choicesOf(run, client)) {
          const { settings, secrets, grant, expected } = caseOf(choice, server.origin, special)
          const before = server.received.length
          const result = await http.send(buildTokenRequest(settings, secrets, grant), signal)
          expect(result.kind).toBe('answer')
          expect(server.received.length).toBe(before + 1)
          expectRequest(lastRequest(), expected)
        }
      })
    }
  }
})
