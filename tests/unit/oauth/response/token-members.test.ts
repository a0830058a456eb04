import { describe, expect, it } from 'vitest'
import { findTokenMembers } from '../../../../src/main/oauth/response/token-members.ts'

const none: ReadonlySet<string> = new Set()
const members = (object: object, repeated = none) => ({
  members: new Map<string, unknown>(Object.entries(object)),
  repeated,
})
const find = (outer: object, data?: object) =>
  findTokenMembers(members(outer), new Map(data === undefined ? [] : [['data', members(data)]]))

function valuesOf(found: ReturnType<typeof findTokenMembers>) {
  if (found === 'contradiction') throw new Error(found)
  return Object.fromEntries(found.values)
}

describe('the members of a token', () => {
  it('are those with the proper name, before all others with the same meaning', () => {
    const found = find({
      accessToken: 'a',
      access_token: 'a',
      tokenType: 'bearer',
      token_type: 'Bearer',
    })
    expect(valuesOf(found)).toEqual({ access_token: 'a', token_type: 'Bearer' })
  })

  it('are those with a value, before those that are null', () => {
    const found = find({ access_token: null, accessToken: 'a', refresh_token: null })
    expect(valuesOf(found)).toEqual({ access_token: 'a', refresh_token: null })
  })

  it('may be listed as scopes beside the scope', () => {
    expect(valuesOf(find({ access_token: 'a', scope: 'x y', scopes: ['x', 'y'] }))).toEqual({
      access_token: 'a',
      scope: 'x y',
    })
  })

  it('stand in data only where no access token stands outside by its name', () => {
    const data = { access_token: 'inside', refresh_token: 'r' }
    expect(valuesOf(find({ access_token: 'outside' }, data))).toEqual({ access_token: 'outside' })
    expect(valuesOf(find({ message: 'ok' }, data))).toEqual({
      access_token: 'inside',
      refresh_token: 'r',
    })
    expect(find({ token: 'outside' }, data)).toBe('contradiction')
  })

  it('contradict each other where one is in data twice, with any remainder', () => {
    const data = new Map([['data', members({ access_token: null }, new Set(['access_token']))]])
    expect(findTokenMembers(members({ token: 'a' }), data)).toBe('contradiction')
    expect(findTokenMembers(members({ access_token: 'a' }), data)).not.toBe('contradiction')
  })
})
