import { expect, it } from 'vitest'
import { readTokenResponse } from '../../../src/main/oauth/token-response.ts'

it('a refusal is understood in no time, however long the tokens of the profile are', () => {
  const secrets = [
    Array.from({ length: 100_000 }, (_, at) => ((at * 7919) % 9973).toString(36)).join(''),
  ]
  const body = new TextEncoder().encode('{"error":"invalid_client"}')
  const answer = { status: 401, headers: { 'content-type': 'application/json' }, body }
  const from = performance.now()
  readTokenResponse(answer, { grantType: 'refresh_token', now: 0, rules: [], secrets })
  expect(performance.now() - from).toBeLessThan(50)
})
