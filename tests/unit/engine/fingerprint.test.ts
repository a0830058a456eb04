import { describe, expect, it } from 'vitest'
import {
  fingerprintOf,
  isFromSameGrant,
  isFromSameServer,
} from '../../../src/main/engine/fingerprint.ts'
import { settings } from '../../support/engine/drafts.ts'
import { optionsOf, type SettingsOptions, withSettings } from '../../support/profiles/settings.ts'

const base = fingerprintOf(settings, 0)
const changed = (changes: Partial<SettingsOptions>, revision = 0) =>
  fingerprintOf(withSettings(settings, changes), revision)

const parameter = { secret: false, name: 'a', value: '1', sentWith: 'always' } as const
const secretOne = { secret: true, name: 'a', sentWith: 'always' } as const

describe('a fingerprint', () => {
  it.each<[string, Partial<SettingsOptions>]>([
    ['the endpoint', { tokenEndpoint: 'https://other.example/token' }],
    ['the grant', { grantType: 'clientCredentials' }],
    ['the client authentication', { clientAuthentication: 'body' }],
    ['the Basic encoding', { basicEncoding: 'raw' }],
    ['the client', { clientId: 'another' }],
    ['the user', { userName: 'bob' }],
    ['the name of the user parameter', { userNameField: 'email_address' }],
    ['the scope', { scope: 'read' }],
    ['the audience', { audience: 'https://api.example' }],
    ['the resource', { resource: 'https://api.example' }],
    ['the body format', { bodyFormat: 'json' }],
    ['the refresh endpoint', { refreshEndpoint: 'https://auth.example/refresh' }],
    ['a parameter', { extraParameters: [parameter] }],
    ['a secret parameter', { extraParameters: [secretOne] }],
    ['a header', { extraHeaders: [parameter] }],
    ['a secret header', { extraHeaders: [secretOne] }],
  ])('changes with %s', (_, changes) => {
    expect(changed(changes)).not.toBe(base)
  })

  it('changes with a secret', () => {
    expect(changed({}, 1)).not.toBe(base)
  })

  it('does not change with what shapes no request', () => {
    expect(changed({ name: 'Other', presetId: 'semansys', keepFresh: false })).toBe(base)
    const tag = { name: 'Production', color: 'red' } as const
    expect(changed({ group: 'Finance', tag, apiAddress: 'https://api.example/me' })).toBe(base)
  })

  it.each<[string, Partial<SettingsOptions>]>([
    ['the issuer', { issuer: 'https://auth.example' }],
    ['the authorization endpoint', { authorizationEndpoint: 'https://auth.example/other' }],
    [
      'the endpoint for pushed requests',
      { pushedAuthorizationRequestEndpoint: 'https://a.example' },
    ],
    ['the redirect address', { redirectAddress: 'http://127.0.0.1:1/x' }],
    ['the code challenge', { codeChallengeMethod: 'plain' }],
    ['the response mode', { responseMode: 'form_post' }],
    ['the prompt', { prompt: 'consent' }],
    ['the account', { loginHint: 'ada@example.org' }],
    ['the expected issuer', { expectsIssuer: true }],
    ['the Origin', { sendsOrigin: true }],
  ])('of a sign-in with the browser changes with %s', (_, changes) => {
    const grantType = 'authorizationCode'
    expect(changed({ grantType, ...changes })).not.toBe(changed({ grantType }))
  })

  it('of a grant without a sign-in does not change with what only sign-ins use', () => {
    const server = {
      ...settings.server,
      issuer: 'https://auth.example',
      authorizationEndpoint: 'https://auth.example/authorize',
      deviceAuthorizationEndpoint: 'https://auth.example/device',
      revocationEndpoint: 'https://auth.example/revoke',
      jwksUri: 'https://auth.example/keys',
    }
    expect(fingerprintOf({ ...settings, server }, 0)).toBe(base)
  })

  it('of a sign-in does not change with what is asked about its token', () => {
    const own = withSettings(settings, { grantType: 'authorizationCode' })
    const server = {
      ...own.server,
      userinfoEndpoint: 'https://a.example',
      jwksUri: 'https://b.example',
    }
    expect(fingerprintOf({ ...own, server }, 0)).toBe(fingerprintOf(own, 0))
  })

  it('ignores what another setting makes irrelevant', () => {
    const body = changed({ clientAuthentication: 'body' })
    expect(changed({ clientAuthentication: 'body', basicEncoding: 'raw' })).toBe(body)
    const client = changed({ grantType: 'clientCredentials' })
    expect(changed({ grantType: 'clientCredentials', userName: 'x', userNameField: 'y' })).toBe(
      client,
    )
  })

  it('counts the scope also where a refresh token is all that the user has', () => {
    const grantType = 'refreshToken'
    expect(changed({ grantType, scope: 'x' })).not.toBe(changed({ grantType }))
  })

  it('counts with which requests an extra value is sent', () => {
    for (const extra of [parameter, secretOne]) {
      const all = (['always', 'obtaining', 'refreshing'] as const).flatMap((sentWith) => [
        changed({ extraParameters: [{ ...extra, sentWith }] }),
        changed({ extraHeaders: [{ ...extra, sentWith }] }),
      ])
      expect(new Set(all).size).toBe(6)
    }
  })

  it('does not change with what is sent as before', () => {
    expect(changed({ refreshEndpoint: optionsOf(settings).tokenEndpoint })).toBe(base)
    const inLowerCase = changed({ extraHeaders: [{ ...parameter, name: 'x-key' }] })
    expect(changed({ extraHeaders: [{ ...parameter, name: 'X-Key' }] })).toBe(inLowerCase)
  })

  it('distinguishes audience, resource and user', () => {
    const texts = [
      changed({ audience: 'x:y' }),
      changed({ resource: 'x:y' }),
      changed({ audience: 'x:y', resource: 'x:y' }),
      changed({ userName: '{"audience":"x:y"}' }),
    ]
    expect(new Set(texts).size).toBe(4)
  })

  it('can not be confused by where a text ends', () => {
    const one = changed({ userNameField: 'a', userName: 'b","c' })
    const other = changed({ userNameField: 'a","b', userName: 'c' })
    expect(one).not.toBe(other)
  })
})

describe('a token is', () => {
  it('from the same server only with the same endpoint and client', () => {
    expect(isFromSameServer(base, withSettings(settings, { scope: 'x', userName: 'y' }))).toBe(true)
    expect(isFromSameServer(base, withSettings(settings, { clientId: 'x' }))).toBe(false)
    expect(
      isFromSameServer(base, withSettings(settings, { tokenEndpoint: 'https://x.example' })),
    ).toBe(false)
  })

  it('from the same server wherever the user has its refresh tokens used', () => {
    expect(
      isFromSameServer(base, withSettings(settings, { refreshEndpoint: 'https://x.example' })),
    ).toBe(true)
  })

  it('from the same grant only with the same user, scope and target as well', () => {
    expect(isFromSameGrant(base, withSettings(settings, { clientAuthentication: 'body' }))).toBe(
      true,
    )
    expect(isFromSameGrant(base, withSettings(settings, { scope: 'x' }))).toBe(false)
    expect(isFromSameGrant(base, withSettings(settings, { userName: 'x' }))).toBe(false)
    expect(isFromSameGrant(base, withSettings(settings, { clientId: 'x' }))).toBe(false)
    expect(isFromSameGrant(base, withSettings(settings, { audience: 'x' }))).toBe(false)
    expect(isFromSameGrant(base, withSettings(settings, { resource: 'x:y' }))).toBe(false)
    expect(isFromSameGrant(base, withSettings(settings, { bodyFormat: 'json' }))).toBe(true)
  })
})
