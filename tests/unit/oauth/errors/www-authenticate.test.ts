import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  errorInChallenges,
  readChallenges,
} from '../../../../src/main/oauth/errors/www-authenticate.ts'
import { seedOr } from '../../../support/deep.ts'
import { timeOf } from '../../../support/pace/time-of.ts'

const read = (header: string | undefined) =>
  readChallenges(header).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)])

describe('a challenge', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['Basic', [['basic', {}]]],
    [
      'Negotiate, NTLM',
      [
        ['negotiate', {}],
        ['ntlm', {}],
      ],
    ],
    ['Basic realm="a, b"', [['basic', { realm: 'a, b' }]]],
    [
      'Bearer  realm = "x" , Error="invalid_token"',
      [['bearer', { realm: 'x', error: 'invalid_token' }]],
    ],
    ['Bearer error=invalid_client', [['bearer', { error: 'invalid_client' }]]],
    ['Basic realm="a\\"b\\\\"', [['basic', { realm: 'a"b\\' }]]],
    // RFC 9110 §11.6.1
    [
      'Basic realm="simple", Newauth realm="apps", type=1, title="Login to \\"apps\\""',
      [
        ['basic', { realm: 'simple' }],
        ['newauth', { realm: 'apps', type: '1', title: 'Login to "apps"' }],
      ],
    ],
    [
      'Negotiate YIIabc/+d==, Basic realm="x"',
      [
        ['negotiate', {}],
        ['basic', { realm: 'x' }],
      ],
    ],
    [',, Basic ,,', [['basic', {}]]],
  ])('%s is read', (header, challenges) => {
    expect(read(header)).toEqual(challenges)
  })

  it('may hold an error', () => {
    const challenges = readChallenges('Basic realm="a", Bearer error="x", error_description="why"')
    expect(errorInChallenges(challenges)).toEqual({ code: 'x', texts: ['why'] })
    expect(errorInChallenges(readChallenges('Basic realm="a"'))).toBeNull()
  })

  it('is read without a crash and in little time for any text', () => {
    fc.assert(
      fc.property(fc.string(), (header) => void readChallenges(header)),
      { seed: seedOr(3) },
    )
    for (const part of ['a="', 'a=', ',', 'Basic ', '"', '\\', 'a="b\\', ' ']) {
      const text = part.repeat(100_000)
      expect(timeOf(() => readChallenges(text), 1000)).toBeLessThan(1000)
    }
  })
})
