import { describe, expect, it } from 'vitest'
import { rotating, startEngine } from '../../support/engine/engine-under-test.ts'
import { json } from '../../support/engine/fake-http.ts'
import {
  browserDraft,
  signInTo,
  startSignIn,
  until,
  waiting,
} from '../../support/engine/sign-in.ts'

describe('a pasted address', () => {
  it('ends the wait as a redirect does, once', async () => {
    const { engine, id, browser, http, obtaining } = await startSignIn()
    http.serve(rotating)
    const state = browser.lastPage().get('state')
    const address = `http://127.0.0.1:17842/callback?code=the-code&state=${state}`
    expect(engine.pasteRedirect(id, 'https://auth.example/authorize?client_id=x')).toBe(
      'other-address',
    )
    expect(engine.pasteRedirect(id, address.replace(/state=.*/, 'state=x'))).toBe('other-sign-in')
    expect(engine.pasteRedirect(id, 'Hello there, how are you')).toBe('no-code')
    expect(engine.pasteRedirect(id, address)).toBe('taken')
    expect(engine.pasteRedirect(id, address)).toBe('other-sign-in')
    await expect(browser.visit(address)).resolves.not.toMatchObject({ status: 200 })
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests).toHaveLength(1)
    expect(() => engine.pasteRedirect(id, address)).toThrow('no-sign-in')
  })

  it('is the only way where nothing can listen', async () => {
    for (const redirectAddress of ['https://oauth.example/callback', 'urn:ietf:wg:oauth:2.0:oob']) {
      const world = await startSignIn({ redirectAddress })
      const { engine, id, http, obtaining, browser } = world
      http.serve(rotating)
      expect(waiting(world, id)).toMatchObject({ isListening: false, isOpened: true })
      expect(browser.lastPage().get('redirect_uri')).toBe(redirectAddress)
      expect(engine.pasteRedirect(id, 'a-bare-code')).toBe('taken')
      await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
      const sent = new URLSearchParams(http.requests[0]?.body)
      expect(sent.get('redirect_uri')).toBe(redirectAddress)
      expect(sent.get('code')).toBe('a-bare-code')
    }
  })

  it('with an error ends the run with it', async () => {
    const { engine, id, obtaining, http } = await startSignIn()
    expect(engine.pasteRedirect(id, '?error=access_denied')).toBe('taken')
    await expect(obtaining).resolves.toEqual({ kind: 'denied', oauthError: 'access_denied' })
    expect(http.requests).toEqual([])
  })
})

const pushing = { pushedAuthorizationRequestEndpoint: 'https://auth.example/par' } as const
const pushed = (_: unknown, index: number) =>
  json(201, {
    request_uri: `urn:ietf:params:oauth:request_uri:${index}-aVeryRandomPart`,
    expires_in: 60,
  })

describe('a pushed authorization request', () => {
  async function startPushed(changes = {}, secrets = {}) {
    const world = await startEngine()
    world.http.serve(pushed)
    const id = await world.create(browserDraft({ ...pushing, ...changes }, secrets))
    return { ...world, id, ...(await signInTo(world, id)) }
  }

  it('leaves only its name in the browser', async () => {
    const { http, browser, obtaining, id, engine } = await startPushed(
      {
        clientAuthentication: 'basic',
        extraParameters: [
          { secret: false, name: 'always', value: '1', sentWith: 'always' },
          { secret: false, name: 'begin', value: '2', sentWith: 'authorizing' },
        ],
      },
      { clientSecret: 'the-secret' },
    )
    expect(http.requests).toHaveLength(1)
    const [request] = http.requests
    expect(request).toMatchObject({ method: 'POST', url: 'https://auth.example/par' })
    expect(request?.headers['authorization']).toMatch(/^Basic /)
    const sent = new URLSearchParams(request?.body)
    expect(sent.get('always')).toBe('1')
    expect(sent.get('begin')).toBe('2')
    expect(sent.getAll('client_id')).toEqual(['the-client'])
    expect(Object.fromEntries(browser.lastPage())).toEqual({
      client_id: 'the-client',
      request_uri: 'urn:ietf:params:oauth:request_uri:0-aVeryRandomPart',
    })
    http.serve(rotating)
    const state = sent.get('state')
    await browser.visit(`http://127.0.0.1:17842/callback?code=abc&state=${state}`)
    await expect(obtaining).resolves.toEqual({ kind: 'obtained' })
    const report = engine.report(id)
    expect(report).toContain('Request 1 of 2')
    expect(report).not.toContain('aVeryRandomPart')
    expect(report).not.toContain(state)
  })

  it('is pushed again for each further use', async () => {
    const { http, browser, engine, id, obtaining } = await startPushed()
    await engine.openSignIn(id)
    await expect(engine.signInAddress(id)).resolves.toContain('2-aVeryRandomPart')
    expect(browser.opened).toHaveLength(2)
    expect(browser.opened[1]).toContain('1-aVeryRandomPart')
    const states = http.requests.map(({ body }) => new URLSearchParams(body).get('state'))
    expect(new Set(states).size).toBe(1)
    engine.cancel(id)
    await expect(obtaining).resolves.toEqual({ kind: 'cancelled' })
  })

  it('that no browser has used is pushed again only when its time is over', async () => {
    const { engine, create, http, browser, clock, view } = await startEngine()
    browser.breakDown()
    http.serve(pushed)
    const id = await create(browserDraft(pushing))
    const obtaining = engine.obtain(id)
    await until(() => waiting({ view }, id)?.isOpened === false)
    await expect(engine.openSignIn(id)).rejects.toMatchObject({
      error: { code: 'browser-unavailable' },
    })
    await clock.advance(61_000)
    await expect(engine.signInAddress(id)).resolves.toMatch(/[12]-aVeryRandomPart/)
    engine.cancel(id)
    await obtaining
  })

  it.each([
    [json(401, { error: 'invalid_client' }), { kind: 'client-refused', status: 401 }],
    [json(400, { error: 'invalid_request' }), { kind: 'bad-request', status: 400 }],
    [json(200, {}), { kind: 'not-an-oauth-answer' }],
    [json(201, { request_uri: 'with space' }), { kind: 'not-an-oauth-answer' }],
    [
      { kind: 'unreachable', reason: 'offline', mayHaveArrived: false } as const,
      { kind: 'unreachable', reason: 'offline' },
    ],
  ])('that is refused ends the run, and no browser is opened: %j', async (reply, outcome) => {
    const { engine, create, http, browser, view } = await startEngine()
    http.serve(() => reply)
    const id = await create(browserDraft(pushing))
    await expect(engine.obtain(id)).resolves.toMatchObject(outcome)
    expect(view(id).activity).toMatchObject([{ endpoint: 'pushedAuthorizationRequestEndpoint' }])
    expect(browser.opened).toEqual([])
    const release = await browser.occupy('http://127.0.0.1:17842/callback')
    release()
  })

  it('that is refused when it is pushed again ends the run', async () => {
    const { http, engine, id, obtaining, view } = await startPushed()
    http.serve(() => json(429, { error: 'slow_down' }))
    await expect(engine.openSignIn(id)).rejects.toMatchObject({ error: { code: 'no-sign-in' } })
    await expect(obtaining).resolves.toMatchObject({ kind: 'rate-limited' })
    expect(view(id).activity[0]?.endpoint).toBe('pushedAuthorizationRequestEndpoint')
  })

  it('is not blamed for what the browser brings, or for a browser that brings nothing', async () => {
    const refused = await startPushed()
    const [{ body = '' } = {}] = refused.http.requests
    const state = new URLSearchParams(body).get('state')
    await refused.browser.visit(`http://127.0.0.1:17842/callback?error=server_error&state=${state}`)
    await refused.obtaining
    expect(refused.view(refused.id).activity[0]?.endpoint).toBe('authorizationEndpoint')
    const late = await startPushed()
    await late.delay.pass(600_000)
    await expect(late.obtaining).resolves.toEqual({ kind: 'sign-in-expired' })
    expect(late.view(late.id).activity[0]?.endpoint).toBe('authorizationEndpoint')
  })
})

describe('the secrets of a sign-in', () => {
  it('are in no view, no log, no activity and no report, however it ends', async () => {
    const ends = [
      (reply: string) => json(400, { error: 'invalid_grant', error_description: reply }),
      (reply: string) => json(400, { error: reply }),
      (reply: string) => json(500, { message: reply }),
      (reply: string) => json(200, { access_token: 'access', token_type: 'Bearer', scope: reply }),
    ]
    for (const end of ends) {
      const world = await startSignIn({ scope: 'openid' })
      const { http, browser, engine, id, obtaining, log, changes } = world
      const page = browser.lastPage()
      const code = 'SplxlOBeZQQYbYS6WxSbIA'
      const secrets = ['state', 'nonce', 'code_challenge'].map((name) => page.get(name) ?? '')
      http.serve(({ body }) => {
        const verifier = new URLSearchParams(body).get('code_verifier') ?? ''
        secrets.push(verifier, code)
        return end([verifier, code, ...secrets].join(' '))
      })
      await browser.comeBack({ code: 'stray', state: 'x' })
      await browser.comeBack({ code })
      await obtaining
      const report = engine.report(id)
      const seen = [JSON.stringify(changes), JSON.stringify(log), report]
      expect(secrets).toHaveLength(5)
      for (const secret of secrets) for (const text of seen) expect(text).not.toContain(secret)
      expect(report).toContain('Sign-in in the browser')
      expect(report).toContain('GET https://auth.example/authorize')
      expect(report).toMatch(/^ {2}redirect_uri: http:\/\/127\.0\.0\.1:17842\/callback$/m)
      expect(report).toContain('Answer of the browser')
    }
  })

  it('that come back in an error are not shown', async () => {
    const { browser, obtaining, engine, id } = await startSignIn()
    const state = browser.lastPage().get('state') ?? ''
    await browser.comeBack({ error: state })
    const outcome = await obtaining
    expect(outcome).toMatchObject({ kind: 'bad-request', oauthError: null })
    expect(engine.report(id)).not.toContain(state)
    expect(engine.report(id)).toContain('Token Desk understood: bad-request')
  })
})

describe('the other authentication methods of a profile that is signed in to', () => {
  const secrets = { clientSecret: 'the-secret' }

  it('are not offered for a code, which can not be sent twice', async () => {
    const { http, browser, obtaining, view, id, engine } = await startSignIn(
      { clientAuthentication: 'body' },
      {},
      secrets,
    )
    http.serve(() => json(401, { error: 'invalid_client' }))
    await browser.comeBack({ code: 'the-code' })
    await expect(obtaining).resolves.toMatchObject({ kind: 'client-refused' })
    expect(view(id).hasOtherMethods).toBe(false)
    await expect(engine.tryOtherMethods(id)).resolves.toMatchObject({ kind: 'client-refused' })
    expect(http.requests).toHaveLength(1)
    expect(browser.opened).toHaveLength(1)
  })

  it('are tried with the refresh token', async () => {
    const { http, browser, obtaining, view, id, engine } = await startSignIn(
      { clientAuthentication: 'body' },
      {},
      secrets,
    )
    http.serve(rotating)
    await browser.comeBack({ code: 'the-code' })
    await obtaining
    http.serve(() => json(401, { error: 'invalid_client' }))
    await engine.refresh(id)
    expect(view(id).hasOtherMethods).toBe(true)
    http.serve(rotating)
    await expect(engine.tryOtherMethods(id)).resolves.toEqual({ kind: 'obtained' })
    expect(http.requests.at(-1)?.body).toContain('grant_type=refresh_token')
    expect(view(id).settings.client.authentication).toEqual({ method: 'basic', encoding: 'form' })
    expect(browser.opened).toHaveLength(1)
  })
})
