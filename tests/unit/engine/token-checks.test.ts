import { expect, it } from 'vitest'
import type { HttpRequest } from '../../../src/main/engine/ports.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import type { ProfileSettings } from '../../../src/shared/settings/index.ts'
import { draftOf } from '../../support/engine/drafts.ts'
import {
  deferred,
  repeating,
  rotating,
  startEngine,
} from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import type { SettingsOptions } from '../../support/profiles/settings.ts'

const addresses = {
  revocationEndpoint: 'https://auth.example/revoke',
  introspectionEndpoint: 'https://auth.example/introspect',
  userinfoEndpoint: 'https://auth.example/userinfo',
  jwksUri: 'https://auth.example/keys',
} as const

type Changes = Partial<SettingsOptions> & {
  readonly server?: Partial<ProfileSettings['server']>
  readonly secrets?: ProfileDraft['secrets']
}

function draft({ server = addresses, secrets, ...options }: Changes = {}): ProfileDraft {
  const made = draftOf(options, secrets)
  return { ...made, settings: { ...made.settings, server: { ...made.settings.server, ...server } } }
}

/** A profile with `access-1` and `refresh-1`, and its server. */
async function start(changes: Changes = {}, server = rotating) {
  const world = await startEngine()
  world.http.serve(server)
  const id = await world.create(draft(changes))
  await world.engine.obtain(id)
  const after = world.http.requests.length
  return { ...world, id, sent: () => world.http.requests.slice(after) }
}

const formOf = ({ body }: HttpRequest) => Object.fromEntries(new URLSearchParams(body))
const basic = `Basic ${Buffer.from('the-client:the-client-secret').toString('base64')}`
const accepted = { kind: 'accepted' }

it('ends the refresh token first, then the access token, as the profile authenticates', async () => {
  const { engine, http, id, sent, view, sealed } = await start()
  http.serve(() => ({ status: 200, body: '<p>done</p>' }))
  const { expiresAt = null } = view(id).token ?? {}
  expect(await engine.endToken(id)).toEqual({
    kind: 'asked',
    refreshToken: accepted,
    accessToken: accepted,
    format: 'opaque',
    expiresAt,
    stoppedRenewal: false,
  })
  expect(sent().map(formOf)).toEqual([
    { token: 'refresh-1', token_type_hint: 'refresh_token' },
    { token: 'access-1', token_type_hint: 'access_token' },
  ])
  for (const { method, url, headers } of sent()) {
    expect({ method, url }).toEqual({ method: 'POST', url: addresses.revocationEndpoint })
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: basic,
    })
  }
  expect(view(id).token).toBeNull()
  expect(sealed(id).token).toBeNull()
  expect(sealed(id).secrets).toMatchObject({ password: 'the-password' })
})

it('a profile that is kept fresh gets no token on its own after one was ended', async () => {
  const { engine, http, id, clock, sent, view } = await start({ keepFresh: true })
  http.serve(() => ({ status: 200 }))
  await engine.endToken(id)
  await clock.advance(3 * 3600_000)
  engine.wake()
  expect(await engine.freshen(id)).toBe('not-needed')
  expect(sent()).toHaveLength(2)
  expect(view(id)).toMatchObject({ token: null, renewsAt: null })
  expect(view(id).settings.about.keepFresh).toBe(true)
})

it('an error of one does not stop the other, and the token that the server kept stays', async () => {
  const { engine, http, id, sent, view, sealed, clock } = await start({ keepFresh: true })
  http.serve((request) =>
    formOf(request)['token'] === 'refresh-1'
      ? { status: 200 }
      : json(400, { error: 'unsupported_token_type' }),
  )
  expect(await engine.endToken(id)).toMatchObject({
    refreshToken: accepted,
    accessToken: {
      kind: 'failed',
      outcome: { kind: 'bad-request', status: 400, oauthError: 'unsupported_token_type' },
    },
    stoppedRenewal: true,
  })
  // The hint is left out of the repetition.
  expect(sent().map(formOf)).toEqual([
    { token: 'refresh-1', token_type_hint: 'refresh_token' },
    { token: 'access-1', token_type_hint: 'access_token' },
    { token: 'access-1' },
  ])
  expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: null })
  // The grant of the profile is not run to replace what the user has ended.
  await clock.advance(3 * 3600_000)
  expect(sent()).toHaveLength(3)
  expect(view(id).settings.about.keepFresh).toBe(false)
})

it('a refresh token that the server would not end can be tried again', async () => {
  const { engine, http, id, view, sealed, clock, sent } = await start({ keepFresh: true })
  http.serve((request) =>
    formOf(request)['token'] === 'access-1' ? { status: 200 } : { status: 503 },
  )
  expect(await engine.endToken(id)).toMatchObject({
    refreshToken: { kind: 'failed', outcome: { kind: 'server-trouble' } },
    accessToken: accepted,
  })
  expect(sealed(id).token).toMatchObject({ refreshToken: 'refresh-1', expiresAt: clock.now() })
  await clock.advance(3600_000)
  expect(sent()).toHaveLength(2)
  http.serve(() => ({ status: 200 }))
  expect(await engine.endToken(id)).toMatchObject({ refreshToken: accepted })
  expect(view(id).token).toBeNull()
})

it('the token stays if the server accepts neither', async () => {
  const { engine, http, id, view, store, sent } = await start()
  const before = view(id)
  const { writes } = store
  http.serve(() => json(401, { error: 'invalid_client', echo: 'refresh-1' }))
  const ending = await engine.endToken(id)
  const outcome = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' }
  expect(ending).toMatchObject({
    refreshToken: { kind: 'failed', outcome },
    accessToken: { kind: 'failed', outcome },
  })
  expect(JSON.stringify(ending)).not.toContain('refresh-1')
  expect(sent()).toHaveLength(2)
  expect(view(id).token).toEqual(before.token)
  expect(store.writes).toBe(writes)
})

it.each(['unsupported_token_type', 'invalid_request'])(
  'a server that misreads the hint (%s) is asked without it',
  async (error) => {
    const { engine, http, id, view } = await start()
    http.serve((request) =>
      'token_type_hint' in formOf(request) ? json(400, { error }) : { status: 200 },
    )
    expect(await engine.endToken(id)).toMatchObject({
      refreshToken: accepted,
      accessToken: accepted,
    })
    expect(view(id).token).toBeNull()
  },
)

it('a client without a secret names itself in the body', async () => {
  const { engine, http, id, sent } = await start({
    clientAuthentication: 'none',
    secrets: { password: 'the-password' },
  })
  http.serve(() => ({ status: 200 }))
  await engine.endToken(id)
  expect(sent().map(formOf)[0]).toEqual({
    token: 'refresh-1',
    token_type_hint: 'refresh_token',
    client_id: 'the-client',
  })
  expect(sent()[0]?.headers).not.toHaveProperty('authorization')
})

it('a secret in the query string leaves the token in the body', async () => {
  const { engine, http, id, sent } = await start({ clientAuthentication: 'query' })
  http.serve(() => ({ status: 200 }))
  await engine.endToken(id)
  expect(sent()[0]?.url).toBe(
    `${addresses.revocationEndpoint}?client_id=the-client&client_secret=the-client-secret`,
  )
  expect(sent().map(formOf)[1]).toEqual({ token: 'access-1', token_type_hint: 'access_token' })
})

it('headers that every request has are sent, and no others', async () => {
  const { engine, http, id, sent } = await start({
    extraHeaders: [
      { secret: true, name: 'X-Api-Key', sentWith: 'always' },
      { secret: false, name: 'X-Once', value: 'once', sentWith: 'obtaining' },
    ],
    secrets: {
      clientSecret: 'the-client-secret',
      password: 'the-password',
      'header:always:X-Api-Key': 'gateway-key-1',
    },
  })
  http.serve(() => json(200, { active: false }))
  await engine.endToken(id)
  await engine.introspectToken(id).catch(() => undefined)
  expect(sent().map(({ headers }) => [headers['x-api-key'], headers['x-once']])).toEqual([
    ['gateway-key-1', undefined],
    ['gateway-key-1', undefined],
  ])
})

it('Mollie gets a DELETE at its token endpoint', async () => {
  const tokenEndpoint = 'https://api.mollie.com/oauth2/tokens'
  const { engine, http, id, sent, view } = await start({ tokenEndpoint, server: {} })
  http.serve(() => ({ status: 204 }))
  await engine.endToken(id)
  expect(sent().map(({ method, url }) => ({ method, url }))).toEqual([
    { method: 'DELETE', url: tokenEndpoint },
    { method: 'DELETE', url: tokenEndpoint },
  ])
  expect(sent().map(formOf)[0]).toEqual({ token: 'refresh-1', token_type_hint: 'refresh_token' })
  expect(view(id).token).toBeNull()
})

it('nothing is sent where no address is known', async () => {
  const { engine, id, sent } = await start({ server: {} })
  for (const check of [
    () => engine.endToken(id),
    () => engine.introspectToken(id),
    () => engine.checkSignature(id),
    () => engine.readUserinfo(id),
  ]) {
    await expect(check()).rejects.toMatchObject({ error: { code: 'no-endpoint' } })
  }
  expect(sent()).toEqual([])
})

it('a token is never sent to another server than the one that issued it', async () => {
  const { engine, id, sent } = await start()
  await engine.update(id, draft({ tokenEndpoint: 'https://other.example/token', secrets: {} }))
  expect(await engine.endToken(id)).toEqual({ kind: 'other-server' })
  expect(await engine.introspectToken(id)).toEqual({ kind: 'other-server' })
  expect(await engine.readUserinfo(id)).toEqual({ kind: 'other-server' })
  expect(sent()).toEqual([])
})

it('a redirect is not followed, and ends nothing', async () => {
  const { engine, http, id, sent, view } = await start()
  http.serve(() => ({ status: 307, headers: { location: 'https://evil.example/a?access-1' } }))
  expect(await engine.endToken(id)).toMatchObject({
    accessToken: { outcome: { kind: 'moved', location: 'https://evil.example/a' } },
  })
  expect(sent().every(({ url }) => url === addresses.revocationEndpoint)).toBe(true)
  expect(view(id).token).not.toBeNull()
})

it('ends nothing that could not be saved', async () => {
  const { engine, id, store, sent } = await start()
  store.setProtection({ kind: 'read-only', reason: 'newer-format' })
  await expect(engine.endToken(id)).rejects.toMatchObject({ error: { code: 'vault-read-only' } })
  expect(sent()).toEqual([])
})

it('a full disk does not bring back a token that the server has ended', async () => {
  const { engine, http, id, store, view, sealed } = await start()
  http.serve(() => ({ status: 200 }))
  store.failWith({ code: 'not-saved', reason: 'disk-full' })
  expect(await engine.endToken(id)).toMatchObject({ accessToken: accepted })
  expect(view(id)).toMatchObject({ token: null, saved: false })
  store.failWith(null)
  await engine.saveNow()
  expect(view(id).saved).toBe(true)
  expect(sealed(id).token).toBeNull()
})

it('no renewal begins while a token is being ended', async () => {
  const { engine, http, id, clock, sent, view } = await start({ keepFresh: true })
  const slow = deferred<RawAnswer>()
  http.serve(() => slow.promise)
  const ending = engine.endToken(id)
  await clock.advance(3 * 3600_000)
  expect(sent()).toHaveLength(1)
  slow.resolve({ status: 400 })
  expect(await ending).toMatchObject({ accessToken: { kind: 'failed' } })
  http.serve(rotating)
  await clock.advance(60_000)
  expect(view(id).token?.issuedAt).toBeGreaterThan(0)
  expect(sent().some(({ url }) => url === 'https://auth.example/token')).toBe(true)
})

it('a run under way ends first, and the newer token is the one that is ended', async () => {
  const { engine, http, id, sent } = await start()
  const slow = deferred<RawAnswer>()
  http.serve(({ url }) => (url.endsWith('/token') ? slow.promise : { status: 200 }))
  const refreshing = engine.refresh(id)
  const ending = engine.endToken(id)
  slow.resolve(rotating(undefined, 6))
  expect(await refreshing).toEqual({ kind: 'obtained' })
  expect(await ending).toMatchObject({ refreshToken: accepted, accessToken: accepted })
  expect(
    sent()
      .slice(1)
      .map((each) => formOf(each)['token']),
  ).toEqual(['refresh-7', 'access-7'])
})

it('a token that arrives while the older one is ended stays', async () => {
  const { engine, http, id, sealed } = await start()
  const slow = deferred<RawAnswer>()
  http.serve(({ url }) => (url.endsWith('/token') ? rotating(undefined, 8) : slow.promise))
  const ending = engine.endToken(id)
  await engine.obtain(id)
  slow.resolve({ status: 200 })
  await ending
  expect(sealed(id).token).toMatchObject({ accessToken: 'access-9', refreshToken: 'refresh-9' })
})

it('a typed refresh token that was ended is gone as well', async () => {
  const { engine, http, id, sealed, sent } = await start({
    grantType: 'refreshToken',
    secrets: { clientSecret: 'the-client-secret', refreshToken: 'typed-1' },
  })
  http.serve(() => ({ status: 200 }))
  await engine.endToken(id)
  expect(sealed(id)).toMatchObject({ token: null, secrets: { clientSecret: 'the-client-secret' } })
  expect(sealed(id).secrets).not.toHaveProperty('refreshToken')
  await expect(engine.obtain(id)).rejects.toMatchObject({
    error: { code: 'secrets-missing', names: ['refreshToken'] },
  })
  expect(sent()).toHaveLength(2)
})

it('a profile in memory can end its token too', async () => {
  const world = await startEngine()
  world.http.serve(repeating)
  const id = await world.engine.create(draft(), 'session')
  await world.engine.obtain(id)
  world.http.serve(() => ({ status: 200 }))
  expect(await world.engine.endToken(id)).toMatchObject({
    refreshToken: null,
    accessToken: accepted,
  })
  expect(world.view(id).token).toBeNull()
  expect(world.store.durable.has(id)).toBe(false)
})

it('a check is cancelled by a click, a second check, a deletion and the end of the app', async () => {
  const { engine, http, id } = await start()
  const cancelled = { kind: 'failed', outcome: { kind: 'cancelled' } }
  http.serve(() => deferred<RawAnswer>().promise)
  const first = engine.introspectToken(id)
  engine.cancelCheck(id)
  expect(await first).toEqual(cancelled)
  const second = engine.introspectToken(id)
  const third = engine.readUserinfo(id)
  expect(await second).toEqual(cancelled)
  const fourth = engine.checkSignature(id)
  expect(await third).toEqual({ kind: 'refused', test: { kind: 'cancelled' } })
  engine.cancelCheck(id)
  await fourth
  const fifth = engine.introspectToken(id)
  await engine.close()
  expect(await fifth).toEqual(cancelled)
})

it('a check of a profile that is deleted ends', async () => {
  const { engine, http, id } = await start()
  http.serve(() => deferred<RawAnswer>().promise)
  const check = engine.introspectToken(id)
  await engine.remove(id)
  expect(await check).toMatchObject({ outcome: { kind: 'cancelled' } })
})

it('a lock keeps what the server has ended already', async () => {
  const { engine, http, id, store, sealed, sent } = await start()
  store.setPassphrase('seven quiet herons')
  http.serve((_, index) => (index === 1 ? { status: 200 } : deferred<RawAnswer>().promise))
  const ending = engine.endToken(id)
  while (sent().length < 2) await Promise.resolve()
  await engine.lock()
  expect(await ending).toMatchObject({
    refreshToken: accepted,
    accessToken: { kind: 'failed', outcome: { kind: 'cancelled' } },
  })
  expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: null })
})

it('asks the server about the access token', async () => {
  const { engine, http, id, sent, store } = await start()
  const { writes } = store
  http.serve(() =>
    json(200, {
      active: true,
      sub: '42',
      username: 'ada',
      client_id: 'the-client',
      scope: 'read write',
      exp: 1_900_000_000,
      iss: 'https://auth.example',
      echo: 'access-1',
    }),
  )
  expect(await engine.introspectToken(id)).toEqual({
    kind: 'active',
    subject: '42',
    userName: 'ada',
    client: 'the-client',
    scope: ['read', 'write'],
    expiresAt: 1_900_000_000_000,
    issuer: 'https://auth.example',
  })
  expect(sent().map(formOf)).toEqual([{ token: 'access-1', token_type_hint: 'access_token' }])
  expect(sent()[0]).toMatchObject({ url: addresses.introspectionEndpoint, method: 'POST' })
  expect(sent()[0]?.headers['authorization']).toBe(basic)
  expect(store.writes).toBe(writes)
})

it('says who is signed in, by a GET with the token', async () => {
  const { engine, http, id, sent } = await start()
  http.serve(() => json(200, { sub: '42', name: 'Ada', email: 'ada@example.org' }))
  expect(await engine.readUserinfo(id)).toMatchObject({
    kind: 'person',
    subject: '42',
    name: 'Ada',
    email: 'ada@example.org',
    isCompared: false,
  })
  expect(sent()).toEqual([
    {
      method: 'GET',
      url: addresses.userinfoEndpoint,
      headers: {
        accept: 'application/json, application/jwt;q=0.9',
        authorization: 'Bearer access-1',
      },
      body: '',
    },
  ])
})

it('a secret that is missing is asked for before anything is sent', async () => {
  const { engine, id, sent } = await start()
  await engine.update(id, draft({ secrets: { clientSecret: null } }))
  await expect(engine.introspectToken(id)).rejects.toMatchObject({
    error: { code: 'secrets-missing', names: ['clientSecret'] },
  })
  expect(sent()).toEqual([])
})

it('there is nothing to check without a token', async () => {
  const world = await startEngine()
  const id = await world.create(draft())
  await expect(world.engine.endToken(id)).rejects.toMatchObject({ error: { code: 'no-token' } })
  await expect(world.engine.checkSignature(id)).rejects.toMatchObject({
    error: { code: 'no-token' },
  })
})
