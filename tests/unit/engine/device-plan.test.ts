import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { devicePlan } from '../../../src/main/engine/device-plan.ts'
import type { HttpRequest } from '../../../src/main/engine/ports.ts'
import type { Outcome } from '../../../src/shared/outcome.ts'
import type { ProfileDraft } from '../../../src/shared/profile.ts'
import { seedOr, sized } from '../../support/deep.ts'
import { deviceDraft, deviceEndpoint } from '../../support/engine/device-profile.ts'
import { startEngine } from '../../support/engine/engine-under-test.ts'
import { json, type RawAnswer } from '../../support/engine/fake-http.ts'
import { settled } from '../../support/engine/manual-clock.ts'
import { createSignInParts } from '../../support/engine/sign-in-parts.ts'

const deviceCode = 'device-code-4711-very-secret'
const authorization = {
  device_code: deviceCode,
  user_code: 'WDJB-MJHT',
  verification_uri: 'https://auth.example/device',
  verification_uri_complete: 'https://auth.example/device?user_code=WDJB-MJHT',
  expires_in: 900,
  interval: 5,
}
const pending = json(400, { error: 'authorization_pending' })
const slowDown = json(400, { error: 'slow_down' })
const token = json(200, { access_token: 'access-1', token_type: 'Bearer', expires_in: 3600 })
const lost = { kind: 'unreachable', reason: 'connection-lost', mayHaveArrived: true } as const
type Reply = RawAnswer | typeof lost

const isPoll = ({ url }: HttpRequest) => !url.startsWith(deviceEndpoint)

interface Play {
  readonly begins?: Reply
  /** The answers to the polls in their order; the last one is repeated. */
  readonly polls?: readonly Reply[]
  readonly draft?: ProfileDraft
}

/** An engine with a device sign-in under way, whose time a test lets pass. */
async function begin({ begins = json(200, authorization), polls = [pending], draft }: Play = {}) {
  const world = await startEngine({
    planOf: (tokenRun) => ({
      kind: 'plan',
      plan: devicePlan(tokenRun, {
        ...createSignInParts().parts,
        clock: world.clock,
        delay: world.delay,
        rulesOf: () => [],
      }),
    }),
  })
  const { http, clock, delay, engine } = world
  let count = 0
  const times: number[] = []
  http.serve((request) => {
    if (!isPoll(request)) return begins
    times.push((clock.now() - start) / 1000)
    const reply = polls[Math.min(count, polls.length - 1)]
    count += 1
    return reply ?? pending
  })
  const start = clock.now()
  const id = await world.create(draft ?? deviceDraft())
  const seen: Outcome[] = []
  const run = engine.obtain(id).then((outcome) => seen.push(outcome))
  await settled()
  async function pass(milliseconds: number): Promise<void> {
    await clock.advance(milliseconds)
    await delay.pass(milliseconds)
    await settled()
  }
  return {
    ...world,
    id,
    run,
    pass,
    /** Passes time in steps of a second. */
    passSeconds: async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) await pass(1000)
    },
    /** Seconds after the start at which polls were sent. */
    times,
    outcome: () => seen[0] ?? null,
    progress: () => world.view(id).tokenRun?.progress,
  }
}

const shown = {
  kind: 'showing-device-code',
  code: 'WDJB-MJHT',
  address: 'https://auth.example/device',
  completeAddress: 'https://auth.example/device?user_code=WDJB-MJHT',
  expiresAt: Date.UTC(2026, 0, 1) + 900_000,
}

describe('a sign-in on another device', () => {
  test('shows the code until the person has finished, and keeps the token', async () => {
    const { progress, passSeconds, outcome, times, http, sealed, id } = await begin({
      polls: [pending, pending, token],
    })
    expect(progress()).toEqual(shown)
    await passSeconds(7)
    expect(times).toEqual([6])
    expect(progress()).toEqual(shown)
    await passSeconds(20)
    expect(outcome()).toEqual({ kind: 'obtained' })
    expect(times).toEqual([6, 12, 18])
    expect(sealed(id).token?.accessToken).toBe('access-1')
    const [first, poll] = http.requests
    expect(first).toMatchObject({ method: 'POST', url: deviceEndpoint })
    expect([...new URLSearchParams(poll?.body)]).toEqual([
      ['grant_type', 'urn:ietf:params:oauth:grant-type:device_code'],
      ['client_id', 'the-client'],
      ['device_code', deviceCode],
    ])
  })

  test('is planned for every profile with this grant', async () => {
    const { engine, http, create, view } = await startEngine()
    http.serve((request) => (isPoll(request) ? pending : json(200, authorization)))
    const id = await create(deviceDraft())
    const run = engine.obtain(id)
    await vi.waitFor(() => expect(view(id).tokenRun?.progress).toEqual(shown))
    engine.cancel(id)
    expect(await run).toEqual({ kind: 'cancelled' })
  })

  test('authenticates the client at both endpoints', async () => {
    const draft = deviceDraft({ clientAuthentication: 'body' }, { clientSecret: 'the-secret' })
    const { http, passSeconds } = await begin({ draft, polls: [token] })
    await passSeconds(7)
    const secrets = http.requests.map(({ body }) => new URLSearchParams(body).get('client_secret'))
    expect(secrets).toEqual(['the-secret', 'the-secret'])
  })

  test('waits five seconds more after each slow_down, for good', async () => {
    const { times, passSeconds } = await begin({ polls: [slowDown, pending, slowDown, pending] })
    await passSeconds(80)
    // 1.4 times an interval of 10 s, and of 15 s.
    expect(times).toEqual([6, 20, 34, 55, 76])
  })

  test('goes on after pages, nothing and lost connections', async () => {
    const page = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>502</html>' }
    const { times, passSeconds, outcome } = await begin({
      polls: [page, { status: 200 }, lost, lost, pending, token],
    })
    await passSeconds(80)
    expect(times).toEqual([6, 12, 18, 30, 54, 60])
    expect(outcome()).toEqual({ kind: 'obtained' })
  })

  test('waits as long as the server asks', async () => {
    const busy = { ...pending, headers: { ...pending.headers, 'retry-after': '40' } }
    const { times, passSeconds } = await begin({ polls: [busy, pending] })
    await passSeconds(60)
    expect(times).toEqual([6, 46, 52, 58])
  })

  test('ends by its own clock, even if the server says pending for ever', async () => {
    const begins = json(200, { ...authorization, expires_in: 20 })
    const { times, passSeconds, outcome, run, view, id } = await begin({ begins })
    await passSeconds(19)
    expect(outcome()).toBeNull()
    await passSeconds(1)
    await run
    expect(outcome()).toEqual({ kind: 'sign-in-expired' })
    expect(times).toEqual([6, 12, 18])
    expect(view(id)).toMatchObject({ tokenRun: null, needsSignIn: false })
    await passSeconds(60)
    expect(times).toHaveLength(3)
  })

  test('ends after its time even if the clock is set back', async () => {
    const begins = json(200, { ...authorization, expires_in: 20 })
    const { clock, delay, outcome } = await begin({ begins })
    for (let second = 0; second < 21; second += 1) {
      await delay.pass(1000)
      clock.set(Date.UTC(2026, 0, 1) - second * 1000)
    }
    expect(outcome()).toEqual({ kind: 'sign-in-expired' })
  })

  test('ends at once after the computer slept past its time', async () => {
    const { clock, delay, times, outcome } = await begin()
    clock.set(Date.UTC(2026, 0, 1) + 3_600_000)
    await delay.pass(6000)
    await settled()
    expect(outcome()).toEqual({ kind: 'sign-in-expired' })
    expect(times).toEqual([])
  })

  test('tells of an unreachable server, not of a slow person', async () => {
    const begins = json(200, { ...authorization, expires_in: 60 })
    const { passSeconds, outcome } = await begin({ begins, polls: [lost] })
    await passSeconds(61)
    expect(outcome()).toEqual({ kind: 'unreachable', reason: 'connection-lost' })
  })

  test('gives up on a token endpoint that is none', async () => {
    const { passSeconds, outcome, times } = await begin({ polls: [{ status: 404 }] })
    await passSeconds(70)
    expect(outcome()).toMatchObject({ kind: 'not-an-oauth-answer', status: 404 })
    expect(times).toHaveLength(10)
  })

  test.each([
    [json(400, { error: 'access_denied' }), { kind: 'denied', oauthError: 'access_denied' }],
    [
      json(400, { error: 'authorization_declined' }),
      { kind: 'denied', oauthError: 'authorization_declined' },
    ],
    [json(400, { error: 'expired_token' }), { kind: 'sign-in-expired' }],
    [
      json(401, { error: 'invalid_client' }),
      { kind: 'client-refused', status: 401, oauthError: 'invalid_client' },
    ],
  ])('ends with %j as %j', async (answer, expected) => {
    const { passSeconds, outcome, times, view, id } = await begin({ polls: [pending, answer] })
    await passSeconds(30)
    expect(outcome()).toEqual(expected)
    expect(times).toEqual([6, 12])
    expect(view(id).activity[0]?.outcome).toEqual(expected)
    // The polls go to the token endpoint.
    expect(view(id).activity[0]).not.toHaveProperty('endpoint')
  })

  test.each([
    [json(404, {}), { kind: 'grant-not-allowed', status: 404, oauthError: null }],
    [lost, { kind: 'unreachable', reason: 'connection-lost' }],
    [
      { status: 302, headers: { location: 'https://auth.example/login?secret=1' } },
      { kind: 'moved', status: 302, location: 'https://auth.example/login' },
    ],
  ])('does not begin after %j', async (begins, expected) => {
    const { outcome, times, passSeconds, view, id } = await begin({ begins })
    await passSeconds(30)
    expect(outcome()).toEqual(expected)
    expect(times).toEqual([])
    expect(view(id).activity[0]?.endpoint).toBe('deviceAuthorizationEndpoint')
  })
})

describe('the user', () => {
  test('opens the complete address, copies the code, and has nothing to paste', async () => {
    const { engine, id, browser } = await begin()
    await engine.openSignIn(id)
    expect(browser.opened).toEqual([authorization.verification_uri_complete])
    expect(await engine.signInAddress(id)).toBe(authorization.verification_uri_complete)
    expect(engine.deviceCode(id)).toBe('WDJB-MJHT')
    expect(engine.pasteRedirect(id, 'https://auth.example/?code=1')).toBe('no-code')
  })

  test.each(['http://auth.example/device', 'file:///etc/passwd', 'auth.example/device'])(
    'sees the address %s, which is never opened',
    async (verification_uri) => {
      const begins = json(200, { ...authorization, verification_uri })
      const { engine, id, browser, progress } = await begin({ begins })
      expect(progress()).toMatchObject({ address: verification_uri, completeAddress: null })
      await expect(engine.openSignIn(id)).rejects.toMatchObject({
        error: { code: 'browser-unavailable' },
      })
      expect(browser.opened).toEqual([])
    },
  )

  test('cancels while the app waits', async () => {
    const { engine, id, outcome, passSeconds, times } = await begin()
    await passSeconds(7)
    engine.cancel(id)
    await settled()
    expect(outcome()).toEqual({ kind: 'cancelled' })
    await passSeconds(30)
    expect(times).toEqual([6])
  })

  test('finds no device code in the window, the log and the report', async () => {
    const answer = json(400, { error: 'invalid_grant', error_description: `bad ${deviceCode}` })
    const { engine, id, passSeconds, outcome, changes, log } = await begin({ polls: [answer] })
    await passSeconds(7)
    expect(outcome()).toMatchObject({ kind: 'needs-sign-in' })
    const report = engine.report(id)
    expect(report).toContain('device_code')
    for (const text of [JSON.stringify(changes), JSON.stringify(log), report]) {
      expect(text).not.toContain(deviceCode)
    }
  })

  test('finds no device code in the report of a sign-in that ended before the first poll', async () => {
    const begins = json(200, { ...authorization, expires_in: 2, message: `Use ${deviceCode} now` })
    const { engine, id, passSeconds, outcome, times } = await begin({ begins })
    await passSeconds(3)
    expect(outcome()).toEqual({ kind: 'sign-in-expired' })
    expect(times).toEqual([])
    expect(engine.report(id)).toContain('WDJB')
    expect(engine.report(id)).not.toContain(deviceCode)
  })
})

/** Any answer that a server, a gateway or a broken connection may give. */
const anyReply: fc.Arbitrary<Reply> = fc.oneof(
  fc.constant<Reply>(lost),
  fc.record({
    status: fc.constantFrom(200, 204, 302, 400, 401, 403, 404, 428, 429, 500, 502, 503),
    headers: fc.record({
      'content-type': fc.constantFrom('application/json', 'text/html', 'text/plain', ''),
      'retry-after': fc.constantFrom('', '0', '1', '99999', '-1', 'soon'),
    }),
    body: fc.oneof(
      fc.constantFrom(
        '',
        '{}',
        '<html>busy</html>',
        '{"error":"slow_down"}',
        'error=authorization_pending',
        '{"error":"authorization_pending"}',
        `{"error":"authorization_pending","error_description":"${deviceCode}"}`,
        `{"error":"${deviceCode}"}`,
        '{"error":null}',
        '{"error":["authorization_pending"]}',
      ),
      fc.string({ unit: 'binary' }),
      fc
        .dictionary(fc.constantFrom('error', 'interval', 'access_token', 'status'), fc.jsonValue())
        .map((each) => JSON.stringify(each)),
    ),
  }),
)

const anyAuthorization = fc.record(
  {
    device_code: fc.constantFrom<unknown>(deviceCode, deviceCode, deviceCode, '', {}),
    user_code: fc.oneof(fc.constant('WDJB-MJHT'), fc.string({ unit: 'binary' }), fc.jsonValue()),
    verification_uri: fc.oneof(
      fc.webUrl(),
      fc.string(),
      fc.constant(`https://a.example/${deviceCode}`),
    ),
    verification_uri_complete: fc.oneof(fc.webUrl(), fc.jsonValue()),
    expires_in: fc.oneof(fc.constant(60), fc.double(), fc.jsonValue()),
    interval: fc.oneof(fc.constantFrom<unknown>(1, 5, 0, -1, 0.000_001, '5'), fc.jsonValue()),
  },
  { requiredKeys: ['device_code'] },
)

test('any answers lead to an end, without a leak, a bug or too many polls', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyAuthorization,
      fc.array(anyReply, { minLength: 1, maxLength: 8 }),
      async (body, polls) => {
        const world = await begin({ begins: json(200, body), polls })
        const { delay, clock, times, outcome, progress, engine, id } = world
        let interval = Number.POSITIVE_INFINITY
        for (let round = 0; outcome() === null && round < 5000; round += 1) {
          const [wait = 0] = delay.waiting()
          interval = Math.min(interval, wait)
          expect(JSON.stringify(progress() ?? null)).not.toContain(deviceCode)
          clock.set(clock.now() + wait)
          await delay.pass(wait)
        }
        expect(outcome()).not.toBeNull()
        // An hour is the longest life, and 1.2 s the shortest pause that a sensible interval allows.
        expect(times.length).toBeLessThanOrEqual(3000)
        expect(JSON.stringify([outcome(), world.changes, world.log])).not.toContain(deviceCode)
        if (times.length > 0) expect(engine.report(id)).not.toContain(deviceCode)
      },
    ),
    { numRuns: sized({ usual: 60, deep: 2000 }), seed: seedOr(14) },
  )
})
