import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { basicCredentials } from '../../../src/main/oauth/client-authentication.ts'
import { buildTokenRequest, type TokenRequest } from '../../../src/main/oauth/token-request.ts'
import type { ProfileSettings } from '../../../src/shared/profile.ts'
import { settings } from '../../support/engine/drafts.ts'

const secrets = {
  clientSecret: 'the secret',
  password: 'the password',
  'parameter:api_key': 'the key',
} as const
const password = { grantType: 'password' } as const
const client = { grantType: 'client_credentials' } as const
const refresh = { grantType: 'refresh_token', refreshToken: 'the refresh token' } as const

const build = (changes: Partial<ProfileSettings>, grant: Parameters<typeof buildTokenRequest>[2]) =>
  buildTokenRequest({ ...settings, ...changes }, secrets, grant)

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
    expect(form(build({ grantType: 'refresh_token' }, refresh))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'the refresh token',
      scope: 'read write',
    })
  })

  it('leaves an empty scope out', () => {
    expect(form(build({ scope: '' }, client))).toEqual({ grant_type: 'client_credentials' })
  })

  it('carries extra parameters, with the values of the secret ones, in every grant', () => {
    const extraParameters = [
      { secret: false, name: 'audience', value: 'https://api.example' },
      { secret: true, name: 'api_key' },
    ] as const
    for (const grant of [password, client, refresh]) {
      expect(form(build({ extraParameters: [...extraParameters] }, grant))).toMatchObject({
        audience: 'https://api.example',
        api_key: 'the key',
      })
    }
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

describe('whatever the user typed arrives intact', () => {
  const special = fc.constantFrom(
    '+',
    '%',
    '&',
    '=',
    ':',
    '/',
    ' ',
    'é',
    '💶',
    '#',
    '?',
    '%2B',
    '\u00a0',
  )
  const text = fc
    .array(fc.oneof(special, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 })), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => parts.join(''))
  const typed = fc.record({
    id: text,
    secret: text,
    user: text,
    password: text,
    refreshToken: text,
    name: text,
    value: text,
    key: text,
  })
  const reserved = new Set([
    'grant_type',
    'refresh_token',
    'client_id',
    'client_secret',
    'username',
  ])

  const requestOf = (
    fields: typeof typed extends fc.Arbitrary<infer Value> ? Value : never,
    changes: Partial<ProfileSettings>,
    grantType: 'password' | 'refresh_token',
  ) =>
    buildTokenRequest(
      {
        ...settings,
        clientId: fields.id,
        userName: fields.user,
        scope: '',
        extraParameters: [
          { secret: false, name: fields.name, value: fields.value },
          { secret: true, name: 'api_key' },
        ],
        ...changes,
      },
      { clientSecret: fields.secret, password: fields.password, 'parameter:api_key': fields.key },
      grantType === 'password' ? { grantType } : { grantType, refreshToken: fields.refreshToken },
    )

  it('in the body', () => {
    fc.assert(
      fc.property(typed, (fields) => {
        fc.pre(!reserved.has(fields.name) && fields.name !== 'password')
        const request = requestOf(fields, { clientAuthentication: 'body' }, 'password')
        expect([...new URLSearchParams(request.body)].sort()).toEqual(
          [
            ['grant_type', 'password'],
            ['client_id', fields.id],
            ['client_secret', fields.secret],
            ['username', fields.user],
            ['password', fields.password],
            [fields.name, fields.value],
            ['api_key', fields.key],
          ].sort(),
        )
      }),
    )
  })

  it('in the query', () => {
    fc.assert(
      fc.property(typed, (fields) => {
        fc.pre(!reserved.has(fields.name))
        const request = requestOf(fields, { clientAuthentication: 'query' }, 'refresh_token')
        expect([...new URL(request.url).searchParams].sort()).toEqual(
          [
            ['grant_type', 'refresh_token'],
            ['client_id', fields.id],
            ['client_secret', fields.secret],
            ['refresh_token', fields.refreshToken],
            [fields.name, fields.value],
            ['api_key', fields.key],
          ].sort(),
        )
      }),
    )
  })

  it('in the Basic header', () => {
    const decode = (part: string) => new URLSearchParams(`x=${part}`).get('x')
    fc.assert(
      fc.property(typed, (fields) => {
        const encoded = decodeBasic(requestOf(fields, {}, 'refresh_token'))
        expect(encoded.split(':').map(decode)).toEqual([fields.id, fields.secret])
        const raw = decodeBasic(requestOf(fields, { basicEncoding: 'raw' }, 'refresh_token'))
        expect(raw).toBe(`${fields.id}:${fields.secret}`)
      }),
    )
  })
})
