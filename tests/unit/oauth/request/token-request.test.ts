import { describe, expect, it } from 'vitest'
import { basicCredentials } from '../../../../src/main/oauth/client-authentication/basic.ts'
import {
  buildTokenRequest,
  type TokenRequest,
} from '../../../../src/main/oauth/request/token-request.ts'
import { settings } from '../../../support/engine/drafts.ts'
import {
  optionsOf,
  type SettingsOptions,
  withSettings,
} from '../../../support/profiles/settings.ts'

const secrets = {
  clientSecret: 'the secret',
  password: 'the password',
  'parameter:always:api_key': 'the key',
  'parameter:refreshing:pin': 'the pin',
  'header:always:X-Key': 'the header key',
  'header:obtaining:X-Pin': 'the header pin',
} as const
const password = { kind: 'password' } as const
const client = { kind: 'clientCredentials' } as const
const refresh = { kind: 'refreshToken', refreshToken: 'the refresh token' } as const

const build = (changes: Partial<SettingsOptions>, grant: Parameters<typeof buildTokenRequest>[2]) =>
  buildTokenRequest(withSettings(settings, changes), secrets, grant)

const form = ({ body }: TokenRequest) => Object.fromEntries(new URLSearchParams(body))
const query = ({ url }: TokenRequest) => Object.fromEntries(new URL(url).searchParams)

const decodeBasic = (request: TokenRequest) =>
  Buffer.from((request.headers['authorization'] ?? '').replace('Basic ', ''), 'base64').toString()

describe('client authentication', () => {
  it('form-encodes id and secret before base64, as RFC 6749 §2.3.1 asks', () => {
    expect(
      basicCredentials('1PpG/Q 1', 'z/tZ9VwFZqApmIQ+ZH1I5pLk/uB4ud:X2/8bL+wfFTt1rFw=', 'form'),
    ).toBe(
      'Basic MVBwRyUyRlErMTp6JTJGdFo5VndGWnFBcG1JUSUyQlpIMUk1cExrJTJGdUI0dWQlM0FYMiUyRjhiTCUyQndmRlR0MXJGdyUzRA==',
    )
  })

  it('leaves a UUID as it is, because many servers do not decode', () => {
    const id = '6f9b1c1e-3f0a-4d6e-9a3b-0c7f5d2e8a11'
    const value = basicCredentials(id, 'a-b_c.d*e', 'form').slice('Basic '.length)
    expect(Buffer.from(value, 'base64').toString()).toBe(`${id}:a-b_c.d*e`)
  })

  it('takes id and secret as they are in UTF-8 if they are to be raw', () => {
    const value = basicCredentials('a b', 'é+%💶', 'raw').slice('Basic '.length)
    expect(Buffer.from(value, 'base64').toString('utf8')).toBe('a b:é+%💶')
  })

  it('never puts the secret into the body beside a Basic header', () => {
    const request = build({ clientAuthentication: 'basic' }, password)
    expect(decodeBasic(request)).toBe('the-client:the+secret')
    expect(form(request)).not.toHaveProperty('client_secret')
    expect(form(request)).not.toHaveProperty('client_id')
  })

  it('never sends a Basic header beside a secret in the body or the query', () => {
    for (const clientAuthentication of ['body', 'query', 'none'] as const) {
      expect(build({ clientAuthentication }, client).headers).not.toHaveProperty('authorization')
    }
  })

  it('names a public client in the body, if it has a name', () => {
    const named = build({ clientAuthentication: 'none' }, password)
    expect(form(named)).toMatchObject({ client_id: 'the-client' })
    expect(form(named)).not.toHaveProperty('client_secret')
    const nameless = build({ clientAuthentication: 'none', clientId: '' }, password)
    expect(form(nameless)).not.toHaveProperty('client_id')
  })
})

describe('a token request', () => {
  it('is a form-encoded POST that asks for JSON', () => {
    const request = build({}, password)
    expect(request.method).toBe('POST')
    expect(request.url).toBe('https://auth.example/token')
    expect(request.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    })
  })

  it('for a password names the user by the parameter that the server wants', () => {
    const request = build(
      { userNameField: 'email_address', clientAuthentication: 'body' },
      password,
    )
    expect(form(request)).toEqual({
      grant_type: 'password',
      client_id: 'the-client',
      client_secret: 'the secret',
      email_address: 'ada@example.org',
      password: 'the password',
      scope: 'read write',
    })
  })

  it('for client credentials names no user', () => {
    expect(form(build({}, client))).toEqual({
      grant_type: 'client_credentials',
      scope: 'read write',
    })
  })

  it('for a refresh names neither a scope nor a user', () => {
    expect(form(build({}, refresh))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'the refresh token',
    })
  })

  it('names the scope where a refresh token is all that the user has', () => {
    expect(form(build({ grantType: 'refreshToken' }, refresh))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'the refresh token',
      scope: 'read write',
    })
  })

  it('leaves an empty scope out', () => {
    expect(form(build({ scope: '' }, client))).toEqual({ grant_type: 'client_credentials' })
  })

  it('goes to the refresh endpoint with a refresh token alone', () => {
    const refreshEndpoint = 'https://auth.example/refresh'
    for (const grantType of ['password', 'refreshToken'] as const) {
      expect(build({ grantType, refreshEndpoint }, refresh).url).toBe(refreshEndpoint)
    }
    for (const grant of [password, client]) {
      expect(build({ refreshEndpoint }, grant).url).toBe(optionsOf(settings).tokenEndpoint)
    }
    const clientAuthentication = 'query'
    const inQuery = build({ refreshEndpoint, clientAuthentication }, refresh)
    expect(inQuery.url.startsWith(`${refreshEndpoint}?grant_type=refresh_token&`)).toBe(true)
  })

  it('does not go out without a secret that it needs', () => {
    const incomplete = () => buildTokenRequest(settings, { password: 'x' }, password)
    expect(incomplete).toThrow('the secret clientSecret is needed')
  })
})

describe('with everything in the query string', () => {
  const clientAuthentication = 'query'

  it('the body is empty and the address carries it all', () => {
    const request = build({ clientAuthentication, scope: '' }, refresh)
    expect(request.body).toBe('')
    expect(query(request)).toEqual({
      grant_type: 'refresh_token',
      client_id: 'the-client',
      client_secret: 'the secret',
      refresh_token: 'the refresh token',
    })
  })

  it('the user stays in the body', () => {
    const request = build({ clientAuthentication }, password)
    expect(form(request)).toEqual({ username: 'ada@example.org', password: 'the password' })
    expect(query(request)).not.toHaveProperty('password')
    expect(query(request)).not.toHaveProperty('username')
  })

  it.each([
    [
      'https://auth.example/token?tenant=a%20b',
      'https://auth.example/token?tenant=a%20b&grant_type=',
    ],
    ['https://auth.example/token?', 'https://auth.example/token?grant_type='],
    ['https://auth.example/token?a=1&', 'https://auth.example/token?a=1&grant_type='],
  ])('a query that is there already is kept: %s', (tokenEndpoint, start) => {
    expect(build({ clientAuthentication, tokenEndpoint }, client).url.startsWith(start)).toBe(true)
  })
})

describe('audience and resource', () => {
  const audience = 'https://api.example'
  const values = ({ body }: TokenRequest, name: string) => new URLSearchParams(body).getAll(name)

  it('are said in every request, in refreshes too', () => {
    for (const grant of [password, client, refresh]) {
      const request = build({ audience, resource: 'urn:a https://b.example/c' }, grant)
      expect(values(request, 'audience')).toEqual([audience])
      expect(values(request, 'resource')).toEqual(['urn:a', 'https://b.example/c'])
    }
  })

  it('are left out where they are empty', () => {
    const request = build({}, client)
    expect(values(request, 'audience')).toEqual([])
    expect(values(request, 'resource')).toEqual([])
  })

  it('in JSON are a string, or an array of several resources', () => {
    const json = (resource: string) =>
      JSON.parse(build({ bodyFormat: 'json', audience, resource }, client).body)
    expect(json('urn:a')).toMatchObject({ audience, resource: 'urn:a' })
    expect(json('urn:a urn:b')).toMatchObject({ audience, resource: ['urn:a', 'urn:b'] })
    expect(json('')).not.toHaveProperty('resource')
  })
})

describe('extra parameters and headers', () => {
  const extraParameters: SettingsOptions['extraParameters'] = [
    { secret: false, name: 'tenant', value: 'north', sentWith: 'obtaining' },
    { secret: true, name: 'api_key', sentWith: 'always' },
    { secret: true, name: 'pin', sentWith: 'refreshing' },
  ]
  const extraHeaders: SettingsOptions['extraHeaders'] = [
    { secret: false, name: 'X-Region', value: 'é 💶', sentWith: 'refreshing' },
    { secret: true, name: 'X-Key', sentWith: 'always' },
    { secret: true, name: 'X-Pin', sentWith: 'obtaining' },
  ]

  it('go with the requests that the user chose, secret ones with their values', () => {
    for (const grant of [password, client]) {
      const request = build({ extraParameters, extraHeaders }, grant)
      expect(form(request)).toMatchObject({ tenant: 'north', api_key: 'the key' })
      expect(form(request)).not.toHaveProperty('pin')
      expect(request.headers).toMatchObject({
        'x-key': 'the header key',
        'x-pin': 'the header pin',
      })
      expect(request.headers).not.toHaveProperty('x-region')
    }
    const request = build({ extraParameters, extraHeaders }, refresh)
    expect(form(request)).toMatchObject({ api_key: 'the key', pin: 'the pin' })
    expect(form(request)).not.toHaveProperty('tenant')
    expect(request.headers).toMatchObject({ 'x-key': 'the header key', 'x-region': 'é 💶' })
    expect(request.headers).not.toHaveProperty('x-pin')
  })

  it('need no secret of the other requests', () => {
    const { clientSecret, password: word } = secrets
    const some = {
      clientSecret,
      password: word,
      'parameter:always:api_key': 'k',
      'header:always:X-Key': 'k',
    } as const
    const all = withSettings(settings, { extraParameters, extraHeaders })
    expect(() => buildTokenRequest(all, some, password)).toThrow('header:obtaining:X-Pin')
    expect(() => buildTokenRequest(all, some, refresh)).toThrow('parameter:refreshing:pin')
    const withOne = { ...some, 'parameter:refreshing:pin': 'p' } as const
    expect(form(buildTokenRequest(all, withOne, refresh))).toMatchObject({ pin: 'p' })
  })

  it('may ask for another kind of answer, and never stand for what the request says itself', () => {
    const header = (name: string) =>
      ({ secret: false, name, value: 'other', sentWith: 'always' }) as const
    const request = build(
      { extraHeaders: [header('Accept'), header('Content-Type'), header('Authorization')] },
      client,
    )
    expect(request.headers).toMatchObject({
      accept: 'other',
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(decodeBasic(request)).toBe('the-client:the+secret')
  })
})

describe('a JSON body', () => {
  const bodyFormat = 'json'

  it('is one flat object of strings', () => {
    const request = build({ bodyFormat, clientAuthentication: 'body' }, password)
    expect(request.headers).toMatchObject({ 'content-type': 'application/json' })
    expect(JSON.parse(request.body)).toEqual({
      grant_type: 'password',
      client_id: 'the-client',
      client_secret: 'the secret',
      username: 'ada@example.org',
      password: 'the password',
      scope: 'read write',
    })
  })

  it('carries any name of a parameter', () => {
    const extra = { secret: false, name: '__proto__', value: 'x', sentWith: 'always' } as const
    const { body } = build({ bodyFormat, extraParameters: [extra] }, client)
    expect(body).toContain('"__proto__":"x"')
  })

  it('names no client beside a Basic header', () => {
    const request = build({ bodyFormat }, refresh)
    expect(decodeBasic(request)).toBe('the-client:the+secret')
    expect(JSON.parse(request.body)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'the refresh token',
    })
  })

  it('holds the user alone where the rest is in the query, or nothing', () => {
    const clientAuthentication = 'query'
    const withUser = build({ bodyFormat, clientAuthentication }, password)
    expect(JSON.parse(withUser.body)).toEqual({
      username: 'ada@example.org',
      password: 'the password',
    })
    expect(query(withUser)).toMatchObject({ client_secret: 'the secret', scope: 'read write' })
    expect(build({ bodyFormat, clientAuthentication }, client).body).toBe('{}')
  })
})
