import { describe, expect, it } from 'vitest'
import { readTokenResponse } from '../../../../src/main/oauth/response/token-response.ts'
import { answerCases } from '../../../support/corpus/all-cases.ts'
import { type AnswerCase, answeredAt, planted } from '../../../support/corpus/answer-case.ts'

/** The HTTP port's maximum. */
const mebibyte = 2 ** 20

function read({ status, headers, body, grantType, rules = [] }: AnswerCase) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const answer = { status, headers, body: bytes.length > mebibyte ? 'too-large' : bytes } as const
  const secrets = Object.values(planted)
  return readTokenResponse(answer, { grantType, now: answeredAt, rules, secrets })
}

describe('the corpus of answers', () => {
  it('has at least 150 cases, each with a name of its own', () => {
    expect(answerCases.length).toBeGreaterThanOrEqual(150)
    expect(new Set(answerCases.map(({ name }) => name)).size).toBe(answerCases.length)
  })

  it.each(answerCases)('$name ($seen)', (answerCase) => {
    expect(read(answerCase)).toEqual(answerCase.wanted)
  })
})
