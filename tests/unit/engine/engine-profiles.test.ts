import { describe, expect, it } from 'vitest'
import type { StoredProfile } from '../../../src/main/engine/stored-profile.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { profileView } from '../../../src/shared/profile-view.ts'
import { draftOf, settings } from '../../support/engine/drafts.ts'
import { repeating, rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { optionOf, settingsLike } from '../../support/profiles/settings.ts'

const unknownId = '99999999-9999-4999-8999-999999999999'
const failure = (code: string) =>
  expect.objectContaining({ error: expect.objectContaining({ code }) })

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (cause) {
    if (cause instanceof Failure) return cause.error.code
  }
  return 'nothing was thrown'
}

describe('a locked profile', () => {
  it.each([
    [{ kind: 'read-only', reason: 'newer-format' }, 'vault-read-only'],
    [{ kind: 'read-only', reason: 'in-use' }, 'vault-in-use'],
    [{ kind: 'memory-only', reason: 'locked' }, 'vault-locked'],
  ] as const)('is refused with the reason that the vault has (%j)', async (protection, code) => {
    const profile = { ...sampleProfile('Reports'), sealed: 'locked' } as const
    const { engine, store } = await startEngine({ stored: [profile] })
    store.setProtection(protection)
    const { id } = profile
    await expect(engine.update(id, draftOf())).rejects.toEqual(failure(code))
    await expect(engine.remove(id)).rejects.toEqual(failure(code))
    await expect(engine.changeMarks(id, { keepFresh: true })).rejects.toEqual(failure(code))
    expect(codeOf(() => engine.header(id))).toBe(code)
    expect(store.writes).toBe(0)
  })
})

describe('a new profile', () => {
  it('is on disk when its id is known, and is announced to listeners', async () => {
    const { create, store, changes, engine, view } = await startEngine()
    const id = await create()
    expect(optionOf(store.durable.get(id)?.settings, 'name')).toBe('Billing')
    expect(changes).toEqual([{ revision: 1, profiles: [view(id)], removed: [] }])
    expect(engine.revision()).toBe(1)
    expect(view(id)).toMatchObject({
      lifetime: 'saved',
      savedSecrets: ['clientSecret', 'password'],
      token: null,
      tokenRun: null,
      saved: true,
    })
  })

  it('is not kept if it can not be written', async () => {
    const { create, store, engine, changes } = await startEngine()
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    await expect(create()).rejects.toEqual(failure('not-saved'))
    expect(engine.profiles()).toEqual([])
    expect(changes).toEqual([])
  })

  it('for a session never touches the store', async () => {
    const { engine, store, http, view } = await startEngine()
    http.serve(rotating)
    const id = await engine.create(draftOf(), 'session')
    await engine.obtain(id)
    await engine.update(id, draftOf({ name: 'Other' }, {}))
    expect(view(id)).toMatchObject({
      lifetime: 'session',
      saved: true,
      settings: settingsLike({ name: 'Other' }),
    })
    await engine.remove(id)
    await engine.close()
    expect(store.writes).toBe(0)
  })

  it('keeps no secret that its settings do not use', async () => {
    const { create, sealed } = await startEngine()
    const secrets = {
      clientSecret: 's',
      password: 'p',
      refreshToken: 'r',
      'parameter:always:x': 'y',
      'header:always:x': 'y',
    } as const
    const id = await create(draftOf({ grantType: 'clientCredentials' }, secrets))
    expect(sealed(id).secrets).toEqual({ clientSecret: 's' })
  })
})

describe('an edited profile', () => {
  it('keeps the secrets that the draft does not speak of', async () => {
    const { create, engine, sealed } = await startEngine()
    const id = await create()
    await engine.update(id, draftOf({ name: 'Other' }, {}))
    expect(sealed(id)).toMatchObject({
      secrets: { clientSecret: 'the-client-secret', password: 'the-password' },
      secretsRevision: 1,
    })
  })

  it('forgets a secret that the draft forgets, and takes one that it sets', async () => {
    const { create, engine, sealed, view } = await startEngine()
    const id = await create()
    await engine.update(id, draftOf({}, { password: null, clientSecret: 'new' }))
    expect(sealed(id)).toMatchObject({ secrets: { clientSecret: 'new' }, secretsRevision: 2 })
    expect(view(id).savedSecrets).toEqual(['clientSecret'])
  })

  it('is another one to the server if a secret is forgotten', async () => {
    const { create, engine, http, sealed, view } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await engine.update(id, draftOf({}, { password: null }))
    expect(sealed(id).secretsRevision).toBe(2)
    expect(view(id).token?.madeWithOlderSettings).toBe(true)
  })

  it('drops the value of a secret parameter that was removed', async () => {
    const { create, engine, sealed } = await startEngine()
    const extra = { secret: true, name: 'api_key', sentWith: 'always' } as const
    const kept = { clientSecret: 's', password: 'p', 'header:always:api_key': 'h' } as const
    const secrets = { ...kept, 'parameter:always:api_key': 'k' } as const
    const id = await create(draftOf({ extraParameters: [extra], extraHeaders: [extra] }, secrets))
    expect(sealed(id).secrets).toEqual(secrets)
    await engine.update(id, draftOf({ extraParameters: [], extraHeaders: [extra] }, {}))
    expect(sealed(id).secrets).toEqual(kept)
  })

  it('obtains without a secret that only its refreshes need, and keeps it for them', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(rotating)
    const extra = { secret: true, name: 'X-Key', sentWith: 'refreshing' } as const
    const secrets = { clientSecret: 's', password: 'p' }
    const id = await create(draftOf({ extraHeaders: [extra] }, secrets))
    expect((await engine.obtain(id)).kind).toBe('obtained')
    await expect(engine.refresh(id)).rejects.toEqual(failure('secrets-missing'))
    await engine.update(id, draftOf({ extraHeaders: [extra] }, { 'header:refreshing:X-Key': 'k' }))
    expect((await engine.refresh(id)).kind).toBe('obtained')
    expect(http.requests.map(({ headers }) => headers['x-key'])).toEqual([undefined, 'k'])
  })

  it('sends its refresh token to another refresh endpoint at the user’s word', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    await engine.update(id, draftOf({ refreshEndpoint: 'https://other.example/refresh' }, {}))
    expect(view(id).token).toMatchObject({ madeWithOlderSettings: true, hasRefreshToken: true })
    await engine.refresh(id)
    expect(http.requests.map(({ url }) => url)).toEqual([
      'https://auth.example/token',
      'https://other.example/refresh',
    ])
    expect(new URLSearchParams(http.requests[1]?.body).get('refresh_token')).toBe('refresh-1')
  })

  it('keeps its token, marked as older than the settings', async () => {
    const { create, engine, http, view } = await startEngine()
    http.serve(rotating)
    const id = await create()
    await engine.obtain(id)
    expect(view(id).token?.madeWithOlderSettings).toBe(false)
    await engine.update(id, draftOf({ name: 'Only the name' }, {}))
    expect(view(id).token?.madeWithOlderSettings).toBe(false)
    await engine.update(id, draftOf({ scope: 'read' }, {}))
    expect(view(id).token).toMatchObject({ madeWithOlderSettings: true, hasRefreshToken: true })
    await engine.obtain(id)
    expect(view(id).token?.madeWithOlderSettings).toBe(false)
  })

  it('is as it was if the change can not be written', async () => {
    const { create, engine, store, view } = await startEngine()
    const id = await create()
    store.failWith({ code: 'not-saved', reason: 'other' })
    await expect(engine.update(id, draftOf({ name: 'Other' }, {}))).rejects.toEqual(
      failure('not-saved'),
    )
    await expect(engine.changeMarks(id, { keepFresh: false })).rejects.toEqual(failure('not-saved'))
    await expect(engine.remove(id)).rejects.toEqual(failure('not-saved'))
    expect(view(id).settings).toEqual(settings)
  })

  it('does not lose the other when two changes come at once', async () => {
    const { create, engine, store, view } = await startEngine()
    const id = await create()
    const release = store.hold()
    const changes = [
      engine.update(id, draftOf({ name: 'Other' }, {})),
      engine.changeMarks(id, { keepFresh: false }),
    ]
    release()
    await Promise.all(changes)
    expect(store.durable.get(id)?.settings).toMatchObject(
      settingsLike({ name: 'Other', keepFresh: false }),
    )
    expect(view(id).settings).toMatchObject(settingsLike({ name: 'Other', keepFresh: false }))
  })

  it('uses the refresh token that the user typed, not the older one', async () => {
    const { create, engine, http } = await startEngine()
    http.serve(rotating)
    const refreshing = { grantType: 'refreshToken' } as const
    const id = await create(draftOf(refreshing, { clientSecret: 's', refreshToken: 'typed-1' }))
    await engine.obtain(id)
    await engine.obtain(id)
    await engine.update(id, draftOf(refreshing, { refreshToken: 'typed-2' }))
    await engine.obtain(id)
    const used = http.requests.map(({ body }) => new URLSearchParams(body).get('refresh_token'))
    expect(used).toEqual(['typed-1', 'refresh-1', 'typed-2'])
  })
})

describe('a removed profile', () => {
  it('is gone from the disk and from the window', async () => {
    const { create, engine, store, changes } = await startEngine()
    const id = await create()
    await engine.remove(id)
    expect(store.durable.size).toBe(0)
    expect(engine.profiles()).toEqual([])
    expect(changes.at(-1)).toEqual({ revision: 2, profiles: [], removed: [id] })
  })

  it('and one that never was can not be acted on', async () => {
    const { engine } = await startEngine()
    const draft = draftOf()
    await expect(engine.update(unknownId, draft)).rejects.toEqual(failure('profile-not-found'))
    await expect(engine.remove(unknownId)).rejects.toEqual(failure('profile-not-found'))
    await expect(engine.changeMarks(unknownId, { keepFresh: true })).rejects.toEqual(
      failure('profile-not-found'),
    )
    await expect(engine.obtain(unknownId)).rejects.toEqual(failure('profile-not-found'))
    await expect(engine.refresh(unknownId)).rejects.toEqual(failure('profile-not-found'))
    for (const act of [engine.cancel, engine.readToken, engine.header, engine.accessToken]) {
      expect(codeOf(() => act(unknownId))).toBe('profile-not-found')
    }
  })
})

describe('a locked profile', () => {
  const locked: StoredProfile = {
    id: unknownId,
    settings,
    needsSignIn: false,
    lostAnswers: 0,
    lastUsed: null,
    activity: [],
    sealed: 'locked',
  }

  it('is listed, and nothing can be done with it', async () => {
    const { engine, store, view } = await startEngine({ stored: [locked] })
    expect(view(unknownId)).toMatchObject({ locked: true, token: null, savedSecrets: [] })
    await expect(engine.obtain(unknownId)).rejects.toEqual(failure('vault-locked'))
    await expect(engine.refresh(unknownId)).rejects.toEqual(failure('vault-locked'))
    await expect(engine.update(unknownId, draftOf())).rejects.toEqual(failure('vault-locked'))
    await expect(engine.changeMarks(unknownId, { keepFresh: false })).rejects.toEqual(
      failure('vault-locked'),
    )
    await expect(engine.remove(unknownId)).rejects.toEqual(failure('vault-locked'))
    for (const act of [engine.cancel, engine.readToken, engine.header, engine.accessToken]) {
      expect(codeOf(() => act(unknownId))).toBe('vault-locked')
    }
    expect(store.writes).toBe(0)
  })
})

describe('the token', () => {
  it('can be read and copied with its end', async () => {
    const { create, engine, http, clock } = await startEngine()
    http.serve(repeating)
    const id = await create()
    for (const act of [engine.readToken, engine.header, engine.accessToken]) {
      expect(codeOf(() => act(id))).toBe('no-token')
    }
    await engine.obtain(id)
    const expiresAt = clock.now() + 3_600_000
    expect(engine.header(id)).toEqual({ text: 'Authorization: Bearer access-1', expiresAt })
    expect(engine.accessToken(id)).toEqual({ text: 'access-1', expiresAt })
    expect(engine.readToken(id)).toEqual({ format: 'opaque', length: 8 })
  })

  it('is described to the window without it, and without any secret', async () => {
    const { create, engine, http, view, changes, log } = await startEngine()
    http.serve(() =>
      json(400, { error: 'oops_the-client-secret', error_description: 'the-password' }),
    )
    const id = await create()
    await engine.obtain(id)
    http.serve(rotating)
    await engine.obtain(id)
    await engine.refresh(id)
    expect(profileView.parse(view(id))).toEqual(view(id))
    const seen = JSON.stringify([changes, log.entries, engine.profiles()])
    for (const secret of [
      'the-client-secret',
      'the-password',
      'access-',
      'refresh-1',
      'refresh-2',
    ]) {
      expect(seen).not.toContain(secret)
    }
  })
})

describe('what was stored', () => {
  it('is there again after a restart, with its token', async () => {
    const first = await startEngine()
    first.http.serve(rotating)
    const id = await first.create()
    await first.engine.obtain(id)
    await first.engine.close()
    const second = await startEngine({ stored: [...first.store.durable.values()] })
    // The report for support is of this run of the app alone.
    expect(second.view(id)).toEqual({ ...first.view(id), hasReport: false })
    expect(second.engine.accessToken(id).text).toBe('access-1')
  })
})

it('a failing listener affects no other, and an unsubscribed one is not called', async () => {
  const { create, engine, log, changes } = await startEngine()
  const heard: number[] = []
  engine.subscribe(() => {
    throw new Error('listener')
  })
  const leave = engine.subscribe(({ revision }) => heard.push(revision))
  const id = await create()
  leave()
  await engine.changeMarks(id, { keepFresh: false })
  expect(heard).toEqual([1])
  expect(changes.map(({ revision }) => revision)).toEqual([1, 2])
  expect(log.incidents.map(({ event }) => event)).toEqual(['listener-failed', 'listener-failed'])
})
