import { describe, expect, it } from 'vitest'
import { needsPerson } from '../../../src/shared/needs-person.ts'
import { stateOf } from '../../../src/shared/profile-state.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import {
  browserDraft,
  idTokenOf,
  issuer,
  signInTo,
  startSignIn,
  until,
} from '../../support/engine/sign-in.ts'
import { makeEcKey } from '../../support/tokens/signed-token.ts'

const openid = { scope: 'openid', issuer } as const
const hour = 3600_000
const answer = (fields: Readonly<Record<string, unknown>>) =>
  json(200, { access_token: 'access-1', token_type: 'Bearer', expires_in: 3600, ...fields })

type World = Awaited<ReturnType<typeof startSignIn>>

/** Ends a sign-in: the server answers with what the nonce of the page makes. */
async function finish(
  { http, browser }: Pick<World, 'http' | 'browser'>,
  obtaining: World['obtaining'],
  fieldsFor: (nonce: string) => Readonly<Record<string, unknown>>,
) {
  const nonce = browser.lastPage().get('nonce') ?? ''
  http.serve(() => answer(fieldsFor(nonce)))
  await browser.comeBack({ code: 'the-code' })
  return obtaining
}

describe('the ID token of a sign-in', () => {
  it('is kept with the token if all agrees', async () => {
    const world = await startSignIn(openid)
    const outcome = await finish(world, world.obtaining, (nonce) => ({
      id_token: idTokenOf({ nonce, name: 'Ada' }),
    }))
    expect(outcome).toEqual({ kind: 'obtained' })
    expect(world.view(world.id).token?.issuedTo).toMatchObject({ subject: 'ada', name: 'Ada' })
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }, 'id-token-issuer'],
    ['the issuer with a slash', { iss: `${issuer}/` }, 'id-token-issuer'],
    ['another client', { aud: 'another' }, 'id-token-audience'],
    ['another authorized party', { aud: ['the-client'], azp: 'another' }, 'id-token-audience'],
    ['another nonce', { nonce: 'another' }, 'id-token-nonce'],
    ['no nonce', { nonce: undefined }, 'id-token-nonce'],
    ['an end that has passed', { exp: Date.UTC(2025, 0, 1) / 1000 }, 'id-token-times'],
    ['a beginning in the future', { iat: Date.UTC(2027, 0, 1) / 1000 }, 'id-token-times'],
  ])('is not believed with %s, and no token is kept', async (_, claims, doubt) => {
    const world = await startSignIn(openid)
    const outcome = await finish(world, world.obtaining, (nonce) => ({
      id_token: idTokenOf({ nonce, ...claims }),
    }))
    expect(outcome).toEqual({ kind: 'not-believed', doubt })
    expect(world.view(world.id).token).toBeNull()
    expect(world.sealed(world.id).token).toBeNull()
  })

  it('is not believed if it is none', async () => {
    const world = await startSignIn(openid)
    const outcome = await finish(world, world.obtaining, () => ({ id_token: 'not-a-jwt' }))
    expect(outcome).toEqual({ kind: 'not-believed', doubt: 'id-token-unreadable' })
  })

  it('is compared with the clock of the server, where that is known', async () => {
    const world = await startSignIn(openid)
    const ahead = 5 * hour
    const iat = (world.clock.now() + ahead) / 1000
    const nonce = world.browser.lastPage().get('nonce') ?? ''
    const date = new Date(world.clock.now() + ahead).toUTCString()
    const body = answer({ id_token: idTokenOf({ nonce, iat, exp: iat + 3600 }) })
    world.http.serve(() => ({ ...body, headers: { ...body.headers, Date: date } }))
    await world.browser.comeBack({ code: 'the-code' })
    await expect(world.obtaining).resolves.toEqual({ kind: 'obtained' })
  })

  it('of a renewal is of the same person, or not believed', async () => {
    const world = await startSignIn(openid)
    const { engine, http, id, sealed } = world
    await finish(world, world.obtaining, (nonce) => ({
      id_token: idTokenOf({ nonce }),
      refresh_token: 'refresh-1',
    }))
    http.serve(() => answer({ access_token: 'access-2', id_token: idTokenOf({ sub: 'bob' }) }))
    await expect(engine.refresh(id)).resolves.toEqual({
      kind: 'not-believed',
      doubt: 'id-token-subject',
    })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    http.serve(() => answer({ access_token: 'access-2', id_token: idTokenOf({}) }))
    await expect(engine.refresh(id)).resolves.toEqual({ kind: 'obtained' })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-2' })
  })
})

describe('the signature of an ID token', () => {
  const key = makeEcKey('k1')
  const jwksUri = 'https://auth.example/keys'
  const start = Date.UTC(2026, 0, 1) / 1000
  const claims = { iss: issuer, aud: 'the-client', sub: 'ada', iat: start, exp: start + 3600 }

  /** A person who is signed in, at a server whose keys were read by a click. */
  async function signedIn(readsKeys: boolean) {
    const started = await startEngine()
    const { settings, secrets } = browserDraft(openid)
    const server = { ...settings.server, jwksUri }
    const id = await started.create({ settings: { ...settings, server }, secrets })
    const world = { ...started, id }
    const { obtaining } = await signInTo(started, id)
    await finish(world, obtaining, (nonce) => ({
      id_token: key.sign({ ...claims, nonce }),
      refresh_token: 'refresh-1',
    }))
    world.http.serve(() => json(200, { keys: [key.jwk] }))
    if (readsKeys) {
      const { idToken } = await world.engine.checkSignature(world.id)
      expect(idToken).toEqual({ kind: 'genuine' })
    }
    const renewWith = (idToken: string) => {
      world.http.serve(() => answer({ access_token: 'access-2', id_token: idToken }))
      return world.engine.refresh(world.id)
    }
    return { ...world, renewWith }
  }

  it('is checked where the keys are known, and no token is taken with a wrong one', async () => {
    const { renewWith, sealed, id, http } = await signedIn(true)
    const before = http.requests.length
    const forged = makeEcKey('k1').sign(claims)
    await expect(renewWith(forged)).resolves.toEqual({
      kind: 'not-believed',
      doubt: 'id-token-signature',
    })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    await expect(renewWith(key.sign(claims))).resolves.toEqual({
      kind: 'obtained',
    })
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-2' })
    // A renewal never fetches keys.
    expect(http.requests.slice(before).map(({ method }) => method)).toEqual(['POST', 'POST'])
  })

  it('is no condition: a key may be new, and unknown keys are not fetched', async () => {
    const known = await signedIn(true)
    const replaced = makeEcKey('k2').sign(claims)
    await expect(known.renewWith(replaced)).resolves.toEqual({ kind: 'obtained' })
    const unknown = await signedIn(false)
    const forged = makeEcKey('k1').sign(claims)
    await expect(unknown.renewWith(forged)).resolves.toEqual({ kind: 'obtained' })
    expect(unknown.http.requests.some(({ url }) => url === jwksUri)).toBe(false)
  })
})

describe('a second sign-in without a refresh token', () => {
  async function signedInTwice(second: string | null, first: string | null = 'ada') {
    const world = await startSignIn(openid)
    const tokenFor = (sub: string | null) => (nonce: string) =>
      sub === null ? {} : { id_token: idTokenOf({ sub, nonce }) }
    await finish(world, world.obtaining, (nonce) => ({
      ...tokenFor(first)(nonce),
      refresh_token: 'refresh-1',
    }))
    const { obtaining } = await signInTo(world, world.id, () =>
      world.engine.signInAsSomebodyElse(world.id),
    )
    await finish(world, obtaining, tokenFor(second))
    return world.sealed(world.id).token
  }

  it('keeps the older one of the same person', async () => {
    const token = await signedInTwice('ada')
    expect(token).toMatchObject({ refreshToken: 'refresh-1' })
  })

  it.each([
    ['of another person', 'bob', 'ada'],
    ['of a person that is not known', null, 'ada'],
    ['if it is not known whose it was', 'ada', null],
    ['if nothing is known', null, null],
  ])('drops the older one %s', async (_, second, first) => {
    const token = await signedInTwice(second, first)
    expect(token).toMatchObject({ accessToken: 'access-1', refreshToken: null })
    const { idToken = '' } = token ?? {}
    if (second === null) expect(token).not.toHaveProperty('idToken')
    else expect(idToken).not.toBe('')
  })
})

describe('the renewal of a profile that is signed in to', () => {
  it('is silent with a refresh token, past the end of the first token', async () => {
    const world = await startSignIn()
    const { http, clock, browser, view, id } = world
    await finish(world, world.obtaining, () => ({ refresh_token: 'refresh-1' }))
    expect(needsPerson(view(id))).toBe(false)
    expect(view(id).renewsAt).not.toBeNull()
    http.serve(() => answer({ access_token: 'access-2', refresh_token: 'refresh-2' }))
    await clock.advance(hour)
    expect(world.sealed(id).token).toMatchObject({ accessToken: 'access-2' })
    expect(http.requests.at(-1)?.body).toContain('grant_type=refresh_token')
    expect(browser.opened).toHaveLength(1)
  })

  it('knows when its refresh token ends, as far as the server says', async () => {
    const world = await startSignIn()
    const { clock, engine, http, id, view } = world
    const lives = { refresh_token: 'refresh-1', refresh_expires_in: 7200 }
    const begun = clock.now()
    await finish(world, world.obtaining, () => lives)
    expect(view(id).token?.refreshExpiresAt).toBe(begun + 2 * hour)
    const renewed = async (fields: Readonly<Record<string, unknown>>) => {
      http.serve(() => answer(fields))
      await clock.advance(hour / 6)
      await engine.refresh(id)
      return (view(id).token?.refreshExpiresAt ?? Number.NaN) - begun
    }
    // The same refresh token ends as before; of another one nothing is known.
    expect(await renewed({})).toBe(2 * hour)
    expect(await renewed({ refresh_token: 'refresh-1' })).toBe(2 * hour)
    expect(await renewed({ refresh_token_expires_in: '60' })).toBe(hour / 2 + 60_000)
    expect(await renewed({ refresh_token: 'refresh-2' })).toBeNaN()
    expect(await renewed({ refresh_token: 'refresh-3', refresh_expires_in: 0 })).toBeNaN()
  })

  it('never opens the browser without a refresh token, and says when a sign-in is due', async () => {
    const world = await startSignIn()
    const { http, clock, browser, view, id, engine } = world
    await finish(world, world.obtaining, () => ({}))
    const end = view(id).token?.expiresAt ?? 0
    expect(view(id)).toMatchObject({ renewsAt: null })
    expect(stateOf(view(id), end - 1)).toBe('expiring-soon')
    const before = http.requests.length
    await clock.advance(3 * hour)
    engine.wake()
    await clock.advance(hour)
    await expect(engine.freshen(id)).resolves.toBe('not-needed')
    expect(http.requests).toHaveLength(before)
    expect(browser.opened).toHaveLength(1)
    expect(view(id)).toMatchObject({ tokenRun: null })
    expect(stateOf(view(id), clock.now())).toBe('needs-sign-in')
  })

  it('asks for a sign-in once the refresh token is refused, and opens nothing', async () => {
    const world = await startSignIn()
    const { http, clock, browser, view, id, sealed } = world
    await finish(world, world.obtaining, () => ({ refresh_token: 'refresh-1' }))
    http.serve(() => json(400, { error: 'invalid_grant' }))
    await clock.advance(2 * hour)
    expect(view(id)).toMatchObject({ needsSignIn: true, renewsAt: null })
    expect(browser.opened).toHaveLength(1)
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1' })
  })

  it('of the user without a refresh token is a sign-in', async () => {
    const world = await startSignIn()
    await finish(world, world.obtaining, () => ({}))
    const { obtaining } = await signInTo(world, world.id, () => world.engine.refresh(world.id))
    await expect(finish(world, obtaining, () => ({}))).resolves.toEqual({ kind: 'obtained' })
  })
})

describe('an Origin', () => {
  it('goes with every token request of a profile that sends one', async () => {
    const world = await startSignIn({ sendsOrigin: true })
    await finish(world, world.obtaining, () => ({ refresh_token: 'refresh-1' }))
    await world.engine.refresh(world.id)
    const origins = world.http.requests.map(({ headers }) => headers['origin'])
    expect(origins).toEqual(['http://127.0.0.1:17842', 'http://127.0.0.1:17842'])
  })

  it('goes with no request of another profile, nor with its renewals', async () => {
    const world = await startSignIn()
    await finish(world, world.obtaining, () => ({ refresh_token: 'refresh-1' }))
    await world.engine.refresh(world.id)
    expect(world.http.requests).toHaveLength(2)
    for (const { headers } of world.http.requests) expect(headers).not.toHaveProperty('origin')
  })

  it('has no port where any is taken, and there is none for an address without an origin', async () => {
    const any = await startSignIn({ sendsOrigin: true, redirectAddress: 'http://localhost:0/cb' })
    await finish(any, any.obtaining, () => ({}))
    expect(any.http.requests[0]?.headers).toMatchObject({ origin: 'http://localhost' })
    const oob = 'urn:ietf:wg:oauth:2.0:oob'
    const none = await startSignIn({ sendsOrigin: true, redirectAddress: oob })
    none.http.serve(() => answer({}))
    expect(none.engine.pasteRedirect(none.id, 'the-long-code')).toBe('taken')
    await none.obtaining
    expect(none.http.requests[0]?.headers).not.toHaveProperty('origin')
  })
})

describe('a remedy', () => {
  it('sends an Origin from then on, and signs in', async () => {
    const { engine, create, view, store, ...world } = await startEngine()
    const id = await create(browserDraft())
    const { obtaining } = await signInTo({ engine, create, view, store, ...world }, id, () =>
      engine.applyRemedy(id, 'send-origin'),
    )
    expect(store.durable.get(id)?.settings.grant).toMatchObject({ sendsOrigin: true })
    engine.cancel(id)
    await obtaining
  })

  it.each([
    ['https://auth.example/authorize', { scope: 'read offline_access' }, {}],
    [
      'https://accounts.google.com/o/oauth2/v2/auth',
      { scope: 'read', access_type: 'offline', prompt: 'consent' },
      { prompt: 'consent' },
    ],
  ])('asks %s for longer access', async (authorizationEndpoint, expected, grant) => {
    const world = await startEngine()
    const id = await world.create(browserDraft({ authorizationEndpoint, scope: 'read' }))
    for (let time = 0; time < 2; time += 1) {
      const { obtaining } = await signInTo(world, id, () =>
        world.engine.applyRemedy(id, 'ask-for-longer-access'),
      )
      expect(Object.fromEntries(world.browser.lastPage())).toMatchObject(expected)
      expect(world.view(id).settings.grant).toMatchObject(grant)
      world.engine.cancel(id)
      await obtaining
    }
  })

  it('is refused for a grant that has no place for it, and changes nothing', async () => {
    const { engine, create, view, http } = await startEngine()
    const { draftOf } = await import('../../support/engine/drafts.ts')
    const id = await create(draftOf())
    const before = view(id).settings
    for (const remedy of ['send-origin', 'ask-for-longer-access'] as const) {
      await expect(engine.applyRemedy(id, remedy)).rejects.toMatchObject({
        error: { code: 'request-refused', reason: 'input' },
      })
    }
    expect(view(id).settings).toEqual(before)
    expect(http.requests).toEqual([])
  })

  it('starts no sign-in if the change can not be saved', async () => {
    const { engine, create, store, browser, view } = await startEngine()
    const id = await create(browserDraft())
    store.failWith({ code: 'not-saved', reason: 'disk-full' })
    await expect(engine.applyRemedy(id, 'send-origin')).rejects.toMatchObject({
      error: { code: 'not-saved' },
    })
    await settled()
    expect(browser.opened).toEqual([])
    expect(view(id).settings.grant).toMatchObject({ sendsOrigin: false })
  })

  it('ends the sign-in that waits, and begins another', async () => {
    const world = await startSignIn()
    const { obtaining } = await signInTo(world, world.id, () =>
      world.engine.applyRemedy(world.id, 'send-origin'),
    )
    await expect(world.obtaining).resolves.toEqual({ kind: 'cancelled' })
    await finish(world, obtaining, () => ({}))
    expect(world.http.requests).toHaveLength(1)
  })
})

describe('a sign-in with another account', () => {
  it.each([
    ['https://auth.example/authorize', 'login', undefined],
    ['https://login.microsoftonline.com/common/oauth2/v2.0/authorize', 'select_account', undefined],
    ['https://login.microsoftonline.com/t/oauth2/v2.0/authorize', 'select_account', 'consent'],
    ['https://accounts.google.com/o/oauth2/v2/auth', 'select_account consent', 'consent'],
  ])(
    'at %s asks with prompt %s, without the account of the settings',
    async (endpoint, prompt, own) => {
      const world = await startSignIn({
        authorizationEndpoint: endpoint,
        loginHint: 'ada@example.org',
        ...(own === undefined ? {} : { prompt: own }),
      })
      expect(world.browser.lastPage().get('login_hint')).toBe('ada@example.org')
      expect(world.browser.lastPage().get('prompt')).toBe(own ?? null)
      const { obtaining } = await signInTo(world, world.id, () =>
        world.engine.signInAsSomebodyElse(world.id),
      )
      await expect(world.obtaining).resolves.toEqual({ kind: 'cancelled' })
      expect(world.browser.lastPage().get('prompt')).toBe(prompt)
      expect(world.browser.lastPage().has('login_hint')).toBe(false)
      // The tab of the first sign-in is still there, and changes nothing.
      await world.browser.comeBack({ code: 'old' }, 0)
      await finish(world, obtaining, () => ({}))
      expect(world.http.requests.map(({ body }) => new URLSearchParams(body).get('code'))).toEqual([
        'the-code',
      ])
    },
  )

  it('waits for a refresh that is under way', async () => {
    const world = await startSignIn()
    await finish(world, world.obtaining, () => ({ refresh_token: 'refresh-1' }))
    let send = (_: ReturnType<typeof answer>) => {}
    world.http.serve(() => new Promise((resolve) => (send = resolve)))
    const refreshing = world.engine.refresh(world.id)
    await until(() => world.http.requests.length === 2)
    const other = world.engine.signInAsSomebodyElse(world.id)
    await settled()
    expect(world.browser.opened).toHaveLength(1)
    send(answer({ access_token: 'access-2', refresh_token: 'refresh-2' }))
    await expect(refreshing).resolves.toEqual({ kind: 'obtained' })
    await until(() => world.browser.opened.length === 2)
    expect(world.sealed(world.id).token).toMatchObject({ refreshToken: 'refresh-2' })
    world.engine.cancel(world.id)
    await expect(other).resolves.toEqual({ kind: 'cancelled' })
  })
})
