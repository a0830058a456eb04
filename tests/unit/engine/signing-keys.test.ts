import { expect, it } from 'vitest'
import { createSigningKeys } from '../../../src/main/engine/signing-keys.ts'
import { deferred } from '../../support/engine/engine-under-test.ts'
import { createFakeHttp, json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'
import { createFakeVerifier } from '../../support/ports/fake-verifier.ts'
import { encoded } from '../../support/tokens/make-token.ts'
import { makeEcKey, makeRsaKey, type TestKey } from '../../support/tokens/signed-token.ts'

const jwksUri = 'https://auth.example/keys'
const server = { tokenEndpoint: 'https://auth.example/token', jwksUri }
const claims = { iss: 'https://auth.example', sub: 'ada' }

const one = makeEcKey('k1')
const two = makeRsaKey('k2')

function start(...keys: readonly TestKey[]) {
  const http = createFakeHttp()
  const clock = createManualClock()
  const publish = (...published: readonly TestKey[]) =>
    http.serve(() => json(200, { keys: published.map(({ jwk }) => jwk) }))
  publish(...keys)
  const signingKeys = createSigningKeys({ http, clock, verifier: createFakeVerifier() })
  const check = async (token: string, of: Parameters<typeof signingKeys.check>[0] = server) => {
    const { checks } = await signingKeys.check(of, [token], new AbortController().signal)
    return checks[0]
  }
  return { http, clock, publish, signingKeys, check }
}

const forged = (token: string) => {
  const [header, , signature] = token.split('.')
  return `${header}.${encoded('{"sub":"eve"}')}.${signature}`
}

it('tells a genuine token from a false one, by a GET without a secret', async () => {
  const { http, check } = start(one, two)
  expect(await check(one.sign(claims))).toEqual({ kind: 'genuine' })
  expect(await check(two.sign(claims))).toEqual({ kind: 'genuine' })
  expect(await check(forged(one.sign(claims)))).toEqual({ kind: 'not-genuine' })
  expect(http.requests).toEqual([
    { method: 'GET', url: jwksUri, headers: { accept: 'application/json' }, body: '' },
  ])
})

it('does not find the key of another server, even if the token carries it', async () => {
  const { check, http } = start(one)
  const evil = makeEcKey('k9')
  const header = { jwk: evil.jwk, jku: 'https://evil.example/keys' }
  expect(await check(evil.sign(claims, header))).toEqual({ kind: 'key-not-found' })
  const named = makeEcKey('k1')
  expect(await check(named.sign(claims, header))).toEqual({ kind: 'not-genuine' })
  expect(http.requests.every(({ url }) => url === jwksUri)).toBe(true)
})

it('tries each key that fits a token without a key’s name', async () => {
  const nameless = [makeEcKey(), makeEcKey()] as const
  const { check } = start(...nameless)
  expect(await check(nameless[1].sign(claims))).toEqual({ kind: 'genuine' })
  expect(await check(makeEcKey().sign(claims))).toEqual({ kind: 'not-genuine' })
  expect(await check(makeEcKey('k1').sign(claims))).toEqual({ kind: 'key-not-found' })
})

it('asks again for new keys, at most once in 30 seconds', async () => {
  const { http, clock, publish, check } = start(one)
  expect(await check(one.sign(claims))).toEqual({ kind: 'genuine' })
  publish(one, two)
  expect(await check(two.sign(claims))).toEqual({ kind: 'key-not-found' })
  await clock.advance(29_000)
  expect(await check(two.sign(claims))).toEqual({ kind: 'key-not-found' })
  expect(http.requests).toHaveLength(1)
  await clock.advance(1000)
  expect(await check(two.sign(claims))).toEqual({ kind: 'genuine' })
  for (let count = 0; count < 5; count += 1) await check(makeEcKey('k9').sign(claims))
  expect(http.requests).toHaveLength(2)
  await clock.advance(11 * 60_000)
  expect(await check(two.sign(claims))).toEqual({ kind: 'genuine' })
  expect(http.requests).toHaveLength(3)
})

it('gives a server five seconds', async () => {
  const { http, clock, check } = start()
  http.serve(() => deferred<RawAnswer>().promise)
  const checking = check(one.sign(claims))
  await clock.advance(4999)
  await clock.advance(1)
  expect(await checking).toEqual({
    kind: 'not-reached',
    outcome: { kind: 'unreachable', reason: 'timeout' },
  })
  expect(clock.armed()).toEqual([])
})

it.each<[string, RawAnswer | { kind: 'too-large'; status: number }, string]>([
  ['an error', { status: 500 }, 'server-trouble'],
  ['a page', { status: 200, body: '<html></html>' }, 'not-an-oauth-answer'],
  ['no keys', json(200, { keys: 'none' }), 'not-an-oauth-answer'],
  ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }, 'moved'],
  ['more than a megabyte', { kind: 'too-large', status: 200 }, 'unsafe-answer'],
])('says that %s came instead of the keys', async (_, reply, kind) => {
  const { http, check } = start()
  http.serve(() => reply)
  expect(await check(one.sign(claims))).toMatchObject({ kind: 'not-reached', outcome: { kind } })
  expect(http.requests).toHaveLength(1)
})

it('asks nothing where keys would not help', async () => {
  const { http, signingKeys } = start(one)
  const tokens = ['opaque', `${encoded('{"alg":"none"}')}.${encoded('{}')}.`]
  const { checks, host } = await signingKeys.check(server, tokens, new AbortController().signal)
  expect(checks).toEqual([
    { kind: 'not-checkable', why: 'opaque' },
    { kind: 'not-checkable', why: 'unsigned' },
  ])
  expect(host).toBeNull()
  expect(http.requests).toEqual([])
})

it('finds the keys by the metadata of the profile’s issuer', async () => {
  const issuer = 'https://auth.example/tenant'
  const { http, check } = start()
  http.serve(({ url }) => {
    if (url === 'https://auth.example/.well-known/oauth-authorization-server/tenant') {
      return json(200, { issuer, jwks_uri: jwksUri })
    }
    return url === jwksUri ? json(200, { keys: [one.jwk] }) : { status: 404 }
  })
  const { tokenEndpoint } = server
  expect(await check(one.sign(claims), { tokenEndpoint, issuer })).toEqual({ kind: 'genuine' })
  expect(http.requests).toHaveLength(3)
  expect(await check(one.sign(claims), { tokenEndpoint, issuer })).toEqual({ kind: 'genuine' })
  expect(http.requests).toHaveLength(3)
})

/** Checks a token of a server that publishes the same metadata everywhere, and its keys. */
async function checkBy(issuer: string, metadata: Readonly<Record<string, unknown>>) {
  const { http, check } = start()
  http.serve(({ url }) => json(200, url === jwksUri ? { keys: [one.jwk] } : metadata))
  const { tokenEndpoint } = server
  const checked = await check(one.sign(claims), { tokenEndpoint, issuer })
  return { checked, http, areKeysAsked: http.requests.some(({ url }) => url === jwksUri) }
}

it('does not use metadata of another issuer, and stops there', async () => {
  const metadata = { issuer: 'https://evil.example', jwks_uri: jwksUri }
  const { checked, http, areKeysAsked } = await checkBy('https://auth.example', metadata)
  expect(checked).toMatchObject({ kind: 'not-reached' })
  expect(areKeysAsked).toBe(false)
  expect(http.requests).toHaveLength(1)
})

const tenant = '9188040d-6c67-4c5b-b112-36a304b66dad'
it.each([
  ['with a slash at its end', 'https://auth.example/tenant/', 'https://auth.example/tenant'],
  ['without it', 'https://auth.example/tenant', 'https://auth.example/tenant/'],
  ['that ends like an endpoint', 'https://auth.example/login', 'https://auth.example/login'],
  [
    'of all tenants of Entra ID',
    'https://login.microsoftonline.com/common/v2.0',
    'https://login.microsoftonline.com/{tenantid}/v2.0',
  ],
  [
    'of a tenant of Entra ID by its name',
    'https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0',
    `https://login.microsoftonline.com/${tenant}/v2.0`,
  ],
  [
    'of all tenants of the older Entra ID',
    'https://sts.windows.net/common/',
    'https://sts.windows.net/{tenantid}/',
  ],
])('finds the keys of an issuer %s', async (_, issuer, named) => {
  const { checked } = await checkBy(issuer, { issuer: named, jwks_uri: jwksUri })
  expect(checked).toEqual({ kind: 'genuine' })
})

it.each([
  ['http://keys.example/set'],
  ['https://user:password@keys.example/set'],
  ['file:///etc/passwd'],
  [7],
  [undefined],
])('does not ask %s for keys', async (jwks_uri) => {
  const issuer = 'https://auth.example'
  const { checked, http } = await checkBy(issuer, {
    issuer,
    jwks_uri,
    token_endpoint: `${issuer}/token`,
  })
  expect(checked).toMatchObject({ kind: 'not-reached' })
  expect(http.requests.every(({ url }) => url.includes('/.well-known/'))).toBe(true)
})

it('checks an ID token with known keys alone, and sends nothing for it', async () => {
  const { http, clock, check, signingKeys } = start(one)
  const idToken = one.sign(claims)
  expect(await signingKeys.verifyIdToken(idToken, jwksUri)).toBeNull()
  expect(http.requests).toEqual([])
  await check(idToken)
  expect(await signingKeys.verifyIdToken(idToken, jwksUri)).toEqual({ kind: 'genuine' })
  expect(await signingKeys.verifyIdToken(forged(idToken), jwksUri)).toEqual({ kind: 'not-genuine' })
  await clock.advance(10 * 60_000)
  expect(await signingKeys.verifyIdToken(idToken, jwksUri)).toBeNull()
  expect(http.requests).toHaveLength(1)
})

it('ends when it is cancelled', async () => {
  const { http, signingKeys } = start()
  http.serve(() => deferred<RawAnswer>().promise)
  const abort = new AbortController()
  const checking = signingKeys.check(server, [one.sign(claims)], abort.signal)
  abort.abort()
  expect((await checking).checks).toEqual([{ kind: 'not-reached', outcome: { kind: 'cancelled' } }])
})
