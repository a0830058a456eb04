import { createHash } from 'node:crypto'
import { decodeJwt } from 'jose'
import { afterEach, expect, test } from 'vitest'
import { basicHeader } from '../../support/authorization-server/basic-header.ts'
import {
  accountWithoutAccess,
  type ForeignServer,
  type ForeignServerOptions,
  startForeignServer,
} from '../../support/authorization-server/foreign-server.ts'
import {
  createPageClient,
  isReturn,
  type PageClient,
} from '../../support/authorization-server/page-client.ts'

const redirectAddress = 'http://127.0.0.1:17842/callback'
const verifier = 'v'.repeat(43)
const challenge = createHash('sha256').update(verifier).digest('base64url')

let server: ForeignServer
afterEach(() => server.close())

async function start(options: ForeignServerOptions = {}) {
  server = await startForeignServer({ redirectAddress, ...options })
}

function address(more: Readonly<Record<string, string>> = {}): string {
  const url = new URL(server.endpoints.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: server.clientId,
    redirect_uri: redirectAddress,
    scope: 'openid email offline_access',
    state: 'a-state',
    nonce: 'a-nonce',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  }).toString()
  return url.href
}

async function signIn(client: PageClient, url = address(), account = 'ada@foreign.example') {
  await client.open(url)
  await client.click('Sign in', { account })
  const end = await client.click('Allow')
  if (!isReturn(end)) throw new Error(`no return: ${end.text}`)
  return end
}

async function post(url: string, form: Readonly<Record<string, string>>) {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ client_id: server.clientId, ...form }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

const exchange = (code: string, more: Readonly<Record<string, string>> = {}) =>
  post(server.endpoints.token_endpoint, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectAddress,
    code_verifier: verifier,
    ...more,
  })

test('a person signs in, allows the access, and the code is good once', async () => {
  await start()
  const end = await signIn(createPageClient(server.issuer, { needsPolicy: false }))
  expect(end.address).toBe(redirectAddress)
  expect(Object.fromEntries(end.parameters)).toEqual({
    code: expect.any(String),
    state: 'a-state',
    iss: server.issuer,
  })
  const code = end.parameters.get('code') ?? ''
  const { status, body } = await exchange(code)
  expect(status).toBe(200)
  expect(decodeJwt(body.id_token)).toMatchObject({ sub: 'ada@foreign.example', nonce: 'a-nonce' })
  expect(body.refresh_token).toEqual(expect.any(String))
  expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
  expect(server.at('token').map((request) => request.status)).toEqual([200, 400])
})

test('a refusal and an account without access end as they do elsewhere', async () => {
  await start()
  const client = createPageClient(server.issuer, { needsPolicy: false })
  await client.open(address())
  const refused = await client.click('Refuse')
  expect(isReturn(refused) && refused.parameters.get('error')).toBe('access_denied')
  await client.open(address())
  const stuck = await client.click('Sign in', { account: accountWithoutAccess })
  expect(stuck).toMatchObject({ status: 403, text: expect.stringContaining('No access') })
})

test('the port of the redirect address and the PKCE verifier count', async () => {
  await start()
  const other = await createPageClient(server.issuer, { needsPolicy: false }).open(
    address({ redirect_uri: redirectAddress.replace('17842', '17843') }),
  )
  expect(other).toMatchObject({ status: 400 })
  const end = await signIn(createPageClient(server.issuer, { needsPolicy: false }))
  const wrong = { code_verifier: 'w'.repeat(43) }
  expect(await exchange(end.parameters.get('code') ?? '', wrong)).toMatchObject({ status: 400 })
})

test('form_post, a changed redirect and a changed request arrive at the app', async () => {
  await start({
    changeRequest: (parameters) => parameters.set('nonce', 'another'),
    changeRedirect: (redirect) => redirect.searchParams.set('iss', 'https://evil.example'),
  })
  const posted = await signIn(
    createPageClient(server.issuer, { needsPolicy: false }),
    address({ response_mode: 'form_post' }),
  )
  expect(posted.method).toBe('POST')
  const { body } = await exchange(posted.parameters.get('code') ?? '')
  expect(decodeJwt(body.id_token)).toMatchObject({ nonce: 'another' })
  const changed = await signIn(createPageClient(server.issuer, { needsPolicy: false }))
  expect(changed.parameters.get('iss')).toBe('https://evil.example')
})

test('pushed requests can be demanded, and are used once', async () => {
  await start({ isPushRequired: true })
  const refused = await createPageClient(server.issuer, { needsPolicy: false }).open(address())
  expect(isReturn(refused) && refused.parameters.get('error')).toBe('invalid_request')
  const pushed = await post(
    server.endpoints.pushed_authorization_request_endpoint,
    Object.fromEntries(new URL(address()).searchParams),
  )
  expect(pushed.status).toBe(201)
  const url = new URL(server.endpoints.authorization_endpoint)
  url.searchParams.set('client_id', server.clientId)
  url.searchParams.set('request_uri', pushed.body.request_uri)
  const end = await signIn(createPageClient(server.issuer, { needsPolicy: false }), url.href)
  expect(end.parameters.get('state')).toBe('a-state')
})

test.each([
  ['always', 'openid', true],
  ['offline', 'openid', false],
  ['offline', 'openid offline_access', true],
  ['never', 'openid offline_access', false],
] as const)('with refresh tokens %s and the scope %s', async (refreshTokens, scope, isThere) => {
  await start({ refreshTokens })
  const end = await signIn(
    createPageClient(server.issuer, { needsPolicy: false }),
    address({ scope }),
  )
  const { body } = await exchange(end.parameters.get('code') ?? '')
  expect(body.refresh_token !== undefined).toBe(isThere)
})

test('a device code is completed in a browser, and its token is for the person who signed in there', async () => {
  await start({ tokenFormat: 'jwt' })
  const device = await post(server.endpoints.device_authorization_endpoint, { scope: 'openid' })
  expect(device.body).toMatchObject({
    user_code: expect.any(String),
    verification_uri: expect.any(String),
  })
  const client = createPageClient(server.issuer, { needsPolicy: false })
  const poll = () =>
    post(server.endpoints.token_endpoint, {
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: device.body.device_code,
    })
  expect((await poll()).body.error).toBe('authorization_pending')
  await client.open(device.body.verification_uri_complete)
  await client.click('Continue')
  await client.click('Sign in', { account: 'grace@foreign.example' })
  expect(await client.click('Allow')).toMatchObject({
    text: expect.stringContaining('is signed in'),
  })
  const { body } = await poll()
  const token = body.access_token
  expect(decodeJwt(token)).toMatchObject({ sub: 'grace@foreign.example', iss: server.issuer })
})

test('an opaque token can be asked about and ended', async () => {
  await start({ clientSecret: 'a secret' })
  const end = await signIn(createPageClient(server.issuer, { needsPolicy: false }))
  const authorization = basicHeader({ clientId: server.clientId, clientSecret: 'a secret' })
  const send = async (url: string, form: Readonly<Record<string, string>>) => {
    const options = { method: 'POST', headers: { authorization }, body: new URLSearchParams(form) }
    return (await fetch(url, options)).text()
  }
  const answer = await send(server.endpoints.token_endpoint, {
    grant_type: 'authorization_code',
    code: end.parameters.get('code') ?? '',
    redirect_uri: redirectAddress,
    code_verifier: verifier,
  })
  const token = JSON.parse(answer).access_token
  const ask = () => send(server.endpoints.introspection_endpoint, { token })
  expect(JSON.parse(await ask())).toMatchObject({ active: true, sub: 'ada@foreign.example' })
  expect(await send(server.endpoints.revocation_endpoint, { token })).toBe('')
  expect(JSON.parse(await ask())).toEqual({ active: false })
})
