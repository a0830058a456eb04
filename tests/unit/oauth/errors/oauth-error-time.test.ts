import { expect, it } from 'vitest'
import { readTokenResponse } from '../../../../src/main/oauth/response/token-response.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

it('a refusal is understood in no time, however long the tokens of the profile are', () => {
  const secrets = [
    Array.from({ length: 100_000 }, (_, at) => ((at * 7919) % 9973).toString(36)).join(''),
  ]
  const body = new TextEncoder().encode('{"error":"invalid_client"}')
  const answer = { status: 401, headers: { 'content-type': 'application/json' }, body }
  const context = { grantType: 'refreshToken', now: 0, rules: [], secrets } as const
  expect(timeOf(() => readTokenResponse(answer, context), 50)).toBeLessThan(50)
})
