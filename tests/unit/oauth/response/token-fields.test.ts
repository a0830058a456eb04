import { describe, expect, it } from 'vitest'
import {
  readAccessToken,
  readRefreshToken,
  readScope,
  readTokenType,
} from '../../../../src/main/oauth/response/token-fields.ts'

import { timeOf } from '../../../support/pace/time-of.ts'

describe('a scope', () => {
  it('of a hundred thousand words is refused', () => {
    for (const scope of ['a '.repeat(100_000), ['a '.repeat(100_000)]]) {
      expect(readScope(scope)).toEqual({ value: null, deviations: ['scope-shape'] })
    }
  })

  it.each(['a,', ',a', 'a,,b', 'a,b c', 'a , b', ','])('%j is no list with commas', (scope) => {
    expect(readScope(scope)).toEqual({ value: scope.split(' '), deviations: [] })
  })
})

describe('a type of token', () => {
  it.each(['bearertoken', 'BEARERTOKEN', 'Application Access Token', 'Bot'])(
    '%s is a bearer token of a known server',
    (type) => expect(readTokenType(type)).toEqual({ value: type, deviation: 'token-type-case' }),
  )

  it.each(['Bearer Token', 'access token', 'botnet', 'jwt', 'Basic'])('%s is unknown', (type) => {
    expect(readTokenType(type)).toBeNull()
  })
})

describe('an access token', () => {
  it.each(['my-scope-token', 'error-1', 'nullable', 'Bearer-x', 'not.a.word', 'invalid_xyz'])(
    'is %s, which only resembles a word',
    (value) => {
      expect(readAccessToken(value)).toEqual({ kind: 'token', value, isTrimmed: false })
    },
  )

  it('keeps a blank at its end, which nothing proves to be left over', () => {
    expect(readAccessToken('abc ')).toEqual({ kind: 'token', value: 'abc ', isTrimmed: false })
  })

  it('of a megabyte is looked at once', () => {
    const megabyte = 2 ** 20
    const texts = [' '.repeat(megabyte), '\n '.repeat(megabyte / 2), 'Bearer '.repeat(megabyte / 7)]
    for (const text of texts) {
      const read = () => [readAccessToken(`${text}x`), readRefreshToken(`${text}x`)]
      expect(timeOf(read, 2000)).toBeLessThan(2000)
    }
  })
})
