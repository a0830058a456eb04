import { describe, expect, it } from 'vitest'
import { otherAuthMethods } from '../../../src/main/engine/other-auth-methods.ts'
import type { HttpRequest, HttpResult } from '../../../src/main/engine/ports.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import { draftOf, settings } from '../../support/engine/drafts.ts'
import {
  deferred,
  repeating,
  rotating,
  startEngine,
} from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import {
  optionOf,
  optionsOf,
  type SettingsOptions,
  settingsLike,
  triedMethod,
  withSettings,
} from '../../support/profiles/settings.ts'

const failure = (error: object) => expect.objectContaining({ error })
const refused = json(401, { error: 'invalid_client' })
const wrongUser = json(400, { error: 'invalid_grant' })
/** Its form-encoded text differs from the raw one. */
const awkward = { clientSecret: 'a secret/with+signs', password: 'the-password' } as const
const plain = { clientSecret: 'secret', password: 'the-password' } as const

/** How a request names the client. */
function wayOf({ headers, url, body }: HttpRequest): string {
  const { authorization } = headers
  if (authorization !== undefined) {
    const pair = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString()
    return pair.endsWith(`:${awkward.clientSecret}`) ? 'raw' : 'form'
  }
  if (new URL(url).searchParams.has('client_secret')) return 'query'
  return new URLSearchParams(body).has('client_secret') ? 'body' : 'none'
}

type Way = 'form' | 'raw' | 'body' | 'query' | 'none'
const method = (way: Way, isRefused: boolean) =>
  way === 'form' || way === 'raw'
    ? triedMethod('basic', isRefused, way)
    : triedMethod(way, isRefused)

/** A profile whose client was just refused; `serve` says what each request is answered with. */
async function startRefused(
  change: Partial<SettingsOptions> = {},
  secrets: ProfileDraft['secrets'] = awkward,
) {
  const world = await startEngine()
  const id = await world.create(draftOf({ keepFresh: false, ...change }, secrets))
  world.http.serve(() => refused)
  await world.engine.obtain(id)
  return {
    ...world,
    id,
    answerBy: (server: (way: string, index: number) => RawAnswer | HttpResult) =>
      world.http.serve((request, index) => server(wayOf(request), index - 1) as RawAnswer),
    tried: () => world.http.requests.slice(1).map(wayOf),
  }
}

describe('the other methods', () => {
  const waysOf = (change: Partial<SettingsOptions>, clientSecret: string = awkward.clientSecret) =>
    otherAuthMethods(withSettings(settings, change), { clientSecret }).map((other) => {
      const { clientAuthentication, basicEncoding } = optionsOf(other)
      return clientAuthentication === 'basic' ? basicEncoding : clientAuthentication
    })

  it('are all but the present one, the query string last', () => {
    expect(waysOf({})).toEqual(['raw', 'body', 'none', 'query'])
    expect(waysOf({ basicEncoding: 'raw' })).toEqual(['form', 'body', 'none', 'query'])
    expect(waysOf({ clientAuthentication: 'body' })).toEqual(['form', 'raw', 'none', 'query'])
    expect(waysOf({ clientAuthentication: 'query' })).toEqual(['form', 'raw', 'body', 'none'])
    expect(waysOf({ clientAuthentication: 'none' })).toEqual(['form', 'raw', 'body', 'query'])
  })

  it('have Basic once where both encodings give the same bytes', () => {
    expect(waysOf({}, 'secret')).toEqual(['body', 'none', 'query'])
    expect(waysOf({ basicEncoding: 'raw' }, 'secret')).toEqual(['body', 'none', 'query'])
    expect(waysOf({ clientAuthentication: 'body' }, 'secret')).toEqual(['form', 'none', 'query'])
    expect(waysOf({ clientId: 'a client' }, 'secret')).toEqual(['raw', 'body', 'none', 'query'])
  })

  it('are none for a client without a name', () => {
    expect(waysOf({ clientAuthentication: 'none', clientId: '' })).toEqual([])
  })

  it('change nothing but the method', () => {
    const [raw, body] = otherAuthMethods(settings, awkward)
    expect(raw).toEqual(withSettings(settings, { basicEncoding: 'raw' }))
    expect(body).toEqual(withSettings(settings, { clientAuthentication: 'body' }))
  })
})

describe('trying the other methods', () => {
  it('stops at the first that brings a token, and remembers it', async () => {
    const { engine, answerBy, tried, view, store, id } = await startRefused()
    answerBy((way, index) => (way === 'body' ? rotating(null, index) : refused))
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({ kind: 'obtained' })
    expect(tried()).toEqual(['raw', 'body'])
    expect(view(id)).toMatchObject({
      settings: settingsLike({ clientAuthentication: 'body' }),
      token: { madeWithOlderSettings: false, obtainedBy: 'password' },
      activity: [{ what: 'other-methods', by: 'user', outcome: { kind: 'obtained' } }, {}],
      tokenRun: null,
      hasOtherMethods: false,
    })
    expect(optionOf(store.durable.get(id)?.settings, 'clientAuthentication')).toBe('body')
    await engine.obtain(id)
    expect(tried().at(-1)).toBe('body')
  })

  it('remembers how Basic is encoded', async () => {
    const { engine, answerBy, view, id } = await startRefused()
    answerBy((way, index) => (way === 'raw' ? repeating(null, index) : refused))
    await engine.tryOtherMethods(id)
    expect(view(id).settings).toMatchObject(
      settingsLike({ clientAuthentication: 'basic', basicEncoding: 'raw' }),
    )
  })

  it('goes on after answers about the client or the shape of the request, one by one', async () => {
    const { engine, answerBy, tried, view, id } = await startRefused()
    const answers = [
      json(400, { error: 'invalid_request' }),
      json(400, { error: 'unsupported_grant_type' }),
      refused,
      json(400, { error: 'invalid_request' }),
    ]
    answerBy((_, index) => answers[index] ?? { status: 500 })
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({
      kind: 'client-refused',
      status: 401,
      oauthError: 'invalid_client',
    })
    expect(tried()).toEqual(['raw', 'body', 'none', 'query'])
    expect(view(id)).toMatchObject({
      settings: settingsLike({ clientAuthentication: 'basic', basicEncoding: 'form' }),
      activity: [{ what: 'other-methods', outcome: { kind: 'client-refused' } }, {}],
      hasOtherMethods: false,
    })
  })

  it('reports that the client was refused, also if the last refusal is worded differently', async () => {
    const { engine, answerBy, id } = await startRefused()
    answerBy(() => json(400, { error: 'invalid_request' }))
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({
      kind: 'client-refused',
      status: 400,
      oauthError: 'invalid_request',
    })
  })

  it('stops at the first response about the user, and keeps the method that led there', async () => {
    const { engine, answerBy, tried, view, id } = await startRefused()
    answerBy((way) => (way === 'body' ? wrongUser : refused))
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'user-refused' })
    expect(tried()).toEqual(['raw', 'body'])
    expect(view(id)).toMatchObject({
      settings: settingsLike({ clientAuthentication: 'body' }),
      token: null,
    })
  })

  it('stops at such an answer without a code as well, which proves nothing', async () => {
    const { engine, answerBy, tried, view, id } = await startRefused()
    answerBy(() => ({ status: 403 }))
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'user-refused' })
    expect(tried()).toEqual(['raw'])
    expect(view(id).settings).toMatchObject(settingsLike({ basicEncoding: 'form' }))
  })

  it('stops at a text about the user beside a vague code', async () => {
    const { engine, answerBy, tried, id } = await startRefused()
    const error_description = 'Invalid credentials for user'
    answerBy(() => json(400, { error: 'invalid_request', error_description }))
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'user-refused' })
    expect(tried()).toEqual(['raw'])
  })

  it('stops when the scope is refused', async () => {
    const { engine, answerBy, tried, view, id } = await startRefused()
    answerBy(() => json(400, { error: 'invalid_scope' }))
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'scope-refused' })
    expect(tried()).toEqual(['raw'])
    expect(optionsOf(view(id).settings).basicEncoding).toBe('raw')
  })

  it.each<[string, RawAnswer | HttpResult]>([
    ['unreachable', { kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true }],
    ['certificate-not-trusted', { kind: 'certificate-not-trusted', problem: 'expired' }],
    ['moved', { kind: 'moved', status: 302, location: 'https://other.example/' }],
    ['rate-limited', { status: 429 }],
    ['server-trouble', { status: 503 }],
    ['not-an-oauth-answer', { status: 404 }],
    ['unsafe-answer', { kind: 'too-large', status: 200 }],
  ])('stops where going on is pointless: %s', async (kind, answer) => {
    const { engine, answerBy, tried, view, id } = await startRefused()
    answerBy(() => answer)
    const outcome = { kind: 'client-refused', status: 401, oauthError: 'invalid_client' } as const
    await expect(engine.tryOtherMethods(id)).resolves.toEqual(outcome)
    expect(tried()).toEqual(['raw'])
    expect(optionsOf(view(id).settings).basicEncoding).toBe('form')
    expect(view(id).activity[0]).toMatchObject({
      at: expect.any(Number),
      what: 'other-methods',
      by: 'user',
      outcome,
      methods: [
        method('form', true),
        method('raw', false),
        method('body', false),
        method('none', false),
        method('query', false),
      ],
    })
    expect(kind).not.toBe(outcome.kind)
  })

  it('keeps the evidence of the newest refusal when a later method gets no clear answer', async () => {
    const { engine, answerBy, view, id } = await startRefused()
    answerBy((way) => (way === 'raw' ? json(400, { error: 'invalid_client' }) : { status: 503 }))
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({
      kind: 'client-refused',
      status: 400,
      oauthError: 'invalid_client',
    })
    expect(view(id).activity[0]).toMatchObject({
      methods: [
        method('form', true),
        method('raw', true),
        method('body', false),
        method('none', false),
        method('query', false),
      ],
    })
  })

  it.each<[string, RawAnswer]>([
    ['an error inside the server', { status: 500 }],
    ['a method that is not implemented', { status: 501 }],
    [
      'a web page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Hi</html>' },
    ],
    ['nothing at all', { status: 404 }],
  ])('goes on after %s where no password is sent', async (_, answer) => {
    const { engine, answerBy, tried, view, id } = await startRefused({
      grantType: 'clientCredentials',
    })
    answerBy((way, index) => (way === 'body' ? rotating(null, index) : answer))
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({ kind: 'obtained' })
    expect(tried()).toEqual(['raw', 'body'])
    expect(optionsOf(view(id).settings).clientAuthentication).toBe('body')
  })

  it('names only methods without a clear answer as not tried, wherever they stand', async () => {
    const { engine, answerBy, tried, view, id } = await startRefused({
      grantType: 'clientCredentials',
      clientAuthentication: 'body',
    })
    answerBy((way) => (way === 'raw' ? { status: 500 } : refused))
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'client-refused' })
    expect(tried()).toEqual(['form', 'raw', 'none', 'query'])
    expect(view(id).activity[0]).toMatchObject({
      methods: [
        method('body', true),
        method('form', true),
        method('raw', false),
        method('none', true),
        method('query', true),
      ],
    })
  })

  it('can be cancelled between any two', async () => {
    const { engine, http, tried, view, id } = await startRefused()
    const answer = deferred<RawAnswer>()
    http.serve((_, index) => (index === 2 ? answer.promise : refused))
    const asked = engine.tryOtherMethods(id)
    await settled()
    expect(view(id)).toMatchObject({ tokenRun: { what: 'other-methods' } })
    engine.cancel(id)
    await expect(asked).resolves.toEqual({ kind: 'cancelled' })
    expect(tried()).toEqual(['raw', 'body'])
    expect(view(id)).toMatchObject({
      tokenRun: null,
      settings: settingsLike({ clientAuthentication: 'basic' }),
    })
  })

  it('is one run with any other request of the profile', async () => {
    const { engine, http, id } = await startRefused()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = [engine.tryOtherMethods(id), engine.tryOtherMethods(id), engine.obtain(id)]
    await settled()
    answer.resolve(rotating(null, 0))
    await expect(Promise.all(asked)).resolves.toEqual(Array(3).fill({ kind: 'obtained' }))
    expect(http.requests).toHaveLength(2)
  })

  it('sends each method once, also if it is requested again after it failed', async () => {
    const { engine, tried, id } = await startRefused()
    await engine.tryOtherMethods(id)
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'client-refused' })
    expect(tried()).toHaveLength(4)
  })

  it('sends nothing once the server has spoken of the user', async () => {
    const { engine, http, tried, id } = await startRefused()
    http.serve(() => wrongUser)
    await engine.obtain(id)
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'user-refused' })
    expect(tried()).toHaveLength(1)
  })

  it('uses the grant of the profile, also with a refresh token', async () => {
    const { engine, http, answerBy, view, id } = await startRefused(
      { grantType: 'refreshToken' },
      { clientSecret: awkward.clientSecret, refreshToken: 'typed' },
    )
    answerBy((way, index) => (way === 'body' ? rotating(null, index) : refused))
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({ kind: 'obtained' })
    const used = http.requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
    expect(used).toEqual(['typed', 'typed', 'typed'])
    expect(view(id).token).toMatchObject({ hasRefreshToken: true, madeWithOlderSettings: false })
  })

  it('counts a refresh token among the lost ones if its answer is', async () => {
    const { engine, answerBy, store, id } = await startRefused(
      { grantType: 'refreshToken' },
      { clientSecret: awkward.clientSecret, refreshToken: 'typed' },
    )
    answerBy(() => ({ kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true }))
    await engine.tryOtherMethods(id)
    expect(store.durable.get(id)).toMatchObject({ lostAnswers: 1, needsSignIn: false })
  })

  it('needs a client secret', async () => {
    const { engine, view, http, id } = await startRefused({ clientAuthentication: 'none' }, plain)
    expect(view(id).hasOtherMethods).toBe(false)
    await expect(engine.tryOtherMethods(id)).rejects.toEqual(
      failure({ code: 'secrets-missing', names: ['clientSecret'] }),
    )
    expect(http.requests).toHaveLength(1)
  })

  it('is not begun where a token could not be kept', async () => {
    const { engine, store, id } = await startRefused()
    store.setProtection({ kind: 'read-only', reason: 'newer-format' })
    await expect(engine.tryOtherMethods(id)).rejects.toEqual(failure({ code: 'vault-read-only' }))
  })
})

describe('a profile that the user edits while the other methods are tried', () => {
  it('stays as he wants it; the token is kept as one of other settings', async () => {
    const { engine, http, view, id } = await startRefused()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = engine.tryOtherMethods(id)
    await settled()
    await engine.update(id, draftOf({ clientAuthentication: 'body' }, {}))
    answer.resolve(rotating(null, 0))
    await expect(asked).resolves.toEqual({ kind: 'obtained' })
    expect(view(id)).toMatchObject({
      settings: settingsLike({ clientAuthentication: 'body' }),
      token: { madeWithOlderSettings: true },
    })
  })

  it('sends no more of what was true before', async () => {
    const { engine, http, tried, id } = await startRefused()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = engine.tryOtherMethods(id)
    await settled()
    await engine.update(id, draftOf({}, { password: 'another' }))
    answer.resolve(refused)
    await asked
    expect(tried()).toEqual(['raw'])
  })

  it('keeps a new name beside the method that was found', async () => {
    const { engine, http, view, id } = await startRefused()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = engine.tryOtherMethods(id)
    await settled()
    await engine.update(id, draftOf({ name: 'Other' }, {}))
    answer.resolve(rotating(null, 0))
    await asked
    expect(view(id)).toMatchObject({
      settings: settingsLike({ name: 'Other', basicEncoding: 'raw' }),
      token: { madeWithOlderSettings: false },
    })
  })
})

it('an ordinary request never changes a setting', async () => {
  const { create, engine, http, view } = await startEngine()
  const id = await create(draftOf({ clientAuthentication: 'body' }))
  const answer = deferred<RawAnswer>()
  http.serve(() => answer.promise)
  const asked = engine.obtain(id)
  await settled()
  await engine.update(id, draftOf({ basicEncoding: 'raw' }, {}))
  answer.resolve(rotating(null, 0))
  await asked
  expect(view(id)).toMatchObject({ settings: settingsLike({ basicEncoding: 'raw' }), token: {} })
})

describe('the other methods are offered', () => {
  it('when the client was refused, and the secrets are there', async () => {
    const { view, engine, id } = await startRefused()
    expect(view(id).hasOtherMethods).toBe(true)
    await engine.update(id, draftOf({}, { password: null }))
    expect(view(id).hasOtherMethods).toBe(false)
  })

  it('not before, and not after any other answer', async () => {
    const { create, engine, http, view } = await startEngine()
    const id = await create()
    expect(view(id).hasOtherMethods).toBe(false)
    for (const answer of [wrongUser, { status: 500 }, rotating(null, 0)]) {
      http.serve(() => answer)
      await engine.obtain(id)
      expect(view(id).hasOtherMethods).toBe(false)
    }
  })
})

it('a method by which the client is known and not allowed ends the run and is kept', async () => {
  const { engine, http, create, view } = await startEngine()
  const secrets = { clientSecret: 'a b+c', password: 'p' }
  const id = await create(draftOf({ keepFresh: false }, secrets))
  const raw = `Basic ${btoa('the-client:a b+c')}`
  http.serve(({ headers }) =>
    headers['authorization'] === raw
      ? json(400, {
          error: 'unauthorized_client',
          error_description: 'not allowed for direct access grants',
        })
      : json(401, { error: 'invalid_client' }),
  )
  await engine.obtain(id)
  const outcome = await engine.tryOtherMethods(id)
  expect(http.requests).toHaveLength(2)
  expect(outcome).toMatchObject({ kind: 'grant-not-allowed', oauthError: 'unauthorized_client' })
  expect(view(id).settings).toMatchObject(
    settingsLike({ clientAuthentication: 'basic', basicEncoding: 'raw' }),
  )
})
