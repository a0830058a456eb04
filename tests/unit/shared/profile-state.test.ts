import { describe, expect, test } from 'vitest'
import { stateOf } from '../../../src/shared/profile-state.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'
import type { TokenView } from '../../../src/shared/token.ts'
import { makeSettings } from '../../support/profiles/settings.ts'
import { makeView } from '../../support/profiles/views.ts'

const token: TokenView = {
  format: 'opaque',
  length: 64,
  tokenType: 'Bearer',
  scope: [],
  scopeFrom: 'answer',
  issuedAt: 0,
  expiresAt: 3_600_000,
  expiryFrom: 'expires_in',
  clockOffset: null,
  obtainedBy: 'password',
  hasRefreshToken: true,
  refreshExpiresAt: null,
  issuedTo: null,
  madeWithOlderSettings: false,
  deviations: [],
}

const profile = makeView(1, { token }, { presetId: 'semansys' })

/** A browser sign-in without a refresh token. */
const signedIn: Partial<ProfileView> = {
  token: { ...token, hasRefreshToken: false },
  settings: makeSettings({ grantType: 'authorizationCode' }),
}

const failed = [
  {
    at: 0,
    what: 'obtain',
    by: 'user',
    outcome: { kind: 'server-trouble', status: 500, oauthError: null, retryAfterSeconds: null },
  },
] satisfies ProfileView['activity']

const endedBy = (kind: 'denied' | 'sign-in-expired'): ProfileView['activity'] => [
  {
    at: 0,
    what: 'obtain',
    by: 'user',
    outcome: kind === 'denied' ? { kind, oauthError: 'access_denied' } : { kind },
  },
]

const minute = 60_000

describe('the state of a profile', () => {
  test.each<[string, Partial<ProfileView>, number, string]>([
    ['has no token', { token: null }, 0, 'no-token'],
    ['has no token and failed', { token: null, activity: failed }, 0, 'failed'],
    ['has a fresh token', {}, 0, 'valid'],
    ['has a tenth of its life left', {}, 54 * minute, 'expiring-soon'],
    ['has just more than a tenth left', {}, 54 * minute - 1, 'valid'],
    ['is over', {}, 60 * minute, 'expired'],
    [
      'has no token, and its user said no',
      { token: null, activity: endedBy('denied') },
      0,
      'no-token',
    ],
    [
      'is over, and nobody signed in',
      { activity: endedBy('sign-in-expired') },
      60 * minute,
      'expired',
    ],
    ['is over and could not be renewed', { activity: failed }, 60 * minute, 'failed'],
    ['failed to renew but is still good', { activity: failed }, 0, 'valid'],
    [
      'is over and is renewed once the network works',
      { activity: failed, waitsForNetwork: true },
      60 * minute,
      'waiting-for-network',
    ],
    ['waits for the network and is still good', { waitsForNetwork: true }, 0, 'valid'],
    [
      'waits for the network and needs a sign-in',
      { waitsForNetwork: true, needsSignIn: true },
      60 * minute,
      'needs-sign-in',
    ],
    ['lost its refresh token', { needsSignIn: true }, 0, 'needs-sign-in'],
    ['is good until a sign-in is due', signedIn, 0, 'valid'],
    ['ended as a sign-in was due', signedIn, 60 * minute, 'needs-sign-in'],
    [
      'was given a refresh token that never brought a token',
      {
        needsSignIn: true,
        token: null,
        activity: failed,
        settings: makeSettings({ grantType: 'refreshToken' }),
      },
      0,
      'failed',
    ],
    ['cannot be opened', { locked: true, token: null }, 0, 'locked'],
    ['says nothing of its end', { token: { ...token, expiresAt: null } }, 9e15, 'valid'],
  ])('that %s', (_what, change, now, state) => {
    expect(stateOf({ ...profile, ...change }, now)).toBe(state)
  })

  test('warns an hour before the end of a week, and half-way through thirty seconds', () => {
    const week = 7 * 24 * 60 * minute
    const longToken = { ...profile, token: { ...token, expiresAt: week } }
    expect(stateOf(longToken, week - 61 * minute)).toBe('valid')
    expect(stateOf(longToken, week - 60 * minute)).toBe('expiring-soon')
    const shortToken = { ...profile, token: { ...token, expiresAt: 30_000 } }
    expect(stateOf(shortToken, 14_999)).toBe('valid')
    expect(stateOf(shortToken, 15_000)).toBe('expiring-soon')
  })
})
