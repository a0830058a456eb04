import { describe, expect, it } from 'vitest'
import { dueNotice, timeToTell, type Wishes } from '../../../src/main/notifying/due-notice.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'
import { makeProfile } from '../../support/background/views.ts'
import { signInSettings } from '../../support/profiles/sign-in-settings.ts'
import { makeToken, minute, noon } from '../../support/profiles/views.ts'

const wishes: Wishes = { beforeEnd: 10, ofTrouble: true }
const end = noon + 60 * minute
const late = end - 9 * minute
const refused: ProfileView['activity'] = [
  {
    at: noon,
    what: 'refresh',
    by: 'renewal',
    outcome: { kind: 'client-refused', status: 401, oauthError: null },
  },
]
const profile = (over: Partial<ProfileView> = {}, keepFresh = false) =>
  makeProfile(1, { token: makeToken(), ...over }, { keepFresh })

describe('that a token ends is said', () => {
  it('the chosen minutes before, and not when it is over', () => {
    expect(dueNotice(profile(), wishes, end - 10 * minute - 1)).toBeNull()
    expect(dueNotice(profile(), wishes, end - 10 * minute)).toBe('ends-soon')
    expect(dueNotice(profile(), wishes, end - 1)).toBe('ends-soon')
    expect(dueNotice(profile(), wishes, end)).toBeNull()
  })

  it('not before half of its life is over', () => {
    const short = profile({ token: makeToken({ expiresAt: noon + 8 * minute }) })
    expect(timeToTell(short, wishes)).toBe(noon + 4 * minute)
  })

  it('not for a token that is renewed in time, but for one whose next retry is too late', () => {
    expect(dueNotice(profile({ renewsAt: end - 2 * minute }, true), wishes, late)).toBeNull()
    expect(dueNotice(profile({ renewsAt: end + 1 }, true), wishes, late)).toBe('ends-soon')
  })

  it('never if turned off, without a known expiry, or while a request is under way', () => {
    expect(dueNotice(profile(), { ...wishes, beforeEnd: null }, late)).toBeNull()
    expect(dueNotice(profile({ token: makeToken({ expiresAt: null }) }), wishes, late)).toBeNull()
    expect(
      dueNotice(
        profile({ tokenRun: { what: 'refresh', progress: { kind: 'requesting' } } }),
        wishes,
        late,
      ),
    ).toBeNull()
    expect(dueNotice(profile({ token: null, locked: true }), wishes, late)).toBeNull()
  })
})

describe('that the user has to sign in is said', () => {
  const lasting = makeToken({ hasRefreshToken: false })
  const signedIn = (keepFresh: boolean, over: Partial<ProfileView> = {}) => ({
    ...profile({ token: lasting, ...over }),
    settings: signInSettings('authorizationCode', { keepFresh }),
  })
  const silent = { ...wishes, beforeEnd: null }

  it('once a token that can’t be renewed has expired, if it was to be kept fresh', () => {
    expect(timeToTell(signedIn(true), silent)).toBe(end)
    expect(dueNotice(signedIn(true), silent, end - 1)).toBeNull()
    expect(dueNotice(signedIn(true), silent, end)).toBe('needs-sign-in')
    expect(dueNotice(signedIn(true), wishes, end)).toBe('needs-sign-in')
    expect(dueNotice(signedIn(true), silent, end + 24 * 60 * minute)).toBeNull()
  })

  it('before it expires, at the chosen time', () => {
    expect(timeToTell(signedIn(true), wishes)).toBe(end - 10 * minute)
    expect(dueNotice(signedIn(true), wishes, late)).toBe('ends-soon')
  })

  it('not if it is not kept fresh, not wanted, or renewed without the user', () => {
    expect(dueNotice(signedIn(false), silent, end)).toBeNull()
    expect(dueNotice(signedIn(true), { ...silent, ofTrouble: false }, end)).toBeNull()
    expect(dueNotice(signedIn(true, { token: makeToken() }), silent, end)).toBeNull()
    const running = { what: 'obtain', progress: { kind: 'requesting' } } as const
    expect(dueNotice(signedIn(true, { tokenRun: running }), silent, end)).toBeNull()
  })
})

describe('that a token is not kept fresh any more is said', () => {
  it('when the app has failed to renew it and will not try again', () => {
    const stuck = profile({ activity: refused }, true)
    expect(dueNotice(stuck, wishes, noon)).toBe('renewal-failed')
    expect(dueNotice({ ...stuck, needsSignIn: true }, wishes, noon)).toBe('needs-sign-in')
  })

  it('not while it tries again, for a click of the user’s, or where nothing is kept fresh', () => {
    const [failure] = refused
    const byUser = failure === undefined ? [] : [{ ...failure, by: 'user' as const }]
    expect(
      dueNotice(profile({ activity: refused, renewsAt: noon + minute }, true), wishes, noon),
    ).toBeNull()
    expect(dueNotice(profile({ activity: byUser }, true), wishes, noon)).toBeNull()
    expect(dueNotice(profile({ activity: refused }, false), wishes, noon)).toBeNull()
    const unwanted = { ...wishes, ofTrouble: false }
    expect(dueNotice(profile({ activity: refused }, true), unwanted, noon)).toBeNull()
  })
})
