import { request as httpRequest } from 'node:http'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type AuthorizationServer,
  startAuthorizationServer,
} from '../../../src/main/practice-server/authorization-server.ts'
import {
  createPageClient,
  isReturn,
  type PageClient,
  type Return,
  type ShownPage,
} from '../../support/authorization-server/page-client.ts'

let server: AuthorizationServer
let metadata: oauth.AuthorizationServer
beforeAll(async () => {
  server = await startAuthorizationServer()
  metadata = await discover(server)
})
afterAll(() => server.close())

// Every server here is on this computer.
const loopback = { [oauth.allowInsecureRequests]: true }

async function discover({ issuer }: AuthorizationServer): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer)
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, loopback))
}

const redirectUri = 'http://127.0.0.1:53201/callback'
const everything = 'openid profile email offline_access read write'

type Parameters = Readonly<Record<string, string>>

interface Attempt {
  readonly browser: PageClient
  readonly client: oauth.Client
  readonly authentication: oauth.ClientAuth
  readonly verifier: string
  readonly state: string
  readonly nonce: string
  readonly parameters: Parameters
  readonly first: ShownPage | Return
}

const addressOf = (parameters: Parameters) =>
  `${metadata.authorization_endpoint}?${new URLSearchParams(parameters)}`

async function begin(
  changes: Parameters = {},
  browser = createPageClient(server.issuer),
  isConfidential = false,
): Promise<Attempt> {
  const verifier = oauth.generateRandomCodeVerifier()
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()]
  const { access } = server
  const client = { client_id: isConfidential ? access.clientId : access.publicClientId }
  const authentication = isConfidential
    ? oauth.ClientSecretBasic(access.clientSecret)
    : oauth.None()
  const parameters = {
    client_id: client.client_id,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: everything,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...changes,
  }
  const first = await browser.open(addressOf(parameters))
  return { browser, client, authentication, verifier, state, nonce, parameters, first }
}

function shown(end: ShownPage | Return): ShownPage {
  if (isReturn(end)) throw new Error(`the browser has left: ${end.parameters.get('error')}`)
  return end
}

function returned(end: ShownPage | Return): Return {
  if (!isReturn(end)) throw new Error(`the browser shows: ${end.text}`)
  return end
}

/** Signs in as this person and allows everything. */
async function allow({ browser }: Attempt, person = 'Ada'): Promise<Return> {
  shown(await browser.click(`${person} Practice`))
  return returned(await browser.click('Allow'))
}

function exchange(attempt: Attempt, back: Return, verifier = attempt.verifier) {
  const { client, authentication, state } = attempt
  const parameters = oauth.validateAuthResponse(metadata, client, back.parameters, state)
  const uri = attempt.parameters['redirect_uri'] ?? ''
  return oauth.authorizationCodeGrantRequest(
    metadata,
    client,
    authentication,
    parameters,
    uri,
    verifier,
    loopback,
  )
}

async function tokensOf(attempt: Attempt, back: Return) {
  const response = await exchange(attempt, back)
  return oauth.processAuthorizationCodeResponse(metadata, attempt.client, response, {
    expectedNonce: attempt.nonce,
    requireIdToken: true,
  })
}

async function signIn(person = 'Ada', changes: Parameters = {}, isConfidential = false) {
  const attempt = await begin(changes, undefined, isConfidential)
  return { attempt, tokens: await tokensOf(attempt, await allow(attempt, person)) }
}

async function refresh(attempt: Attempt, token: string | undefined) {
  const { client, authentication } = attempt
  const response = await oauth.refreshTokenGrantRequest(
    metadata,
    client,
    authentication,
    token ?? '',
    loopback,
  )
  return oauth.processRefreshTokenResponse(metadata, client, response)
}

async function introspect({ client, authentication }: Attempt, token: string) {
  const response = await oauth.introspectionRequest(
    metadata,
    client,
    authentication,
    token,
    loopback,
  )
  return oauth.processIntrospectionResponse(metadata, client, response)
}

async function revoke({ client, authentication }: Attempt, token: string) {
  const response = await oauth.revocationRequest(metadata, client, authentication, token, loopback)
  return oauth.processRevocationResponse(response)
}

const hello = (token: string) =>
  fetch(`${server.issuer}/hello`, { headers: { authorization: `Bearer ${token}` } })

describe('a sign-in with the browser', () => {
  test.each([
    ['without a secret', false],
    ['with a secret', true],
  ])('of a client %s takes two clicks and brings all tokens', async (_how, isConfidential) => {
    const attempt = await begin({}, undefined, isConfidential)
    expect(shown(attempt.first).text).toContain('Nothing here is real')
    const back = await allow(attempt)
    expect(attempt.browser.clicks()).toBe(2)
    expect([back.address, back.method]).toEqual([redirectUri, 'GET'])
    expect(back.parameters.get('iss')).toBe(server.issuer)
    const tokens = await tokensOf(attempt, back)
    expect(oauth.getValidatedIdTokenClaims(tokens)).toMatchObject({
      sub: 'ada@practice.example',
      name: 'Ada Practice',
      email: 'ada@practice.example',
      email_verified: true,
    })
    expect(tokens.expires_in).toBe(300)
    expect((await hello(tokens.access_token)).status).toBe(200)
    const next = await refresh(attempt, tokens.refresh_token)
    expect(next.refresh_token).not.toBe(tokens.refresh_token)
    await expect(refresh(attempt, tokens.refresh_token)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test.each(['http://localhost:40001/callback', 'http://[::1]:40002/callback'])(
    'returns to %s, at any port, and no policy stops it',
    async (address) => {
      const attempt = await begin({ redirect_uri: address })
      const back = await allow(attempt)
      expect(back.address).toBe(address)
      await tokensOf(attempt, back)
    },
  )

  test('returns by a form if the request asks for one', async () => {
    const attempt = await begin({ response_mode: 'form_post' })
    const back = await allow(attempt)
    expect([back.address, back.method]).toEqual([redirectUri, 'POST'])
    await tokensOf(attempt, back)
  })

  test('may begin with a pushed request', async () => {
    const { client, authentication, parameters, ...rest } = await begin()
    const response = await oauth.pushedAuthorizationRequest(
      metadata,
      client,
      authentication,
      new URLSearchParams(parameters),
      loopback,
    )
    const pushed = await oauth.processPushedAuthorizationResponse(metadata, client, response)
    const address = addressOf({ client_id: client.client_id, request_uri: pushed.request_uri })
    const first = await rest.browser.open(address)
    const attempt = { ...rest, client, authentication, parameters, first }
    await tokensOf(attempt, await allow(attempt))
  })

  test('brings no refresh token unless it is asked for', async () => {
    const { tokens } = await signIn('Ada', { scope: 'openid read' })
    expect(tokens.refresh_token).toBeUndefined()
    expect(tokens.scope).toBe('read')
  })

  test('shows in plain words what is asked for, and only that', async () => {
    const { browser } = await begin({ scope: 'openid read' })
    const { text } = shown(await browser.click('Ada Practice'))
    expect(text).toContain('read your practice data')
    expect(text).not.toContain('change your practice data')
    expect(text).toContain('127.0.0.1:53201')
  })

  test.each([
    ['before a person is chosen', []],
    ['after that', ['Ada Practice']],
  ])('is refused by a click %s', async (_when, before) => {
    const { browser, state, client } = await begin()
    for (const button of before) await browser.click(button)
    const last = before.length === 0 ? 'I don’t want to sign in' : 'Don’t allow'
    const back = returned(await browser.click(last))
    expect(() => oauth.validateAuthResponse(metadata, client, back.parameters, state)).toThrow(
      expect.objectContaining({ error: 'access_denied' }),
    )
  })

  test('exchanges a code once, and the second attempt ends the tokens of the first', async () => {
    const attempt = await begin()
    const back = await allow(attempt)
    const { access_token } = await tokensOf(attempt, back)
    expect((await exchange(attempt, back)).status).toBe(400)
    expect((await hello(access_token)).status).toBe(401)
  })

  test('exchanges no code with another verifier', async () => {
    const attempt = await begin()
    const response = await exchange(
      attempt,
      await allow(attempt),
      oauth.generateRandomCodeVerifier(),
    )
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' })
  })

  test('of a client without a secret needs PKCE', async () => {
    const { first } = await begin({ code_challenge: '', code_challenge_method: '' })
    expect(returned(first).parameters.get('error')).toBe('invalid_request')
  })

  test('with an address that is not registered shows an error and returns nowhere', async () => {
    const { first } = await begin({ redirect_uri: 'http://127.0.0.1:53201/other' })
    expect(shown(first).status).toBe(400)
    expect(shown(first).text).toContain('invalid_redirect_uri')
  })
})

describe('the person', () => {
  test('is asked only for consent while the browser is signed in', async () => {
    const attempt = await begin()
    await allow(attempt)
    const again = await begin({}, attempt.browser)
    expect(shown(again.first).text).toContain('You are Ada Practice')
    await tokensOf(again, returned(await again.browser.click('Allow')))
  })

  test.each(['login', 'select_account', 'select_account consent'])(
    'may be another one with prompt=%s',
    async (prompt) => {
      const attempt = await begin()
      const first = await tokensOf(attempt, await allow(attempt))
      const again = await begin({ prompt }, attempt.browser)
      const tokens = await tokensOf(again, await allow(again, 'Ben'))
      expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('ben@practice.example')
      expect(tokens.refresh_token).toEqual(expect.any(String))
      // The tokens of the first person are the app's, not the browser's.
      expect((await hello(first.access_token)).status).toBe(200)
      await refresh(attempt, first.refresh_token)
    },
  )

  test('may be changed on the page that asks for consent', async () => {
    const attempt = await begin()
    await attempt.browser.click('Ada Practice')
    const page = shown(await attempt.browser.click('Sign in as Ben Practice instead'))
    expect(page.text).toContain('You are Ben Practice')
    const tokens = await tokensOf(attempt, returned(await attempt.browser.click('Allow')))
    expect(oauth.getValidatedIdTokenClaims(tokens)?.sub).toBe('ben@practice.example')
  })

  test('that the app proposes comes first', async () => {
    const { first } = await begin({ login_hint: 'ben@practice.example' })
    expect(shown(first).text).toMatch(/proposes Ben Practice.*ben@.*ada@/)
  })

  test('must be there if the request forbids to ask', async () => {
    const { first } = await begin({ prompt: 'none' })
    expect(returned(first).parameters.get('error')).toBe('login_required')
  })
})

describe('the pages', () => {
  test('speak the language of the request, or else of the app', async () => {
    const dutch = await begin({ ui_locales: 'xx nl-BE en' })
    expect(shown(dutch.first).text).toContain('Inloggen om te oefenen')
    server.speak('pt-BR')
    const other = await begin({ ui_locales: 'xx' })
    server.speak('en')
    expect(shown(other.first).source).toContain('<html lang="pt-BR">')
    expect(shown(other.first).text).toContain('Fazer login para praticar')
  })

  test('load nothing, run no script and stand in no frame', async () => {
    const { first } = await begin()
    const { headers, source } = shown(first)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*script-src;.*frame-ancestors 'none'/)
    expect(policy).toContain(`form-action 'self' http://127.0.0.1:53201`)
    expect(source).not.toMatch(/<script|<link|<img|\son\w+=|https?:\/\/(?!127)/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('strict-origin')
  })

  test('of a finished or foreign sign-in say that it is over', async () => {
    const attempt = await begin()
    const { url } = shown(attempt.first)
    await allow(attempt)
    for (const browser of [attempt.browser, createPageClient(server.issuer)]) {
      const page = shown(await browser.open(url))
      expect(page.status).toBe(400)
      expect(page.text).toContain('This sign-in is over')
    }
  })

  test.each([
    ['of consent, before there is a person', { allow: 'yes' }],
    ['of a person who does not exist', { person: 'eve@practice.example' }],
    ['that is too long', { person: 'ada@practice.example', more: 'y'.repeat(5000) }],
    ['without a button', {}],
  ])('ignore a form %s', async (_what, form: Parameters) => {
    const { browser } = await begin()
    const page = shown(await browser.send(form))
    expect(page.status).toBe(400)
    expect(page.text).toContain('Choose who you want to be')
    expect(isReturn(await browser.click('Ada Practice'))).toBe(false)
  })

  test('are not served under another name of this computer', async () => {
    const status = await new Promise((resolve, reject) => {
      const { port } = new URL(server.issuer)
      const headers = { host: `rebound.example:${port}` }
      httpRequest({ host: '127.0.0.1', port, path: '/device', headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(421)
  })
})

describe('a token', () => {
  test('is described by the server until it is revoked', async () => {
    const { attempt, tokens } = await signIn('Ben')
    expect(await introspect(attempt, tokens.access_token)).toMatchObject({
      active: true,
      sub: 'ben@practice.example',
      scope: 'read write',
      client_id: server.access.publicClientId,
      iss: server.issuer,
    })
    expect(await introspect(attempt, tokens.refresh_token ?? '')).toMatchObject({ active: true })
    await revoke(attempt, tokens.access_token)
    expect(await introspect(attempt, tokens.access_token)).toEqual({ active: false })
    expect((await hello(tokens.access_token)).status).toBe(401)
    await refresh(attempt, tokens.refresh_token)
  })

  test('ends with the refresh token that it came with', async () => {
    const { attempt, tokens } = await signIn()
    await revoke(attempt, tokens.refresh_token ?? '')
    await expect(refresh(attempt, tokens.refresh_token)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    expect(await introspect(attempt, tokens.access_token)).toEqual({ active: false })
    expect((await hello(tokens.access_token)).status).toBe(401)
  })

  test('of another client is neither described nor revoked', async () => {
    const { tokens } = await signIn()
    const other = await begin({}, undefined, true)
    expect(await introspect(other, tokens.access_token)).toEqual({ active: false })
    await revoke(other, tokens.access_token)
    expect((await hello(tokens.access_token)).status).toBe(200)
  })

  test('that was never issued is no error', async () => {
    const attempt = await begin()
    expect(await introspect(attempt, 'made-up')).toEqual({ active: false })
    expect(await introspect(attempt, 'eyJhbGciOiJFUzI1NiJ9.e30.AAAA')).toEqual({ active: false })
    await revoke(attempt, 'made-up')
  })

  test('is described to no unknown client', async () => {
    const { attempt, tokens } = await signIn()
    const client = { client_id: 'unknown' }
    const response = await oauth.introspectionRequest(
      metadata,
      client,
      attempt.authentication,
      tokens.access_token,
      loopback,
    )
    expect([response.status, await response.json()]).toEqual([
      401,
      expect.objectContaining({ error: 'invalid_client' }),
    ])
  })

  test('tells who signed in, as far as the person allowed it', async () => {
    const { attempt, tokens } = await signIn('Ben')
    const userInfo = async (token: string) =>
      oauth.userInfoRequest(metadata, attempt.client, token, loopback)
    const response = await userInfo(tokens.access_token)
    const sub = 'ben@practice.example'
    expect(await oauth.processUserInfoResponse(metadata, attempt.client, sub, response)).toEqual({
      sub,
      name: 'Ben Practice',
      email: sub,
      email_verified: true,
    })
    const less = await signIn('Ben', { scope: 'openid read' })
    expect(await (await userInfo(less.tokens.access_token)).json()).toEqual({ sub })
    expect((await userInfo('made-up')).status).toBe(401)
  })
})

test('the metadata names everything that the server has', () => {
  const { access, issuer } = server
  expect(metadata).toMatchObject({
    issuer,
    token_endpoint: access.tokenEndpoint,
    authorization_endpoint: access.endpoints.authorizationEndpoint,
    device_authorization_endpoint: access.endpoints.deviceAuthorizationEndpoint,
    revocation_endpoint: access.endpoints.revocationEndpoint,
    introspection_endpoint: access.endpoints.introspectionEndpoint,
    userinfo_endpoint: access.endpoints.userinfoEndpoint,
    jwks_uri: access.endpoints.jwksUri,
    response_types_supported: ['code'],
    response_modes_supported: expect.arrayContaining(['query', 'form_post']),
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    scopes_supported: expect.arrayContaining(['openid', 'offline_access', 'profile', 'email']),
    ui_locales_supported: ['en', 'nl', 'pt-BR'],
  })
})
