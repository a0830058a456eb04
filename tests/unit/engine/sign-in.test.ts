import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine-api.ts'
import type { ProfileId } from '../../../src/shared/profile.ts'
import {
  deferred,
  repeating,
  rotating,
  startEngine,
} from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import {
  browserDraft,
  signInTo,
  startSignIn,
  until,
  waiting,
} from '../../support/engine/sign-in.ts'

const tenMinutes = 10 * 60_000
const bodyOf = (request: { body: string } | undefined) =>
  Object.fromEntries(new URLSearchParams(request?.body))

describe('a sign-in with the browser', () => {
  it('opens the page, waits, and exchanges the code that comes back', async () => {
    const world = await startSignIn({ scope: 'openid read' })
    const { http, browser, id, obtaining, sealed, view } = world
    http.serve(rotating)
    const page = new URL(browser.opened[0] ?? '')
    expect(page.origin + page.pathname).toBe('https://auth.example/authorize')
    const sent = Object.fromEntries(page.searchParams)
    expect(sent).toMatchObject({
      response_type: 'code',
      client_id: 'the-client',
      redirect_uri: 'http://127.0.0.1:17842/callback',
      scope: 'openid read',
      code_challenge_method: 'S256',
    })
    expect(Object.keys(sent)).toEqual([
      'response_type',
      'client_id',
      'redirect_uri',
      'scope',
      'state',
      'code_challenge',
      'code_challenge_method',
      'nonce',
    ])
    expect(view(id).tokenRun).toEqual({
      what: 'obtain',
      progress: {
        kind: 'waiting-for-browser',
        host: 'auth.example',
        isListening: true,
        isOpened: true,
        strayRedirects: 0,
        expiresAt: world.clock.now() + tenMinutes,
      },
    })
    expect(http.requests).toEqual([])
    await expect(browser.comeBack({ code: 'the-code' })).resolves.toMatchObject({ status: 200 })
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests).toHaveLength(1)
    const exchange = bodyOf(http.requests[0])
    const { code_verifier: verifier = '', ...others } = exchange
    expect(others).toEqual({
      grant_type: 'authorization_code',
      client_id: 'the-client',
      code: 'the-code',
      redirect_uri: 'http://127.0.0.1:17842/callback',
    })
    expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(createHash('sha256').update(verifier).digest('base64url')).toBe(sent['code_challenge'])
    expect(http.requests[0]?.headers).not.toHaveProperty('origin')
    expect(sealed(id).token).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    expect(view(id)).toMatchObject({
      tokenRun: null,
      activity: [{ outcome: { kind: 'obtained' } }],
    })
  })

  it.each([undefined, 'read', 'openid2 read', 'email.openid'])(
    'sends no nonce with the scope %s, for which no ID token comes',
    async (scope) => {
      const { browser } = await startSignIn(scope === undefined ? {} : { scope })
      expect(browser.lastPage().has('nonce')).toBe(false)
    },
  )

  it('draws other values of state, nonce and verifier for each sign-in', async () => {
    const world = await startSignIn({ scope: 'openid' })
    const { browser, engine, id, http } = world
    http.serve(repeating)
    await browser.comeBack({ code: 'c-1' })
    await world.obtaining
    const second = await signInTo(world, id)
    const [one, other] = browser.opened.map((address) => new URL(address).searchParams)
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[A-Za-z0-9_-]{43}$/)
      expect(one?.get(name)).not.toBe(other?.get(name))
    }
    engine.cancel(id)
    await second.obtaining
  })

  it('sends a client secret and PKCE together', async () => {
    const secrets = { clientSecret: 'the-secret' }
    const { http, browser, obtaining } = await startSignIn(
      { clientAuthentication: 'body' },
      {},
      secrets,
    )
    http.serve(rotating)
    expect(browser.opened[0]).not.toContain('the-secret')
    await browser.comeBack({ code: 'the-code' })
    await obtaining
    expect(bodyOf(http.requests[0])).toMatchObject({ client_secret: 'the-secret' })
    expect(bodyOf(http.requests[0])).toHaveProperty('code_verifier')
  })

  it('sends no PKCE where it is switched off, and the verifier itself where it is plain', async () => {
    const none = await startSignIn({ codeChallengeMethod: 'none' })
    none.http.serve(rotating)
    expect(none.browser.lastPage().has('code_challenge')).toBe(false)
    expect(none.browser.lastPage().has('code_challenge_method')).toBe(false)
    await none.browser.comeBack({ code: 'the-code' })
    await none.obtaining
    expect(bodyOf(none.http.requests[0])).not.toHaveProperty('code_verifier')
    const plain = await startSignIn({ codeChallengeMethod: 'plain' })
    plain.http.serve(rotating)
    const challenge = plain.browser.lastPage().get('code_challenge')
    await plain.browser.comeBack({ code: 'the-code' })
    await plain.obtaining
    expect(bodyOf(plain.http.requests[0])).toMatchObject({ code_verifier: challenge })
  })

  it('binds any free port, and names it at both endpoints', async () => {
    const { http, browser, obtaining } = await startSignIn({
      redirectAddress: 'http://localhost:0/callback',
    })
    http.serve(rotating)
    const redirectUri = browser.lastPage().get('redirect_uri') ?? ''
    expect(redirectUri).toMatch(/^http:\/\/localhost:[1-9]\d*\/callback$/)
    await browser.comeBack({ code: 'the-code' })
    await obtaining
    expect(bodyOf(http.requests[0])).toMatchObject({ redirect_uri: redirectUri })
  })

  it.each([
    'HTTP://127.0.0.1:17842/Callback',
    'http://LOCALHOST:17842/callback/',
    'http://127.0.0.1:17842',
    'http://127.0.0.1:17842/?app=a%20b&x',
    'http://127.0.0.1:17842/a%2Fb/%c3%a9',
    'http://127.0.0.1:17842/rückruf',
    'http://[::1]:17842/callback',
  ])('names %s byte for byte at both endpoints', async (redirectAddress) => {
    const { http, browser, obtaining } = await startSignIn({ redirectAddress })
    http.serve(rotating)
    const page = browser.lastPage()
    expect(page.get('redirect_uri')).toBe(redirectAddress)
    const mark = redirectAddress.includes('?') ? '&' : '?'
    await browser.visit(`${redirectAddress}${mark}code=the-code&state=${page.get('state')}`)
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(bodyOf(http.requests[0])).toMatchObject({ redirect_uri: redirectAddress })
  })

  it.each([
    ['login_required', 'none', 'login'],
    ['interaction_required', undefined, 'login'],
    ['consent_required', 'none', 'consent'],
    ['account_selection_required', 'login', 'select_account'],
  ])('asks again with a prompt after %s', async (error, prompt, asked) => {
    const world = await startSignIn(prompt === undefined ? {} : { prompt })
    expect(world.browser.lastPage().get('prompt')).toBe(prompt ?? null)
    await world.browser.comeBack({ error })
    await expect(world.obtaining).resolves.toMatchObject({ kind: 'needs-sign-in' })
    const again = await signInTo(world, world.id)
    expect(world.browser.lastPage().getAll('prompt')).toEqual([asked])
    world.http.serve(rotating)
    await world.browser.comeBack({ code: 'the-code' })
    await expect(again.obtaining).resolves.toEqual({ kind: 'obtained' })
    await signInTo(world, world.id)
    expect(world.browser.lastPage().get('prompt')).toBe(prompt ?? null)
    world.engine.cancel(world.id)
  })

  it('asks for no prompt after a refusal of the token endpoint', async () => {
    const world = await startSignIn()
    world.http.serve(() => json(400, { error: 'interaction_required' }))
    await world.browser.comeBack({ code: 'the-code' })
    await expect(world.obtaining).resolves.toMatchObject({ kind: 'needs-sign-in' })
    await signInTo(world, world.id)
    expect(world.browser.lastPage().has('prompt')).toBe(false)
    world.engine.cancel(world.id)
  })

  it('goes on waiting after a redirect with another state, and counts it', async () => {
    const world = await startSignIn()
    const { http, browser, id, obtaining } = world
    http.serve(rotating)
    await expect(browser.comeBack({ code: 'evil', state: 'x' })).resolves.toMatchObject({
      status: 400,
    })
    await browser.comeBack({ code: 'evil', state: '' })
    expect(waiting(world, id)).toMatchObject({ strayRedirects: 2 })
    expect(http.requests).toEqual([])
    await browser.comeBack({ code: 'the-code' })
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests).toHaveLength(1)
    expect(bodyOf(http.requests[0])).toMatchObject({ code: 'the-code' })
  })

  it('takes an issuer without an answer for no answer, as of a request to begin a sign-in', async () => {
    const world = await startSignIn({ issuer: 'https://auth.example' })
    const { http, browser, id, obtaining } = world
    http.serve(rotating)
    // OpenID Connect Core §4, and SMART App Launch, which sends `launch` beside it.
    const begun = [
      { iss: 'https://evil.example', login_hint: 'ada', target_link_uri: 'https://app.example' },
      { iss: 'https://evil.example', launch: 'abc' },
    ]
    for (const parameters of begun) {
      const page = await browser.comeBack({ ...parameters, state: '' })
      expect(page).toMatchObject({ status: 400 })
    }
    expect(waiting(world, id)).toMatchObject({ isListening: true })
    await browser.comeBack({ code: 'the-code', iss: 'https://auth.example' })
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests).toHaveLength(1)
  })

  it('shows an error without a state, and goes on waiting', async () => {
    const world = await startSignIn()
    const { browser, id, engine, obtaining } = world
    await browser.visit('http://127.0.0.1:17842/callback?error=server_error')
    expect(waiting(world, id)).toMatchObject({ reportedError: 'server_error', strayRedirects: 0 })
    engine.cancel(id)
    await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
  })

  it('exchanges one code, and refuses a second redirect', async () => {
    const world = await startSignIn()
    const { http, browser, obtaining } = world
    const answer = deferred<RawAnswer>()
    http.serve(() => answer.promise)
    await browser.comeBack({ code: 'the-code' })
    await until(() => http.requests.length === 1)
    await expect(browser.comeBack({ code: 'another' })).resolves.toBe('refused')
    answer.resolve(rotating(null, 0))
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests).toHaveLength(1)
  })

  it.each([
    ['access_denied', { kind: 'denied', oauthError: 'access_denied' }],
    ['temporarily_unavailable', { kind: 'server-trouble', status: 302 }],
    ['login_required', { kind: 'needs-sign-in', status: 302, oauthError: 'login_required' }],
    ['invalid_scope', { kind: 'scope-refused', status: 302, oauthError: 'invalid_scope' }],
    ['unsupported_response_type', { kind: 'grant-not-allowed', status: 302 }],
    ['something_else', { kind: 'bad-request', status: 302, oauthError: 'something_else' }],
  ])('ends with the error %s that comes back', async (error, outcome) => {
    const { http, browser, obtaining, view, id } = await startSignIn()
    await browser.comeBack({ error, error_description: 'words' })
    await expect(obtaining).resolves.toMatchObject(outcome)
    expect(http.requests).toEqual([])
    expect(view(id).activity[0]).toMatchObject({ outcome })
    expect(view(id).activity[0]).not.toHaveProperty('neverSent')
  })

  it('does not send the code of another issuer, and does not believe its error', async () => {
    const settings = { issuer: 'https://auth.example' }
    const code = await startSignIn(settings)
    await code.browser.comeBack({ code: 'the-code', iss: 'https://evil.example' })
    await expect(code.obtaining).resolves.toEqual({ kind: 'not-believed', doubt: 'issuer' })
    expect(code.http.requests).toEqual([])
    const error = await startSignIn(settings)
    await error.browser.comeBack({ error: 'access_denied', iss: 'https://auth.example/' })
    await expect(error.obtaining).resolves.toEqual({ kind: 'not-believed', doubt: 'issuer' })
  })

  it('ends after ten minutes', async () => {
    const { delay, browser, obtaining } = await startSignIn()
    expect(delay.waiting()).toEqual([tenMinutes])
    await delay.pass(tenMinutes)
    await expect(obtaining).resolves.toEqual({ kind: 'sign-in-expired' })
    await expect(browser.comeBack({ code: 'late' })).resolves.toBe('refused')
  })

  it('opens no browser if the port is in use, and takes no other', async () => {
    const { engine, create, browser, view } = await startEngine()
    const release = await browser.occupy('http://127.0.0.1:17842/callback')
    const id = await create(browserDraft())
    const outcome = { kind: 'port-unavailable', port: 17842, reason: 'another-sign-in' }
    await expect(engine.obtain(id)).resolves.toEqual(outcome)
    expect(browser.opened).toEqual([])
    expect(view(id).activity).toMatchObject([{ outcome }])
    release()
  })

  it('waits for the user to open the page if no browser can be opened', async () => {
    const { engine, create, browser, view, http } = await startEngine()
    const repair = browser.breakDown()
    const id = await create(browserDraft())
    const obtaining = engine.obtain(id)
    await until(() => waiting({ view }, id)?.isOpened === false)
    await expect(engine.openSignIn(id)).rejects.toMatchObject({
      error: { code: 'browser-unavailable' },
    })
    expect(waiting({ view }, id)?.isOpened).toBe(false)
    repair()
    await engine.openSignIn(id)
    expect(waiting({ view }, id)?.isOpened).toBe(true)
    const page = new URL(await engine.signInAddress(id))
    http.serve(rotating)
    const state = page.searchParams.get('state')
    await browser.visit(`${page.searchParams.get('redirect_uri')}?code=abc&state=${state}`)
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
  })

  it('opens the same page again', async () => {
    const { engine, browser, id, obtaining } = await startSignIn()
    await engine.openSignIn(id)
    expect(browser.opened).toHaveLength(2)
    expect(browser.opened[1]).toBe(browser.opened[0])
    await expect(engine.signInAddress(id)).resolves.toBe(browser.opened[0])
    engine.cancel(id)
    await obtaining
    await expect(engine.openSignIn(id)).rejects.toMatchObject({ error: { code: 'no-sign-in' } })
  })

  it('is joined by a second click, and by no renewal', async () => {
    const { engine, browser, http, id, obtaining } = await startSignIn()
    http.serve(rotating)
    const second = engine.obtain(id)
    await settled()
    expect(browser.opened).toHaveLength(1)
    await browser.comeBack({ code: 'the-code' })
    await expect(Promise.all([obtaining, second])).resolves.toEqual([
      { kind: 'obtained' },
      { kind: 'obtained' },
    ])
    expect(http.requests).toHaveLength(1)
  })

  it('ends with the refusal of the code, which is sent once', async () => {
    const { browser, http, obtaining, view, id } = await startSignIn()
    http.serve(() => json(400, { error: 'invalid_grant' }))
    await browser.comeBack({ code: 'the-code' })
    await expect(obtaining).resolves.toMatchObject({ kind: 'needs-sign-in' })
    expect(http.requests).toHaveLength(1)
    expect(view(id)).toMatchObject({ needsSignIn: false, hasOtherMethods: false })
  })

  it('does not repeat an exchange whose answer was lost', async () => {
    const { browser, http, obtaining } = await startSignIn()
    const lost = { kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true } as const
    http.serve(() => lost)
    await browser.comeBack({ code: 'the-code' })
    await expect(obtaining).resolves.toMatchObject({ kind: 'unreachable' })
    expect(http.requests).toHaveLength(1)
  })
})

type Way = (engine: Engine, id: ProfileId) => Promise<unknown>
const ways: readonly (readonly [string, Way])[] = [
  ['a lock', (engine) => engine.lock()],
  ['a quit', (engine) => engine.close()],
  ['a delete', (engine, id) => engine.remove(id)],
  ['an edit', (engine, id) => engine.update(id, browserDraft({ clientId: 'another' }))],
  [
    'an edit of the redirect address',
    (engine, id) =>
      engine.update(id, browserDraft({ redirectAddress: 'http://127.0.0.1:17900/callback' })),
  ],
  ['a cancel', async (engine, id) => engine.cancel(id)],
]

describe.each(ways)('%s', (_, happens) => {
  it('ends a sign-in that waits, and frees the port', async () => {
    const world = await startSignIn()
    const { engine, id, obtaining, browser, http, store, delay } = world
    store.setPassphrase('seven quiet herons')
    await happens(engine, id)
    await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
    await expect(browser.comeBack({ code: 'late' })).resolves.toBe('refused')
    const release = await browser.occupy('http://127.0.0.1:17842/callback')
    release()
    expect(http.requests).toEqual([])
    expect(delay.waiting()).toEqual([])
  })

  it('ends a sign-in whose request is being pushed', async () => {
    const { engine, create, http, browser, store } = await startEngine()
    store.setPassphrase('seven quiet herons')
    http.serve(() => new Promise(() => {}))
    const id = await create(
      browserDraft({ pushedAuthorizationRequestEndpoint: 'https://auth.example/par' }),
    )
    const obtaining = engine.obtain(id)
    await until(() => http.requests.length === 1)
    await happens(engine, id)
    await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
    expect(browser.opened).toEqual([])
    const release = await browser.occupy('http://127.0.0.1:17842/callback')
    release()
  })
})

it('an edit that shapes no request leaves the sign-in as it is', async () => {
  const { engine, id, obtaining, browser, http } = await startSignIn()
  await engine.update(id, browserDraft({ name: 'Renamed' }))
  http.serve(rotating)
  await browser.comeBack({ code: 'the-code' })
  await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
})

it('an exchange of a code that is under way is kept after an edit', async () => {
  const { engine, id, obtaining, browser, http, sealed } = await startSignIn()
  const answer = deferred<RawAnswer>()
  http.serve(() => answer.promise)
  await browser.comeBack({ code: 'the-code' })
  await until(() => http.requests.length === 1)
  await engine.update(id, browserDraft({ scope: 'other' }))
  answer.resolve(rotating(null, 0))
  await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
  expect(sealed(id).token).toMatchObject({ accessToken: 'access-1' })
})
