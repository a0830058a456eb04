import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '../../../src/main/engine/fingerprint.ts'
import {
  nextStep,
  type PolicyState,
  renewalTime,
  renewsBeforeUse,
  waitsForNetwork,
} from '../../../src/main/engine/renewal-policy.ts'
import type { SealedPart, StoredToken } from '../../../src/main/engine/stored-profile.ts'
import type { Outcome } from '../../../src/shared/outcome.ts'
import type { ActivityEntry } from '../../../src/shared/profile-view.ts'
import { seedOr } from '../../support/deep.ts'
import { settings } from '../../support/engine/drafts.ts'
import { optionsOf, type SettingsOptions, withSettings } from '../../support/profiles/settings.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const issuedAt = Date.UTC(2026, 0, 1)
const seed = seedOr(20_260_101)

interface Changes {
  readonly settings?: Partial<SettingsOptions>
  readonly token?: Partial<StoredToken> | null
  readonly secrets?: SealedPart['secrets']
  readonly state?: Partial<PolicyState>
}

function stateOf(changes: Changes = {}): PolicyState {
  const own = withSettings(settings, changes.settings ?? {})
  const token: StoredToken = {
    accessToken: 'a',
    tokenType: 'Bearer',
    refreshToken: 'r',
    scope: [],
    issuedAt,
    expiresAt: issuedAt + hour,
    expiryFrom: 'expires_in',
    obtainedBy: 'password',
    fingerprint: fingerprintOf(own, 0),
    clockOffset: null,
    deviations: [],
    jitter: 0,
    ...changes.token,
  }
  return {
    settings: own,
    needsSignIn: false,
    activity: [entry(issuedAt, { kind: 'obtained' })],
    sealed: {
      secrets: changes.secrets ?? { clientSecret: 's', password: 'p' },
      secretsRevision: 0,
      token: changes.token === null ? null : token,
    },
    retryFraction: 0,
    networkChanged: false,
    notBefore: 0,
    ...changes.state,
  }
}

function entry(at: number, outcome: Outcome): ActivityEntry {
  return { at, what: 'refresh', by: 'renewal', outcome }
}

const unreachable: Outcome = { kind: 'unreachable', reason: 'offline' }
const troubled = (retryAfterSeconds: number | null): Outcome => ({
  kind: 'server-trouble',
  status: 503,
  oauthError: null,
  retryAfterSeconds,
})
const trouble = troubled(null)
const refused: Outcome = { kind: 'client-refused', status: 401, oauthError: null }
const limited = (retryAfterSeconds: number | null): Outcome => ({
  kind: 'rate-limited',
  status: 429,
  oauthError: null,
  retryAfterSeconds,
})

const until = (state: PolicyState, now = issuedAt) => {
  const step = nextStep(state, now)
  return step.kind === 'wait' ? step.until - issuedAt : step.kind
}

describe('nothing happens automatically', () => {
  it.each<[string, Changes, object]>([
    ['to a locked profile', { state: { sealed: 'locked' } }, { why: 'locked' }],
    ['unless the user wants it', { settings: { keepFresh: false } }, { why: 'not-kept-fresh' }],
    ['before the first token', { token: null }, { why: 'no-token' }],
    ['if nobody knows the end', { token: { expiresAt: null } }, { why: 'unknown-expiry' }],
  ])('%s', (_, changes, step) => {
    expect(nextStep(stateOf(changes), issuedAt + day)).toEqual({ kind: 'nothing', ...step })
  })
})

describe('renewal starts', () => {
  it('a tenth of the life before its end', () => {
    expect(until(stateOf())).toBe(54 * minute)
    expect(until(stateOf({ token: { expiresAt: issuedAt + 7 * day } }))).toBe(6.3 * day)
  })

  it('at least a minute before the end', () => {
    expect(until(stateOf({ token: { expiresAt: issuedAt + 5 * minute } }))).toBe(4 * minute)
  })

  it('earlier by chance, never later, and never by more than half of that', () => {
    const life = fc.integer({ min: 1, max: 400 * 24 * 3600 }).map((seconds) => seconds * second)
    const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    fc.assert(
      fc.property(life, jitter, (span, fraction) => {
        const at = renewalTime({ issuedAt, jitter: fraction }, issuedAt + span) - issuedAt
        const lead = Math.max(minute, span / 10)
        expect(at).toBeLessThanOrEqual(span - lead)
        expect(at).toBeGreaterThanOrEqual(Math.floor(span - 1.5 * lead))
      }),
      { seed },
    )
  })

  it('never within 30 seconds of the last attempt, however short the life', () => {
    expect(until(stateOf({ token: { expiresAt: issuedAt + 40 * second } }))).toBe(30 * second)
  })

  it('at once if it is overdue', () => {
    expect(nextStep(stateOf(), issuedAt + 54 * minute)).toEqual({ kind: 'refresh' })
    expect(nextStep(stateOf(), issuedAt + 400 * day)).toEqual({ kind: 'refresh' })
  })

  it('at once if the clock was set back, because the expiry is unknown then', () => {
    expect(nextStep(stateOf(), issuedAt - day)).toEqual({ kind: 'refresh' })
    expect(until(stateOf(), issuedAt - 50 * second)).toBe(54 * minute)
  })
})

describe('the method of renewal is', () => {
  const due = issuedAt + 55 * minute
  const withoutRefreshToken = { token: { refreshToken: null } }

  it('the refresh token, if there is one', () => {
    expect(nextStep(stateOf(), due)).toEqual({ kind: 'refresh' })
  })

  it('else the grant again, for a client', () => {
    const changes = {
      ...withoutRefreshToken,
      settings: { grantType: 'clientCredentials' },
    } as const
    expect(nextStep(stateOf(changes), due)).toEqual({ kind: 'grant-again' })
  })

  it('else the password again, if it worked the last time', () => {
    expect(nextStep(stateOf(withoutRefreshToken), due)).toEqual({ kind: 'grant-again' })
  })

  it('the refresh token that the user typed, for a profile that lives on one', () => {
    const state = stateOf({
      ...withoutRefreshToken,
      settings: { grantType: 'refreshToken' },
      secrets: { clientSecret: 's', refreshToken: 'typed' },
    })
    expect(nextStep(state, due)).toEqual({ kind: 'refresh' })
  })

  it('never a refresh token of another server', () => {
    const fingerprint = fingerprintOf(
      withSettings(settings, { tokenEndpoint: 'https://old.example/' }),
      0,
    )
    expect(nextStep(stateOf({ token: { fingerprint } }), due)).toEqual({
      kind: 'ask-user',
      why: 'password-again',
    })
    const changes = {
      settings: { grantType: 'clientCredentials' },
      token: { fingerprint },
    } as const
    expect(nextStep(stateOf(changes), due)).toEqual({ kind: 'grant-again' })
  })
})

describe('a password', () => {
  const at = issuedAt + 55 * minute

  it('is never repeated after any failure', () => {
    for (const outcome of [
      unreachable,
      trouble,
      refused,
      limited(1),
      { kind: 'cancelled' } as const,
    ]) {
      const activity = [entry(at, outcome), entry(issuedAt, { kind: 'obtained' })]
      const state = stateOf({ token: { refreshToken: null }, state: { activity } })
      for (const later of [0, minute, day, 30 * day]) {
        expect(nextStep(state, at + later)).toEqual({ kind: 'ask-user', why: 'password-again' })
      }
    }
  })

  it('is not retried automatically after the user changed something', () => {
    const state = stateOf({ token: { refreshToken: null, fingerprint: 'older' } })
    expect(nextStep(state, at)).toEqual({ kind: 'ask-user', why: 'password-again' })
  })
})

const sentNowhere = (outcome: Outcome): ActivityEntry => ({
  ...entry(issuedAt + 54 * minute, outcome),
  neverSent: true,
})
const page = (status: number, looksLike: 'web-page' | 'sign-in-page' = 'web-page'): Outcome => ({
  kind: 'not-an-oauth-answer',
  status,
  looksLike,
})
const moved: Outcome = { kind: 'moved', status: 302, location: 'http://portal.example/login' }
const untrusted: Outcome = { kind: 'certificate-not-trusted', problem: 'unknown-issuer' }

describe('a password that met no server', () => {
  const failedAt = issuedAt + 54 * minute
  const passwordAfter = (...activity: readonly ActivityEntry[]) =>
    stateOf({
      token: { refreshToken: null },
      state: { activity: [...activity, entry(issuedAt, { kind: 'obtained' })] },
    })
  const later = failedAt + day

  it.each<[string, ActivityEntry]>([
    ['its name was not found', sentNowhere({ kind: 'unreachable', reason: 'name-not-found' })],
    ['there was no network', sentNowhere(unreachable)],
    ['nothing listened', sentNowhere({ kind: 'unreachable', reason: 'connection-refused' })],
    ['no connection came about', sentNowhere({ kind: 'unreachable', reason: 'timeout' })],
    ['TLS failed', sentNowhere({ kind: 'unreachable', reason: 'no-secure-connection' })],
    ['a proxy was unreachable', sentNowhere({ kind: 'unreachable', reason: 'proxy' })],
    ['a proxy wanted a sign-in', entry(failedAt, { kind: 'unreachable', reason: 'proxy' })],
    ['it was cancelled before', sentNowhere({ kind: 'cancelled' })],
    ['a certificate was not trusted', sentNowhere(untrusted)],
    ['a redirect came', entry(failedAt, moved)],
    ['a page came', entry(failedAt, page(200))],
    ['a sign-in page came', entry(failedAt, page(200, 'sign-in-page'))],
    ['the network asked for a sign-in', entry(failedAt, page(511, 'sign-in-page'))],
  ])('is sent again: %s', (_, attempt) => {
    expect(nextStep(passwordAfter(attempt), later)).toEqual({ kind: 'grant-again' })
    expect(nextStep(passwordAfter(attempt, attempt, attempt), later).kind).toBe('grant-again')
  })

  it.each<[string, ActivityEntry]>([
    ['no answer came', entry(failedAt, { kind: 'unreachable', reason: 'timeout' })],
    ['the connection broke', entry(failedAt, { kind: 'unreachable', reason: 'connection-lost' })],
    ['it was cancelled on its way', entry(failedAt, { kind: 'cancelled' })],
    ['the server failed', entry(failedAt, trouble)],
    ['the server wanted a pause', entry(failedAt, limited(1))],
    ['the server refused the client', entry(failedAt, refused)],
    ['a page with 403 came', entry(failedAt, page(403))],
    ['a page with 400 came', entry(failedAt, page(400))],
    ['a page with 404 came', entry(failedAt, page(404, 'sign-in-page'))],
    [
      'the server refused the user',
      entry(failedAt, { kind: 'user-refused', status: 400, oauthError: 'invalid_grant' }),
    ],
  ])('is not sent again, because it may have met its server: %s', (_, attempt) => {
    const asked = { kind: 'ask-user', why: 'password-again' }
    const portals = [sentNowhere(unreachable), entry(failedAt, moved), sentNowhere(untrusted)]
    for (const since of [[], ...portals.map((one) => [one]), portals]) {
      expect(nextStep(passwordAfter(...since, attempt), later)).toEqual(asked)
    }
  })

  it('is not sent again after a bug or an edit either', () => {
    const activity = [sentNowhere(unreachable), entry(issuedAt, { kind: 'obtained' })]
    const token = { refreshToken: null }
    const asked = { kind: 'ask-user', why: 'password-again' }
    expect(nextStep(stateOf({ token, state: { activity, notBefore: 1 } }), later)).toEqual(asked)
    const edited = { ...token, fingerprint: 'older' }
    expect(nextStep(stateOf({ token: edited, state: { activity } }), later)).toEqual(asked)
  })
})

const gateway = (reason: 'blocked' | 'no-route' | 'api-key' | 'network-address'): Outcome => ({
  kind: 'gateway-refused',
  status: 403,
  oauthError: null,
  reason,
})

it.each(['no-route', 'api-key'] as const)(
  'a gateway that misses something in the request gets no retry: %s',
  (reason) => {
    const activity = [
      entry(issuedAt + 54 * minute, gateway(reason)),
      entry(issuedAt, { kind: 'obtained' }),
    ]
    const step = nextStep(stateOf({ state: { activity } }), issuedAt + 59 * minute)
    expect(step).toEqual({ kind: 'ask-user', why: 'refused' })
  },
)

it('a gateway may have passed a password on, so that is not sent again', () => {
  const activity = [
    entry(issuedAt + 54 * minute, gateway('blocked')),
    entry(issuedAt, { kind: 'obtained' }),
  ]
  const step = nextStep(
    stateOf({ token: { refreshToken: null }, state: { activity } }),
    issuedAt + 59 * minute,
  )
  expect(step).toEqual({ kind: 'ask-user', why: 'password-again' })
})

describe('behind a captive portal', () => {
  const failedAt = issuedAt + 54 * minute
  const portals: readonly [string, Outcome][] = [
    ['a redirect', moved],
    ['a redirect to nowhere', { kind: 'moved', status: 307, location: null }],
    ['a page', page(200)],
    ['a sign-in page', page(200, 'sign-in-page')],
    ['a page with 403', page(403)],
    ['a page with 404', page(404)],
    ['a page with 511', page(511, 'sign-in-page')],
    ['an untrusted certificate', untrusted],
    ['a certificate of another host', { kind: 'certificate-not-trusted', problem: 'wrong-host' }],
    ['an old certificate', { kind: 'certificate-not-trusted', problem: 'expired' }],
    ['a gateway that admits other addresses', gateway('network-address')],
    ['a firewall that blocks the request', gateway('blocked')],
  ]
  const behind = (outcome: Outcome, count: number, change: Partial<PolicyState> = {}) =>
    stateOf({
      state: {
        activity: [
          ...Array.from({ length: count }, () => entry(failedAt, outcome)),
          entry(issuedAt, { kind: 'obtained' }),
        ],
        ...change,
      },
    })
  const wait = (state: PolicyState) => {
    const step = nextStep(state, failedAt)
    return step.kind === 'wait' ? step.until - failedAt : step.kind
  }

  it.each(portals)('it tries again, ever more slowly, once an hour at least: %s', (_, outcome) => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 49].map((count) => wait(behind(outcome, count)))
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30].map((minutes) => minutes * minute))
    const longest = { retryFraction: 1 - 2 ** -40 }
    const most = [1, 2, 3, 4, 5, 6, 49].map((count) => wait(behind(outcome, count, longest)))
    expect(most).toEqual([2, 4, 8, 16, 32, 60, 60].map((minutes) => minutes * minute))
  })

  it.each(portals)('on another network it tries again at once: %s', (_, outcome) => {
    const state = behind(outcome, 20, { networkChanged: true, retryFraction: 0.9 })
    expect(wait(state)).toBe(30 * second)
    expect(nextStep(state, failedAt + minute)).toEqual({ kind: 'refresh' })
  })

  it('a refusal ends it, also after the portal', () => {
    const activity = [entry(failedAt, refused), entry(failedAt, moved)]
    const state = stateOf({ state: { activity, networkChanged: true } })
    expect(nextStep(state, failedAt + day)).toEqual({ kind: 'ask-user', why: 'refused' })
    expect(waitsForNetwork(state)).toBe(false)
  })

  it('another network does not shorten a wait for the server', () => {
    const changed = { networkChanged: true }
    expect(wait(behind(limited(600), 1, changed))).toBe(600 * second)
    expect(wait(behind(trouble, 5, { ...changed, retryFraction: 0.5 }))).toBe(270 * second)
  })
})

describe('a profile waits for the network', () => {
  const failedAt = issuedAt + 54 * minute
  const following = (last: ActivityEntry, changes: Changes = {}) =>
    stateOf({
      ...changes,
      state: { activity: [last, entry(issuedAt, { kind: 'obtained' })], ...changes.state },
    })

  it.each<[string, Outcome]>([
    ['unreachable', unreachable],
    ['a redirect', moved],
    ['a page', page(200)],
    ['a certificate', untrusted],
  ])('after %s', (_, outcome) => {
    expect(waitsForNetwork(following(entry(failedAt, outcome)))).toBe(true)
  })

  it.each<[string, PolicyState]>([
    ['after a success', stateOf()],
    ['after a refusal', following(entry(failedAt, refused))],
    ['while the server is in trouble', following(entry(failedAt, trouble))],
    [
      'if it is not kept fresh',
      following(entry(failedAt, moved), { settings: { keepFresh: false } }),
    ],
    ['before its first token', following(entry(failedAt, moved), { token: null })],
    ['if nobody knows the end', following(entry(failedAt, moved), { token: { expiresAt: null } })],
    ['while it is locked', following(entry(failedAt, moved), { state: { sealed: 'locked' } })],
    ['if it needs a sign-in', following(entry(failedAt, moved), { state: { needsSignIn: true } })],
    [
      'if its password may have been refused',
      following(entry(failedAt, { kind: 'unreachable', reason: 'timeout' }), {
        token: { refreshToken: null },
      }),
    ],
    [
      'at an address that never brought a token',
      following(entry(failedAt, moved), {
        settings: { grantType: 'clientCredentials' },
        token: {
          fingerprint: fingerprintOf(
            withSettings(settings, { tokenEndpoint: 'https://old.example/' }),
            0,
          ),
        },
      }),
    ],
  ])('not %s', (_, state) => {
    expect(waitsForNetwork(state)).toBe(false)
  })
})

describe('after a failure', () => {
  const failedAt = issuedAt + 54 * minute
  const failing = (outcome: Outcome, count: number, retryFraction = 0) => {
    const failures = Array.from({ length: count }, () => entry(failedAt, outcome))
    const activity = [...failures, entry(issuedAt, { kind: 'obtained' })]
    return stateOf({ state: { activity, retryFraction } })
  }
  const wait = (state: PolicyState) => {
    const step = nextStep(state, failedAt)
    return step.kind === 'wait' ? step.until - failedAt : step.kind
  }

  it.each([unreachable, trouble, limited(null)])('that may pass, it tries again: %j', (outcome) => {
    expect(wait(failing(outcome, 1))).toBe(30 * second)
  })

  it('it waits longer each time, up to half an hour, by chance anything in between', () => {
    const most = 1 - 2 ** -40
    const waits = [1, 2, 3, 4, 20, 49].map((count) => wait(failing(trouble, count, most)))
    expect(waits).toEqual([60, 90, 150, 270, 1830, 1830].map((seconds) => seconds * second))
    expect(wait(failing(trouble, 4, 0.5))).toBe(150 * second)
    expect(wait(failing(trouble, 49, 0))).toBe(30 * second)
  })

  it.each([limited, troubled])('it waits at least as long as the server requires', (asking) => {
    expect(wait(failing(asking(600), 1))).toBe(600 * second)
    expect(wait(failing(asking(600), 1, 0.5))).toBe(615 * second)
    expect(wait(failing(asking(1), 1))).toBe(30 * second)
  })

  it.each<Outcome>([
    refused,
    { kind: 'grant-not-allowed', status: 400, oauthError: null },
    { kind: 'scope-refused', status: 400, oauthError: null },
    { kind: 'bad-request', status: 400, oauthError: null },
    { kind: 'not-an-oauth-answer', status: 200, looksLike: 'nothing' },
    { kind: 'not-an-oauth-answer', status: 404, looksLike: 'something-else' },
    { kind: 'unsafe-answer', status: 200, reason: 'too-deep' },
  ])('that needs the user, it asks: $kind', (outcome) => {
    expect(nextStep(failing(outcome, 1), failedAt + day)).toEqual({
      kind: 'ask-user',
      why: 'refused',
    })
  })

  it('that needs the user to sign in, it asks', () => {
    const state = stateOf({ state: { needsSignIn: true } })
    expect(nextStep(state, failedAt)).toEqual({ kind: 'ask-user', why: 'needs-sign-in' })
  })

  it('that left a client with a refused refresh token, its own grant runs: no user signs in', () => {
    const activity = [entry(failedAt, { kind: 'needs-sign-in', status: 400, oauthError: null })]
    const state = stateOf({
      settings: { grantType: 'clientCredentials' },
      state: { needsSignIn: true, activity },
    })
    expect(nextStep(state, failedAt + minute)).toEqual({ kind: 'grant-again' })
  })

  it('it does not wait for an attempt that lies in the future', () => {
    const activity = [entry(failedAt + day, trouble)]
    expect(nextStep(stateOf({ state: { activity } }), failedAt)).toEqual({ kind: 'refresh' })
  })
})

it('without a secret that is needed it asks', () => {
  expect(nextStep(stateOf({ secrets: {} }), issuedAt + day)).toEqual({
    kind: 'ask-user',
    why: 'secrets-missing',
  })
})

it('a profile that ran into a bug rests', () => {
  const notBefore = issuedAt + day
  expect(until(stateOf({ state: { notBefore } }), issuedAt + hour)).toBe(day)
})

describe('for any profile at any time', () => {
  const outcomes = fc.constantFrom<Outcome>(
    { kind: 'obtained' },
    { kind: 'cancelled' },
    unreachable,
    trouble,
    refused,
    limited(null),
    limited(3600),
    troubled(600),
    moved,
    untrusted,
    page(200),
    page(403),
  )
  const offset = fc.integer({ min: -2 * day, max: 40 * day })
  const anyState = fc
    .record({
      grantType: fc.constantFrom('password', 'clientCredentials', 'refreshToken'),
      keepFresh: fc.boolean(),
      refreshToken: fc.constantFrom('r', null),
      life: fc.option(fc.integer({ min: 1, max: 40 * day })),
      jitter: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      past: fc.array(fc.tuple(offset, outcomes, fc.boolean()), { maxLength: 50 }),
      needsSignIn: fc.boolean(),
      networkChanged: fc.boolean(),
    })
    .map(({ grantType, keepFresh, refreshToken, life, jitter, past, ...flags }) =>
      stateOf({
        settings: { grantType, keepFresh },
        token: { refreshToken, jitter, expiresAt: life === null ? null : issuedAt + life },
        state: {
          ...flags,
          retryFraction: jitter,
          activity: past.map(([at, outcome, isSent]) => {
            const failed = entry(issuedAt + at, outcome)
            const mayBeUnsent = ['unreachable', 'cancelled', 'certificate-not-trusted']
            const isUnsent = !isSent && mayBeUnsent.includes(outcome.kind)
            return isUnsent ? { ...failed, neverSent: true } : failed
          }),
        },
      }),
    )

  it('a wait ends in the future, on a whole millisecond, and then something is due', () => {
    fc.assert(
      fc.property(anyState, offset, (state, at) => {
        const now = issuedAt + at
        const step = nextStep(state, now)
        if (step.kind !== 'wait') return
        expect(step.until).toBeGreaterThan(now)
        expect(Number.isInteger(step.until)).toBe(true)
        // Nothing in between is due earlier, and what follows is no further wait.
        expect(nextStep(state, step.until - 1).kind).not.toBe('ask-user')
        expect(['refresh', 'grant-again']).toContain(nextStep(state, step.until).kind)
      }),
      { numRuns: 500, seed },
    )
  })

  it('nothing is sent that the user did not allow, and no failed password', () => {
    fc.assert(
      fc.property(anyState, offset, (state, at) => {
        const { kind } = nextStep(state, issuedAt + at)
        const isSent = kind === 'refresh' || kind === 'grant-again'
        const isForUser =
          state.needsSignIn && optionsOf(state.settings).grantType !== 'clientCredentials'
        if (!optionsOf(state.settings).keepFresh || isForUser) expect(isSent).toBe(false)
        const met = state.activity.find(
          ({ outcome, neverSent }) =>
            neverSent !== true &&
            outcome.kind !== 'moved' &&
            !(outcome.kind === 'not-an-oauth-answer' && outcome.status === 200),
        )
        const isRefused = met !== undefined && met.outcome.kind !== 'obtained'
        if (optionsOf(state.settings).grantType === 'password' && isRefused) {
          expect(kind).not.toBe('grant-again')
        }
      }),
      { numRuns: 500, seed },
    )
  })

  it('no grant that needs a person is run again without one', () => {
    const needsPerson = { renewal: 'needs-person' } as const
    const renewals = {
      password: needsPerson,
      clientCredentials: needsPerson,
      authorizationCode: needsPerson,
      deviceCode: needsPerson,
      refreshToken: { renewal: 'silent' },
    } as const
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyState, offset, (state, at) => {
        const now = issuedAt + at
        const { kind } = nextStep(state, now, renewals)
        seen.add(kind)
        expect(kind).not.toBe('grant-again')
        const hasRefreshToken =
          state.sealed !== 'locked' && state.sealed.token?.refreshToken !== null
        if (hasRefreshToken || optionsOf(state.settings).grantType === 'refreshToken') return
        expect(['ask-user', 'nothing']).toContain(kind)
        expect(renewsBeforeUse(state, now, renewals)).toBe(false)
        expect(waitsForNetwork(state, renewals)).toBe(false)
      }),
      { numRuns: 500, seed },
    )
    // Their refresh tokens are used like those of all others.
    expect(seen).toContain('refresh')
  })

  it('never twice within 30 seconds', () => {
    fc.assert(
      fc.property(anyState, offset, (state, at) => {
        const now = issuedAt + at
        const { kind } = nextStep(state, now)
        const [last] = state.activity
        if ((kind === 'refresh' || kind === 'grant-again') && last !== undefined) {
          const gap = now - last.at
          expect(gap >= 30 * second || gap < 0).toBe(true)
        }
      }),
      { numRuns: 500, seed },
    )
  })
})
