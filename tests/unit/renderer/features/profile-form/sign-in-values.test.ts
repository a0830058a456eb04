import { describe, expect, it } from 'vitest'
import { draftOf } from '../../../../../src/renderer/features/profile-form/draft.ts'
import { foundValues } from '../../../../../src/renderer/features/profile-form/found-values.ts'
import { problemsIn } from '../../../../../src/renderer/features/profile-form/problems.ts'
import {
  mayHaveAnyPort,
  redirectRemarks,
  registeredAddress,
  withAnyPort,
} from '../../../../../src/renderer/features/profile-form/redirect-remarks.ts'
import { shownFields } from '../../../../../src/renderer/features/profile-form/shown-fields.ts'
import { grantValues } from '../../../../../src/renderer/features/profile-form/values.ts'
import { grantKinds } from '../../../../../src/shared/grants/facts.ts'
import { type Preset, presetFields } from '../../../../../src/shared/preset.ts'
import type { FoundSettings } from '../../../../../src/shared/server-metadata.ts'
import { openPreset } from '../../make.ts'
import { typed } from './typed.ts'

/** A provider that asks for everything. */
const fullPreset: Preset = {
  ...openPreset,
  fields: [...presetFields],
  grantTypes: [...grantKinds],
}
const nothingTyped = typed({ clientSecret: '', userName: '', password: '' })

describe('The choice of a grant', () => {
  it('proposes a public client for a sign-in, and takes it back', () => {
    const signIn = grantValues('authorizationCode', nothingTyped, fullPreset, [])
    expect(signIn).toEqual({ grantType: 'authorizationCode', clientAuthentication: 'none' })
    const back = grantValues('password', { ...nothingTyped, ...signIn }, fullPreset, [])
    expect(back).toEqual({ grantType: 'password', clientAuthentication: 'basic' })
  })

  it.each([
    ['a secret was typed', typed(), []],
    ['a secret is saved', nothingTyped, ['clientSecret'] as const],
    ['a method was chosen', { ...nothingTyped, clientAuthentication: 'body' } as const, []],
  ])('leaves the client alone where %s', (_why, values, saved) => {
    expect(grantValues('deviceCode', values, fullPreset, saved)).toEqual({
      grantType: 'deviceCode',
    })
  })

  it('stays with the method between two grants of sign-ins', () => {
    const values = {
      ...nothingTyped,
      grantType: 'deviceCode',
      clientAuthentication: 'none',
    } as const
    expect(grantValues('authorizationCode', values, fullPreset, [])).toEqual({
      grantType: 'authorizationCode',
    })
  })

  it('decides which endpoints are asked for, and only those are sent', () => {
    const values = typed({
      grantType: 'authorizationCode',
      authorizationEndpoint: 'https://login.example.com/authorize',
      deviceAuthorizationEndpoint: 'nonsense',
      loginHint: ' ada@example.com ',
    })
    expect(shownFields(fullPreset, values)).toContain('authorizationEndpoint')
    expect(shownFields(fullPreset, values)).not.toContain('deviceAuthorizationEndpoint')
    expect(problemsIn(values, fullPreset, [])).toEqual(new Map())
    const { settings } = draftOf(values, fullPreset, [])
    expect(settings.server).toEqual({
      tokenEndpoint: 'https://login.example.com/token',
      authorizationEndpoint: 'https://login.example.com/authorize',
    })
    expect(settings.grant).toMatchObject({
      kind: 'authorizationCode',
      loginHint: 'ada@example.com',
    })
  })

  it('asks for what a sign-in needs, also of a public client', () => {
    const values = typed({
      grantType: 'deviceCode',
      clientAuthentication: 'none',
      clientId: '',
      clientSecret: '',
    })
    expect(problemsIn(values, fullPreset, [])).toEqual(
      new Map([
        ['deviceAuthorizationEndpoint', 'required'],
        ['clientId', 'required'],
      ]),
    )
  })
})

describe('A redirect address', () => {
  const remarks = (redirectAddress: string, codeChallengeMethod: 'S256' | 'none' = 'S256') =>
    redirectRemarks({ redirectAddress, codeChallengeMethod, authorizationEndpoint: '' }).map(
      ({ kind }) => kind,
    )

  it.each([
    ['http://127.0.0.1:17842/callback', []],
    ['http://localhost:0/callback', []],
    ['http://localhost:8080/callback', ['busy-port']],
    ['http://localhost/callback', ['busy-port']],
    ['http://[::1]:443/callback', ['busy-port']],
    ['https://app.example.com/callback', ['to-paste', 'useless-to-others']],
    ['com.example.app:/callback', ['to-paste']],
    ['urn:ietf:wg:oauth:2.0:oob', ['to-paste']],
    ['nonsense', []],
    ['', []],
  ])('%s has the remarks %j', (address, expected) => {
    expect(remarks(address)).toEqual(expected)
  })

  it('on a page of others is no secret to them without PKCE', () => {
    expect(remarks('https://app.example.com/callback', 'none')).toContain('seen-by-others')
  })

  it.each([
    ['https://login.microsoftonline.com/common/oauth2/v2.0/authorize', '127.0.0.1', 'localhost'],
    ['https://login.xero.com/identity/connect/authorize', '[::1]', 'localhost'],
    ['https://slack.com/oauth/v2_user/authorize', '127.0.0.1', 'localhost'],
    ['https://shop.auth.eu-west-1.amazoncognito.com/oauth2/authorize', '127.0.0.1', 'localhost'],
    ['https://accounts.spotify.com/authorize', 'LOCALHOST', '127.0.0.1'],
  ])('at %s is not taken with %s, and is with %s', (authorizationEndpoint, typed, taken) => {
    const of = (host: string) =>
      redirectRemarks({
        redirectAddress: `http://${host}:17842/callback?x=localhost`,
        codeChallengeMethod: 'S256',
        authorizationEndpoint,
      })
    const address = `http://${taken}:17842/callback?x=localhost`
    expect(of(typed)).toEqual([{ kind: 'other-name', address }])
    expect(of(taken)).toEqual([])
    if (taken === '127.0.0.1') expect(of('[::1]')).toEqual([])
  })

  it.each([
    ['https://id.example/realms/shop/protocol/openid-connect/auth', true, false],
    ['https://accounts.spotify.com/authorize', true, false],
    ['https://accounts.google.com/o/oauth2/v2/auth', true, true],
    ['https://dev-1.okta.com/oauth2/v1/authorize', false, false],
  ])('may leave the port open at %s: by number %s, by name %s', (endpoint, byNumber, byName) => {
    const mayAt = (redirectAddress: string) =>
      mayHaveAnyPort({ redirectAddress, authorizationEndpoint: endpoint })
    expect(mayAt('http://127.0.0.1:17842/callback')).toBe(byNumber)
    expect(mayAt('http://localhost:17842/callback')).toBe(byName)
    expect(mayAt('http://localhost:0/callback')).toBe(true)
    expect(mayAt('https://localhost:17842/callback')).toBe(false)
  })

  it('may leave the port open where the server ignores it, and is registered without one', () => {
    const authorizationEndpoint = 'https://login.microsoftonline.com/acme/oauth2/v2.0/authorize'
    const redirectAddress = 'http://localhost:8080/callback'
    expect(mayHaveAnyPort({ redirectAddress, authorizationEndpoint })).toBe(true)
    expect(mayHaveAnyPort({ redirectAddress, authorizationEndpoint: '' })).toBe(false)
    const any = withAnyPort(redirectAddress, true)
    expect(any).toBe('http://localhost:0/callback')
    expect(mayHaveAnyPort({ redirectAddress: any, authorizationEndpoint: '' })).toBe(true)
    expect(registeredAddress(any)).toBe('http://localhost/callback')
    expect(registeredAddress(redirectAddress)).toBe(redirectAddress)
    expect(withAnyPort('http://[::1]:0/cb', false)).toBe('http://[::1]:17842/cb')
  })
})

describe('Found settings', () => {
  const found: FoundSettings = {
    document: 'https://login.example.com/.well-known/openid-configuration',
    server: {
      issuer: 'https://login.example.com',
      tokenEndpoint: 'https://login.example.com/oauth/token',
      authorizationEndpoint: 'https://login.example.com/authorize',
    },
    grants: ['authorizationCode', 'refreshToken'],
    listsGrants: true,
    clientAuthentications: [{ method: 'body' }],
    scopes: ['openid', 'offline_access'],
    codeChallengeMethods: ['S256'],
    responseModes: null,
    expectsIssuer: true,
  }
  const onto = (values = typed(), settings = found, scopes: readonly string[] = []) =>
    foundValues(settings, values, scopes, (kind) => grantValues(kind, values, fullPreset, []))

  it('fill in addresses, and name those that they replace or remove', () => {
    const { values, replaced } = onto(
      typed({
        revocationEndpoint: 'https://other.example/revoke',
        authorizationEndpoint: 'https://login.example.com/authorize',
        deviceAuthorizationEndpoint: 'https://login.example.com/device',
      }),
    )
    expect(values).toMatchObject({ ...found.server, revocationEndpoint: '', expectsIssuer: true })
    expect(values).not.toHaveProperty('deviceAuthorizationEndpoint')
    expect(replaced).toEqual(['revocationEndpoint', 'tokenEndpoint'])
  })

  it('choose a grant that the server offers, if it lists them', () => {
    expect(onto().grantType).toBe('authorizationCode')
    expect(onto(typed(), { ...found, listsGrants: false }).grantType).toBeNull()
    expect(
      onto(typed(), { ...found, grants: ['password', 'authorizationCode'] }).grantType,
    ).toBeNull()
  })

  it('choose a client authentication that the server takes, but leave a public client', () => {
    const keeping = { ...found, listsGrants: false }
    expect(onto(typed(), keeping).values.clientAuthentication).toBe('body')
    const taken: FoundSettings = {
      ...keeping,
      clientAuthentications: [{ method: 'body' }, { method: 'basic', encoding: 'form' }],
    }
    expect(onto(typed(), taken).values).not.toHaveProperty('clientAuthentication')
    const open = typed({ clientAuthentication: 'none' })
    expect(onto(open, keeping).values).not.toHaveProperty('clientAuthentication')
    expect(onto(nothingTyped).values.clientAuthentication).toBe('none')
  })

  it('add the chosen scopes once, and keep those that were typed', () => {
    const { values } = onto(typed({ scope: 'read  openid' }), found, ['openid', 'offline_access'])
    expect(values.scope).toBe('read openid offline_access')
  })

  it('keep PKCE as it is unless the server lists other methods alone', () => {
    const method = (codeChallengeMethods: FoundSettings['codeChallengeMethods']) =>
      onto(typed(), { ...found, codeChallengeMethods }).values.codeChallengeMethod
    expect(method(null)).toBe('S256')
    expect(method(['plain', 'S256'])).toBe('S256')
    expect(method(['plain'])).toBe('plain')
  })
})
