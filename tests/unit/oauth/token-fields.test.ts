import { describe, expect, it } from 'vitest'
import { readScope, readTokenType } from '../../../src/main/oauth/token-fields.ts'

describe('a scope', () => {
  it('of a hundred thousand words is none that anybody could read', () => {
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
