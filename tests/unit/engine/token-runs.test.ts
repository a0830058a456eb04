import { describe, expect, it } from 'vitest'
import { draftOf } from '../../support/engine/drafts.ts'
import {
  deferred,
  repeating,
  rotating,
  startEngine,
} from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { settingsLike } from '../../support/profiles/settings.ts'

const failure = (error: object) => expect.objectContaining({ error })
const refusedGrant = () => json(400, { error: 'invalid_grant' })
const grantsOf = (requests: readonly { readonly body: string }[]) =>
  requests.map(({ body }) => new URLSearchParams(body).get('grant_type'))

describe('one run per profile', () => {
  it('fifty callers of both kinds make one request and share its result', async () => {
    const { create, engine, http } = await startEngine()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const id = await create()
    const calls = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0 ? engine.obtain(id) : engine.refresh(id),
    )
    await settled()
    answer.resolve(rotating(null, 0))
    const outcomes = await Promise.all(calls)
    expect(http.requests).toHaveLength(1)
    expect(outcomes).toEqual(Array(50).fill({ kind: 'obtained' }))
  })

  it('a failure is shared as well', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(() => ({ status: 503 }))
    const id = await create()
    const [one, other] = await Promise.all([engine.obtain(id), engine.obtain(id)])
    expect(one).toMatchObject({ kind: 'server-trouble', status: 503 })
    expect(other).toEqual(one)
    expect(http.requests).toHaveLength(1)
  })

  it('a request after its end starts the next', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(rotating)
    const id = await create()
    const next: Promise<unknown>[] = []
    const leave = engine.subscribe(() => {
      if (view(id).token === null || view(id).tokenRun !== null) return
      leave()
      next.push(engine.refresh(id))
    })
    await engine.obtain(id)
    await Promise.all(next)
    expect(grantsOf(http.requests)).toEqual(['password', 'refresh_token'])
  })

  it('is shown while it lasts', async () => {
    const { create, engine, http, changes } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await engine.refresh(id)
    expect(changes.map(({ profiles }) => profiles[0]?.tokenRun?.what ?? null)).toEqual([
      null,
      'obtain',
      null,
      'refresh',
      null,
    ])
  })

  it('two profiles do not wait for each other', async () => {
    const { create, engine, http } = await startEngine()
    const slow = deferred<RawAnswer>()
    const [one, other] = [await create(), await create()]
    http.serve((_, index) => (index === 0 ? slow.promise : repeating(null, index)))
    const first = engine.obtain(one)
    await expect(engine.obtain(other)).resolves.toEqual({ kind: 'obtained' })
    slow.resolve({ status: 500 })
    await expect(first).resolves.toMatchObject({ kind: 'server-trouble' })
  })
})

describe('a profile that was corrected while a request is under way', () => {
  it('starts a new run instead of joining one with older settings', async () => {
    const { create, engine, http } = await startEngine()
    http.serve((_, index) => (index === 0 ? deferred<RawAnswer>().promise : repeating(null, index)))
    const wrong = draftOf({ tokenEndpoint: 'https://wrong.example/token' })
    const id = await create(wrong)
    const first = engine.obtain(id)
    await settled()
    await engine.update(id, draftOf({ tokenEndpoint: 'https://right.example/token' }))
    await expect(engine.obtain(id)).resolves.toEqual({ kind: 'obtained' })
    await expect(first).resolves.toEqual({ kind: 'cancelled' })
    expect(http.requests.map(({ url }) => url)).toEqual([
      'https://wrong.example/token',
      'https://right.example/token',
    ])
  })

  it('lets a refresh end first: its answer may hold the only good refresh token', async () => {
    const { create, engine, http, sealed } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    const answer = deferred<RawAnswer>()
    http.serve((_, index) => (index === 1 ? answer.promise : rotating(null, index)))
    const first = engine.refresh(id)
    await settled()
    await engine.update(id, draftOf({ clientAuthentication: 'body' }))
    const second = engine.refresh(id)
    await settled()
    expect(http.requests).toHaveLength(2)
    answer.resolve(rotating(null, 1))
    await expect(first).resolves.toEqual({ kind: 'obtained' })
    await expect(second).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests.at(-1)?.body).toContain('refresh_token=refresh-2')
    expect(sealed(id).token?.refreshToken).toBe('refresh-3')
  })
})

describe('a request is cancelled', () => {
  it('by the user, and is reported', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(() => deferred<RawAnswer>().promise)
    const id = await create()
    const asked = engine.obtain(id)
    await settled()
    engine.cancel(id)
    await expect(asked).resolves.toEqual({ kind: 'cancelled' })
    expect(view(id)).toMatchObject({
      tokenRun: null,
      activity: [{ outcome: { kind: 'cancelled' } }],
    })
  })

  it('only if there is one', async () => {
    const { create, engine, changes } = await startEngine()
    const id = await create()
    engine.cancel(id)
    expect(changes).toHaveLength(1)
  })
})

describe('while a request is under way', () => {
  it('the profile may be removed, and a late answer does not bring it back', async () => {
    const { create, engine, http, store } = await startEngine()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const id = await create()
    const asked = engine.obtain(id)
    const removed = engine.remove(id)
    answer.resolve(rotating(null, 0))
    await removed
    await expect(asked).resolves.toEqual({ kind: 'cancelled' })
    expect(engine.profiles()).toEqual([])
    expect(store.durable.size).toBe(0)
  })

  it('the profile may be removed, which ends the run', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(() => deferred<RawAnswer>().promise)
    const id = await create()
    const asked = engine.obtain(id)
    await settled()
    await engine.remove(id)
    await expect(asked).resolves.toEqual({ kind: 'cancelled' })
  })

  it('removal waits for a token that is being written, and wins', async () => {
    const { create, engine, http, store } = await startEngine()
    http.serve(rotating)
    const id = await create()
    const release = store.hold()
    const asked = engine.obtain(id)
    await settled()
    const removed = engine.remove(id)
    release()
    await Promise.all([asked, removed])
    expect(engine.profiles()).toEqual([])
    expect(store.durable.size).toBe(0)
  })

  it('the profile may be edited: the edit stays and the token is older than it', async () => {
    const { create, engine, http, view, sealed } = await startEngine()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const id = await create()
    const asked = engine.obtain(id)
    await settled()
    await engine.update(id, draftOf({ name: 'Other', scope: 'admin' }, { password: 'new' }))
    answer.resolve(rotating(null, 0))
    await asked
    expect(view(id)).toMatchObject({
      settings: settingsLike({ name: 'Other', scope: 'admin' }),
      token: { madeWithOlderSettings: true, scope: ['read', 'write'] },
    })
    expect(sealed(id).secrets.password).toBe('new')
  })

  it('an edit that fails to be written does not undo the token', async () => {
    const { create, engine, http, store, view } = await startEngine()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const id = await create()
    const asked = engine.obtain(id)
    await settled()
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    const edited = engine.update(id, draftOf({ name: 'Other' }, {}))
    answer.resolve(rotating(null, 0))
    await expect(edited).rejects.toEqual(failure({ code: 'not-saved', reason: 'disk-full' }))
    await asked
    expect(view(id)).toMatchObject({ settings: settingsLike({ name: 'Billing' }), saved: false })
    expect(engine.accessToken(id).text).toBe('access-1')
  })

  it('a refresh token that the user typed goes before the one that comes', async () => {
    const { create, engine, http, sealed } = await startEngine()
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const refreshing = { grantType: 'refreshToken' } as const
    const id = await create(draftOf(refreshing, { clientSecret: 's', refreshToken: 'old' }))
    const asked = engine.obtain(id)
    await settled()
    await engine.update(id, draftOf(refreshing, { refreshToken: 'new' }))
    answer.resolve(rotating(null, 0))
    await asked
    http.serve(rotating)
    await engine.refresh(id)
    expect(http.requests.at(-1)?.body).toContain('refresh_token=new')
    expect(sealed(id).token?.refreshToken).toBe('refresh-2')
  })

  it('a refused refresh token is not about settings that were changed during the run', async () => {
    const { create, engine, http, view } = await startEngine()
    const refreshing = { grantType: 'refreshToken' } as const
    const id = await create(draftOf(refreshing, { clientSecret: 's', refreshToken: 'old' }))
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    const asked = engine.obtain(id)
    await settled()
    await engine.update(id, draftOf(refreshing, { refreshToken: 'new' }))
    answer.resolve(refusedGrant())
    await expect(asked).resolves.toMatchObject({ kind: 'needs-sign-in' })
    expect(view(id).needsSignIn).toBe(false)
  })
})

describe('a refresh', () => {
  it('uses the newest refresh token, and an answer without one keeps it', async () => {
    const { create, engine, http, sealed } = await startEngine()
    http.serve((_, index) => (index === 0 ? rotating(null, 0) : repeating(null, index)))
    const id = await create()
    await engine.obtain(id)
    await engine.refresh(id)
    await engine.refresh(id)
    const used = http.requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
    expect(used).toEqual([null, 'refresh-1', 'refresh-1'])
    expect(sealed(id).token).toMatchObject({
      accessToken: 'access-3',
      refreshToken: 'refresh-1',
      obtainedBy: 'refreshToken',
    })
  })

  it('without a refresh token runs the grant again', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(repeating)
    const id = await create()
    await engine.obtain(id)
    await engine.refresh(id)
    expect(grantsOf(http.requests)).toEqual(['password', 'password'])
    expect(view(id).activity.map(({ what, by }) => [what, by])).toEqual([
      ['refresh', 'user'],
      ['obtain', 'user'],
    ])
  })

  it('never sends a refresh token to a server that it did not come from', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await engine.update(id, draftOf({ tokenEndpoint: 'https://elsewhere.example/token' }, {}))
    await engine.refresh(id)
    expect(http.requests[1]?.url).toBe('https://elsewhere.example/token')
    expect(http.requests[1]?.body).not.toContain('refresh-1')
    expect(grantsOf(http.requests)).toEqual(['password', 'password'])
  })

  it('a new grant of another user does not keep the refresh token of the first', async () => {
    const { create, engine, http, sealed } = await startEngine()
    http.serve((_, index) => (index === 0 ? rotating(null, 0) : repeating(null, index)))
    const id = await create()
    await engine.obtain(id)
    await engine.obtain(id)
    expect(sealed(id).token?.refreshToken).toBe('refresh-1')
    await engine.update(id, draftOf({ userName: 'bob' }, {}))
    await engine.obtain(id)
    expect(sealed(id).token?.refreshToken).toBeNull()
  })

  it('of a token of older settings does not make it one of the new ones', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await engine.update(id, draftOf({ scope: 'admin' }, {}))
    await engine.refresh(id)
    expect(view(id).token).toMatchObject({ madeWithOlderSettings: true, scope: ['read', 'write'] })
    await engine.update(id, draftOf({}, { clientSecret: 'rotated' }))
    await engine.refresh(id)
    expect(view(id).token?.madeWithOlderSettings).toBe(false)
  })
})

describe('a dead refresh token', () => {
  it('means: sign in again; nothing is thrown away, and a new grant ends it', async () => {
    const { create, engine, http, sealed, view, store } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    http.serve(refusedGrant)
    await expect(engine.refresh(id)).resolves.toMatchObject({ kind: 'needs-sign-in' })
    expect(view(id).needsSignIn).toBe(true)
    expect(store.durable.get(id)?.needsSignIn).toBe(true)
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    http.serve(repeating)
    await engine.obtain(id)
    expect(view(id)).toMatchObject({ needsSignIn: false, token: { hasRefreshToken: false } })
  })

  it('stays dead when the next attempt fails for another reason', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve((_, index) => [rotating(null, 0), refusedGrant()][index] ?? { status: 500 })
    const id = await create()
    await engine.obtain(id)
    await engine.refresh(id)
    await engine.refresh(id)
    expect(view(id)).toMatchObject({
      needsSignIn: true,
      activity: [{ outcome: { kind: 'server-trouble' } }, {}, {}],
    })
  })

  it('is not sent again: a refresh by the user runs the grant then', async () => {
    const { create, engine, http } = await startEngine()
    http.serve((_, index) => (index === 1 ? refusedGrant() : rotating(null, index)))
    const id = await create()
    await engine.obtain(id)
    await engine.refresh(id)
    await engine.refresh(id)
    expect(grantsOf(http.requests)).toEqual(['password', 'refresh_token', 'password'])
  })

  it('every other failure keeps the token and does not ask to sign in', async () => {
    const answers = [
      json(401, { error: 'invalid_client' }),
      json(400, { error: 'invalid_scope' }),
      { status: 403 },
      { status: 500 },
      { status: 200, body: '<html>' },
    ]
    for (const answer of answers) {
      const { create, engine, http, sealed, view } = await startEngine()
      http.serve((_, index) => (index === 0 ? rotating(null, 0) : answer))
      const id = await create()
      await engine.obtain(id)
      await engine.refresh(id)
      expect(view(id).needsSignIn).toBe(false)
      expect(sealed(id).token?.refreshToken).toBe('refresh-1')
      expect(engine.accessToken(id).text).toBe('access-1')
    }
  })
})

describe('the facts of a token', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const jwt = (claims: object) => `${part({ alg: 'none' })}.${part(claims)}.`
  const obtain = async (fields: Record<string, unknown>, delay = 0) => {
    const { create, engine, http, clock, view } = await startEngine()
    const sentAt = clock.now()
    http.serve(async () => {
      clock.set(clock.now() + delay)
      return json(200, { token_type: 'Bearer', access_token: 'opaque', ...fields })
    })
    const id = await create()
    await engine.obtain(id)
    return { token: view(id).token, sentAt }
  }

  it('its life is counted from the request', async () => {
    const { token, sentAt } = await obtain({ expires_in: 60 }, 20_000)
    expect(token).toMatchObject({
      issuedAt: sentAt,
      expiresAt: sentAt + 60_000,
      expiryFrom: 'expires_in',
    })
  })

  it('without a life it expires as the JWT says', async () => {
    const exp = Date.UTC(2026, 0, 2) / 1000
    const { token } = await obtain({ access_token: jwt({ exp }) })
    expect(token).toMatchObject({ format: 'jwt', expiresAt: exp * 1000, expiryFrom: 'jwt' })
  })

  it('the life goes before the JWT', async () => {
    const { token, sentAt } = await obtain({ expires_in: 5, access_token: jwt({ exp: 4e9 }) })
    expect(token?.expiresAt).toBe(sentAt + 5000)
  })

  it('else the expiry is unknown, also if the JWT had expired before', async () => {
    const unknown = { expiresAt: null, expiryFrom: 'unknown' }
    expect((await obtain({})).token).toMatchObject(unknown)
    expect((await obtain({ access_token: jwt({ exp: 1 }) })).token).toMatchObject(unknown)
    expect((await obtain({ expires_in: -1 })).token).toMatchObject(unknown)
  })

  it('its scope is the granted one, or the requested one', async () => {
    expect((await obtain({ scope: 'read' })).token?.scope).toEqual(['read'])
    expect((await obtain({})).token?.scope).toEqual(['read', 'write'])
  })
})

describe('the obstacles of a request', () => {
  it('a secret that is missing is named, and nothing is sent', async () => {
    const { create, engine, http } = await startEngine()
    const id = await create(draftOf({}, { clientSecret: 's' }))
    const missing = failure({ code: 'secrets-missing', names: ['password'] })
    await expect(engine.obtain(id)).rejects.toEqual(missing)
    await expect(engine.refresh(id)).rejects.toEqual(missing)
    expect(http.requests).toEqual([])
  })

  it('a refresh does not need the password', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await engine.update(id, draftOf({}, { password: null }))
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
  })

  it('a profile that lives on a refresh token needs one', async () => {
    const { create, engine } = await startEngine()
    const id = await create(draftOf({ grantType: 'refreshToken' }, {}))
    await expect(engine.obtain(id)).rejects.toEqual(
      failure({ code: 'secrets-missing', names: ['refreshToken', 'clientSecret'] }),
    )
  })

  it.each([
    ['newer-format', 'vault-read-only'],
    ['in-use', 'vault-in-use'],
    ['changed-elsewhere', 'vault-changed'],
  ] as const)(
    'a vault that can not be written (%s): a rotated token would be lost',
    async (reason, code) => {
      const { create, engine, http, store } = await startEngine()
      const id = await create()
      store.setProtection({ kind: 'read-only', reason })
      await expect(engine.obtain(id)).rejects.toEqual(failure({ code }))
      expect(http.requests).toEqual([])
    },
  )

  it('a bug rejects the call, and the profile can be used again', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(() => {
      throw new TypeError('a bug')
    })
    const id = await create()
    await expect(engine.obtain(id)).rejects.toThrow('a bug')
    expect(view(id).tokenRun).toBeNull()
    http.serve(rotating)
    await expect(engine.obtain(id)).resolves.toEqual({ kind: 'obtained' })
  })
})

it('the activity has the newest first, fifty at most, on disk as well', async () => {
  const { create, engine, http, view, store, clock } = await startEngine()
  const id = await create()
  http.serve((_, index) => (index === 59 ? rotating(null, 0) : { status: 500 }))
  for (let count = 0; count < 60; count += 1) {
    clock.set(clock.now() + 1000)
    await engine.obtain(id)
  }
  expect(view(id).activity).toHaveLength(50)
  expect(view(id).activity[0]).toEqual({
    at: clock.now(),
    what: 'obtain',
    by: 'user',
    outcome: { kind: 'obtained' },
  })
  expect(store.durable.get(id)?.activity).toEqual(view(id).activity)
})

describe('the scope of a token', () => {
  const obtained = async (fields: Record<string, unknown>, refreshed?: Record<string, unknown>) => {
    const { create, engine, http, view } = await startEngine()
    const token = { token_type: 'Bearer', access_token: 'a-1', refresh_token: 'r-1' }
    http.serve((_, index) => json(200, { ...token, ...(index === 0 ? fields : refreshed) }))
    const id = await create(draftOf({ scope: 'read write' }))
    await engine.obtain(id)
    if (refreshed !== undefined) await engine.refresh(id)
    const { scope, scopeFrom } = view(id).token ?? {}
    return { scope, scopeFrom }
  }
  const requested = { scope: ['read', 'write'], scopeFrom: 'request' }
  const granted = { scope: ['read'], scopeFrom: 'answer' }

  it('is the one that the server named, or the requested one', async () => {
    expect(await obtained({ scope: 'read' })).toEqual(granted)
    expect(await obtained({})).toEqual(requested)
    expect(await obtained({ scope: null })).toEqual(requested)
  })

  it('stays unchanged after a refresh that does not name it', async () => {
    expect(await obtained({ scope: 'read' }, {})).toEqual(granted)
    expect(await obtained({}, {})).toEqual(requested)
    expect(await obtained({}, { scope: 'read' })).toEqual(granted)
  })

  it('is shown without a word that repeats a secret', async () => {
    expect(await obtained({ scope: 'read the-client-secret r-1 a-1' })).toEqual(granted)
  })
})
