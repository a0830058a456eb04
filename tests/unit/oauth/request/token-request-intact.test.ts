import fc from 'fast-check'
import { describe, it } from 'vitest'
import {
  buildTokenRequest,
  type TokenRequest,
} from '../../../../src/main/oauth/request/token-request.ts'
import { seedOr } from '../../../support/deep.ts'
import { caseOf, choicesOf, clients, nameOf, runs } from '../../../support/requests/cases.ts'
import type { HttpMessage } from '../../../support/requests/decode.ts'
import { expectRequest } from '../../../support/requests/expect-request.ts'

/** Returns the values that a server gets over a correct HTTP connection. */
function messageOf({ method, url, headers, body }: TokenRequest): HttpMessage {
  const [address = '', query = null] = url.split('?')
  const path = new URL(address).pathname
  return { method, path, query, headers: Object.entries(headers), body: Buffer.from(body) }
}

const special = ['+', '%', '&', '=', ':', '/', ' ', 'é', '💶', '#', '?', '%2B', '"', '\\', '\u00a0']
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(...special),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('any text typed into any field arrives intact', () => {
  for (const run of runs) {
    for (const client of clients) {
      it(`for ${nameOf(run, client)}`, () => {
        const choice = fc.constantFrom(...choicesOf(run, client))
        fc.assert(
          fc.property(choice, typed, (chosen, text) => {
            const write = (label: string) => `${label}${text}${label}`
            const { settings, secrets, grant, expected } = caseOf(
              chosen,
              'https://auth.example',
              write,
            )
            expectRequest(messageOf(buildTokenRequest(settings, secrets, grant)), expected)
          }),
          { numRuns: 40, seed: seedOr(6749) },
        )
      })
    }
  }
})
