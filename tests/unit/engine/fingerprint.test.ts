import { describe, expect, it } from 'vitest'
import {
  fingerprintOf,
  isFromSameGrant,
  isFromSameServer,
} from '../../../src/main/engine/fingerprint.ts'
import type { ProfileSettings } from '../../../src/shared/profile.ts'
import { settings } from '../../support/engine/drafts.ts'

const base = fingerprintOf(settings, 0)
const changed = (changes: Partial<ProfileSettings>, revision = 0) =>
  fingerprintOf({ ...settings, ...changes }, revision)

describe('a fingerprint', () => {
  it.each<[string, Partial<ProfileSettings>]>([
    ['the endpoint', { tokenEndpoint: 'https://other.example/token' }],
    ['the grant', { grantType: 'client_credentials' }],
    ['the client authentication', { clientAuthentication: 'body' }],
    ['the Basic encoding', { basicEncoding: 'raw' }],
    ['the client', { clientId: 'another' }],
    ['the user', { userName: 'bob' }],
    ['the name of the user parameter', { userNameField: 'email_address' }],
    ['the scope', { scope: 'read' }],
    ['a parameter', { extraParameters: [{ secret: false, name: 'a', value: '1' }] }],
    ['a secret parameter', { extraParameters: [{ secret: true, name: 'a' }] }],
  ])('changes with %s', (_, changes) => {
    expect(changed(changes)).not.toBe(base)
  })

  it('changes with a secret', () => {
    expect(changed({}, 1)).not.toBe(base)
  })

  it('does not change with what shapes no request', () => {
    expect(changed({ name: 'Other', presetId: 'semansys', keepFresh: false })).toBe(base)
  })

  it('ignores what another setting makes irrelevant', () => {
    const body = changed({ clientAuthentication: 'body' })
    expect(changed({ clientAuthentication: 'body', basicEncoding: 'raw' })).toBe(body)
    const client = changed({ grantType: 'client_credentials' })
    expect(changed({ grantType: 'client_credentials', userName: 'x', userNameField: 'y' })).toBe(
      client,
    )
  })

  it('counts the scope also where a refresh token is all that the user has', () => {
    const grantType = 'refresh_token'
    expect(changed({ grantType, scope: 'x' })).not.toBe(changed({ grantType }))
  })

  it('can not be confused by where a text ends', () => {
    const one = changed({ userNameField: 'a', userName: 'b","c' })
    const other = changed({ userNameField: 'a","b', userName: 'c' })
    expect(one).not.toBe(other)
  })
})

describe('a token is', () => {
  it('from the same server only with the same endpoint and client', () => {
    expect(isFromSameServer(base, { ...settings, scope: 'x', userName: 'y' })).toBe(true)
    expect(isFromSameServer(base, { ...settings, clientId: 'x' })).toBe(false)
    expect(isFromSameServer(base, { ...settings, tokenEndpoint: 'https://x.example' })).toBe(false)
  })

  it('from the same grant only with the same user and scope as well', () => {
    expect(isFromSameGrant(base, { ...settings, clientAuthentication: 'body' })).toBe(true)
    expect(isFromSameGrant(base, { ...settings, scope: 'x' })).toBe(false)
    expect(isFromSameGrant(base, { ...settings, userName: 'x' })).toBe(false)
    expect(isFromSameGrant(base, { ...settings, clientId: 'x' })).toBe(false)
  })
})
