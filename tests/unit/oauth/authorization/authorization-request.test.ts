import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuthorizationSettings,
  authorizationAddress,
  challengeOf,
  pushedAddress,
  pushedRequest,
  redirectUriOf,
} from '../../../../src/main/oauth/authorization/authorization-request.ts'
import { readPushedResponse } from '../../../../src/main/oauth/authorization/authorization-response.ts'
import type { ExtraParameter } from '../../../../src/shared/extra.ts'
import { seedOr } from '../../../support/deep.ts'
import { makeSettings, type SettingsOptions } from '../../../support/profiles/settings.ts'

const settingsOf = (changes: Partial<SettingsOptions> = {}) =>
  makeSettings({
    grantType: 'authorizationCode',
    clientAuthentication: 'none',
    scope: '',
    ...changes,
  }) as unknown as AuthorizationSettings

const attempt = {
  state: 'the-state',
  nonce: null,
  verifier: 'the-verifier',
  challenge: 'the-challenge',
  redirectUri: 'http://127.0.0.1:17842/callback',
  isForSomebodyElse: false,
  askedPrompt: null,
}
const parametersOf = (address: string) => new URL(address).searchParams
const extra = (name: string, sentWith: ExtraParameter['sentWith'], value = 'v') =>
  ({ secret: false, name, value, sentWith }) as ExtraParameter

describe('a code challenge', () => {
  it('is that of RFC 7636 appendix B', async () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'
    const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
    await expect(challengeOf('S256', verifier)).resolves.toBe(challenge)
    await expect(challengeOf('plain', verifier)).resolves.toBe(verifier)
    await expect(challengeOf('none', verifier)).resolves.toBeNull()
  })
})

describe('an authorization request', () => {
  it('has what the settings say, and nothing empty', () => {
    const settings = settingsOf({
      scope: 'openid read',
      responseMode: 'form_post',
      prompt: 'consent',
      loginHint: 'ada@example.org',
      audience: 'https://api.example',
      resource: 'https://a.example https://b.example',
      extraParameters: [
        extra('begin', 'authorizing'),
        extra('always', 'always'),
        extra('get', 'obtaining'),
        extra('renew', 'refreshing'),
      ],
    })
    const parameters = parametersOf(authorizationAddress(settings, { ...attempt, nonce: 'n' }))
    expect([...parameters]).toEqual([
      ['response_type', 'code'],
      ['client_id', 'the-client'],
      ['redirect_uri', 'http://127.0.0.1:17842/callback'],
      ['scope', 'openid read'],
      ['state', 'the-state'],
      ['code_challenge', 'the-challenge'],
      ['code_challenge_method', 'S256'],
      ['nonce', 'n'],
      ['response_mode', 'form_post'],
      ['prompt', 'consent'],
      ['login_hint', 'ada@example.org'],
      ['audience', 'https://api.example'],
      ['resource', 'https://a.example'],
      ['resource', 'https://b.example'],
      ['begin', 'v'],
    ])
    const bare = parametersOf(authorizationAddress(settingsOf(), { ...attempt, challenge: null }))
    expect([...bare.keys()]).toEqual(['response_type', 'client_id', 'redirect_uri', 'state'])
  })

  it('keeps the query of the endpoint, except for what it says itself', () => {
    const authorizationEndpoint = 'https://a.example/auth?tenant=a%2Fb&client_id=other&x'
    const address = authorizationAddress(settingsOf({ authorizationEndpoint }), attempt)
    expect(address).toMatch(/^https:\/\/a\.example\/auth\?tenant=a%2Fb&x&response_type=code&/)
    expect(parametersOf(address).getAll('client_id')).toEqual(['the-client'])
  })

  it('has each name once with any extra parameters and any endpoint', () => {
    const names = fc.constantFrom(
      ...['state', 'nonce', 'response_type', 'redirect_uri', 'code_challenge', 'prompt', 'x', 'é '],
    )
    fc.assert(
      fc.property(
        fc.uniqueArray(names),
        fc.array(names),
        fc.constantFrom('', 'consent'),
        fc.boolean(),
        (extras, query, prompt, isForSomebodyElse) => {
          const settings = settingsOf({
            scope: 'openid',
            prompt,
            extraParameters: extras.map((name) => extra(name, 'authorizing', 'evil')),
            authorizationEndpoint: `https://a.example/auth?${new URLSearchParams(
              [...new Set(query)]
                .filter((name) => !extras.includes(name))
                .map((name): [string, string] => [name, 'evil']),
            )}`,
          })
          const parameters = parametersOf(
            authorizationAddress(settings, { ...attempt, nonce: 'n', isForSomebodyElse }),
          )
          const keys = [...parameters.keys()]
          expect(new Set(keys).size).toBe(keys.length)
          expect(parameters.get('state')).toBe('the-state')
          expect(parameters.get('nonce')).toBe('n')
          expect(parameters.get('redirect_uri')).toBe(attempt.redirectUri)
          expect(parameters.get('code_challenge')).toBe('the-challenge')
          expect(parameters.get('response_type')).toBe('code')
        },
      ),
      { seed: seedOr(15) },
    )
  })

  it('never holds a secret of the profile', () => {
    const extraParameters: ExtraParameter[] = [
      { secret: true, name: 'key', sentWith: 'always' },
      { secret: true, name: 'other', sentWith: 'obtaining' },
    ]
    const parameters = parametersOf(authorizationAddress(settingsOf({ extraParameters }), attempt))
    expect([...parameters.keys()]).not.toEqual(expect.arrayContaining(['key']))
  })
})

describe('a redirect address', () => {
  it.each([
    ['http://127.0.0.1:17842/callback', 'http://127.0.0.1:17842/callback'],
    ['http://localhost:0/callback', 'http://localhost:50123/callback'],
    ['http://[::1]:0', 'http://[::1]:50123'],
    ['http://localhost:0?x=:0/', 'http://localhost:50123?x=:0/'],
    ['http://LOCALHOST:0/CallBack/', 'http://LOCALHOST:50123/CallBack/'],
    ['https://a.example:0/x', 'https://a.example:0/x'],
    ['urn:ietf:wg:oauth:2.0:oob', 'urn:ietf:wg:oauth:2.0:oob'],
  ])('%s is sent as %s', (address, sent) => {
    expect(redirectUriOf(address, 'http://localhost:50123/callback')).toBe(sent)
  })
})

describe('a pushed request', () => {
  const endpoint = 'https://auth.example/par'

  it('has the same parameters in a form, and the client as at the token endpoint', () => {
    const secrets = {
      clientSecret: 's',
      'parameter:always:key': 'k',
      'header:always:h': 'v',
    } as const
    const settings = settingsOf({
      bodyFormat: 'json',
      clientAuthentication: 'body',
      extraParameters: [{ secret: true, name: 'key', sentWith: 'always' }],
      extraHeaders: [
        { secret: true, name: 'h', sentWith: 'always' },
        { secret: false, name: 'r', value: 'x', sentWith: 'refreshing' },
      ],
    })
    const request = pushedRequest(settings, secrets, attempt, endpoint)
    expect(request).toMatchObject({ method: 'POST', url: endpoint })
    expect(request.headers).toEqual({
      accept: 'application/json',
      h: 'v',
      'content-type': 'application/x-www-form-urlencoded',
    })
    const sent = Object.fromEntries(new URLSearchParams(request.body))
    const inBrowser = Object.fromEntries(parametersOf(authorizationAddress(settings, attempt)))
    expect(sent).toEqual({ ...inBrowser, client_secret: 's', key: 'k' })
  })

  it.each([
    ['basic', endpoint, 'Basic dGhlLWNsaWVudDpz'],
    ['query', `${endpoint}?client_secret=s`, undefined],
    ['none', endpoint, undefined],
  ] as const)('names the client once with %s', (clientAuthentication, url, authorization) => {
    const settings = settingsOf({ clientAuthentication })
    const request = pushedRequest(settings, { clientSecret: 's' }, attempt, endpoint)
    expect(request.url).toBe(url)
    expect((request.headers as Record<string, string>)['authorization']).toBe(authorization)
    expect(new URLSearchParams(request.body).getAll('client_id')).toEqual(['the-client'])
    expect(request.body).not.toContain('client_secret')
  })

  it('leaves only its name for the browser', () => {
    expect([...parametersOf(pushedAddress(settingsOf(), 'urn:x:1'))]).toEqual([
      ['client_id', 'the-client'],
      ['request_uri', 'urn:x:1'],
    ])
  })

  it('is read as it was answered, and never throws', () => {
    const context = { grantType: 'authorizationCode', now: 0, rules: [], secrets: [] } as const
    const read = (status: number, body: unknown) =>
      readPushedResponse(
        {
          status,
          headers: { 'content-type': 'application/json' },
          body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
        },
        context,
      )
    const requestUri = 'urn:x:1'
    expect(read(201, { request_uri: requestUri, expires_in: 60 })).toEqual({
      kind: 'pushed',
      requestUri,
      expiresIn: 60,
    })
    for (const expiresIn of [undefined, -1, 0, 'soon', null]) {
      expect(read(200, { request_uri: requestUri, expires_in: expiresIn })).toEqual({
        kind: 'pushed',
        requestUri,
        expiresIn: null,
      })
    }
    expect(read(201, `{"request_uri":"urn:a","request_uri":"urn:b"}`).kind).toBe('outcome')
    expect(read(201, { request_uri: requestUri, error: 'invalid_request' }).kind).toBe('outcome')
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.json(), (status, body) => {
        expect(['pushed', 'outcome']).toContain(read(status, body).kind)
      }),
      { seed: seedOr(16) },
    )
  })
})
