import { describe, expect, it } from 'vitest'
import { readTokenResponse } from '../../../../src/main/oauth/response/token-response.ts'
import { outcome } from '../../../../src/shared/outcome.ts'
import { answeredAt, planted } from '../../../support/corpus/answer-case.ts'
import { failures } from '../../../support/corpus/failures.ts'

const secrets = Object.values(planted)

describe.each(failures.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const body = typeof each.body === 'string' ? new TextEncoder().encode(each.body) : each.body
  const { status, headers, grantType, rules = [] } = each
  const read = () =>
    readTokenResponse({ status, headers, body }, { grantType, rules, secrets, now: answeredAt })

  it('has the expected meaning', () => {
    expect(read()).toEqual(each.wanted)
  })

  it('is an outcome that the window knows and that shows no secret', () => {
    const reading = read()
    if (reading.kind === 'token') throw new Error('a token')
    expect(outcome.safeParse(reading.outcome).success).toBe(true)
    for (const secret of secrets) expect(JSON.stringify(reading)).not.toContain(secret)
  })
})

it('there are more than sixty, and no two of them have the same name', () => {
  expect(failures.length).toBeGreaterThan(60)
  expect(new Set(failures.map(({ name }) => name)).size).toBe(failures.length)
})
