import { describe, expect, it } from 'vitest'
import { keepFreshText, renewalText } from '../../../../src/renderer/i18n/keep-fresh.ts'
import type { ProfileView } from '../../../../src/shared/profile-view.ts'
import { makeToken, minute, noon } from '../../../support/profiles/views.ts'
import { makeProfile } from '../make.ts'
import { moments, t } from './english.ts'

const fresh = (over: Partial<ProfileView>) => makeProfile(1, over, { keepFresh: true })
const tell = (profile: ProfileView) => keepFreshText(t, profile, true, moments)

describe('what keeping fresh does', () => {
  it('is the next renewal, where there is one', () => {
    const profile = fresh({ token: makeToken(), renewsAt: noon + 50 * minute })
    expect(tell(profile)).toMatch(/^Next renewal: today, /)
  })

  it('is the next retry, and the reason, during network trouble', () => {
    const over = { token: makeToken(), renewsAt: noon + 50 * minute, waitsForNetwork: true }
    expect(tell(fresh(over))).toMatch(/^Waiting for the network\. Next try: today, /)
  })

  it('is nothing while it waits for the user, with a text that explains it', () => {
    expect(tell(fresh({ token: makeToken() }))).toContain('Paused after the last failure')
    expect(tell(fresh({ token: makeToken(), needsSignIn: true }))).toContain(
      'Paused after the last failure',
    )
  })

  it('is nothing for a token of unknown expiry, with a text that explains it', () => {
    expect(tell(fresh({ token: makeToken({ expiresAt: null }) }))).toContain('can’t be renewed')
  })

  it('is described in general before there is a token, and while it is off', () => {
    expect(tell(fresh({}))).toMatch(/^Renews the token/)
    expect(keepFreshText(t, makeProfile(1), false, moments)).toMatch(/^Renews the token/)
  })
})

describe('the renewal in the overview', () => {
  it('agrees with the card above: a token that needs a sign-in is not renewed', () => {
    expect(renewalText(t, makeProfile(1, { token: makeToken() }))).toContain('without asking')
    const dead = makeProfile(1, { token: makeToken(), needsSignIn: true })
    expect(renewalText(t, dead)).toContain('a new one')
  })

  it.each<[string, ProfileView['activity'][number]['outcome'], string]>([
    ['a bare 400', { kind: 'bad-request', status: 400, oauthError: null }, 'a new one'],
    ['a bare 401', { kind: 'client-refused', status: 401, oauthError: null }, 'a new one'],
    ['a refused grant', { kind: 'grant-not-allowed', status: 400, oauthError: null }, 'a new one'],
    ['no answer', { kind: 'unreachable', reason: 'offline' }, 'without asking'],
    ['a redirect', { kind: 'moved', status: 302, location: null }, 'without asking'],
    [
      'a page',
      { kind: 'not-an-oauth-answer', status: 200, looksLike: 'web-page' },
      'without asking',
    ],
    [
      'a request to sign in',
      { kind: 'not-an-oauth-answer', status: 401, looksLike: 'sign-in-address' },
      'without asking',
    ],
    [
      'a firewall',
      { kind: 'gateway-refused', status: 403, oauthError: null, reason: 'blocked' },
      'without asking',
    ],
    [
      'a list of network addresses',
      { kind: 'gateway-refused', status: 403, oauthError: null, reason: 'network-address' },
      'without asking',
    ],
    [
      'a guard for API keys',
      { kind: 'gateway-refused', status: 403, oauthError: null, reason: 'api-key' },
      'a new one',
    ],
    ['success', { kind: 'obtained' }, 'without asking'],
  ])('promises nothing that the last renewal disproved: %s', (_, outcome, text) => {
    const activity = [{ at: noon, what: 'refresh', by: 'renewal', outcome } as const]
    expect(renewalText(t, makeProfile(1, { token: makeToken(), activity }))).toContain(text)
  })
})
