import { describe, expect, it } from 'vitest'
import {
  endText,
  hasRemaining,
  lifeFraction,
  lifeHeadline,
  lifeHint,
  remainingText,
  runHint,
} from '../../../../src/renderer/i18n/life.ts'
import { stateOf } from '../../../../src/shared/profile-state.ts'
import type { ProfileView, RunProgress } from '../../../../src/shared/profile-view.ts'
import { makeToken, minute, noon } from '../../../support/profiles/views.ts'
import { makeProfile } from '../make.ts'
import { moments, t } from './english.ts'

const alive = makeProfile(1, { token: makeToken() })
const endless = makeProfile(2, { token: makeToken({ expiresAt: null, expiryFrom: 'unknown' }) })
const headline = (profile: typeof alive, now: number) =>
  lifeHeadline(t, profile, stateOf(profile, now), now)

describe('the life of a token', () => {
  it('empties from one to zero', () => {
    expect(lifeFraction(alive, noon)).toBe(1)
    expect(lifeFraction(alive, noon + 15 * minute)).toBe(0.75)
    expect(lifeFraction(alive, noon + 60 * minute)).toBe(0)
    expect(lifeFraction(alive, noon + 600 * minute)).toBe(0)
  })

  it('is a large time while it lasts, and a text after', () => {
    expect(headline(alive, noon + 2 * minute)).toBe('58 min 00 s')
    expect(headline(alive, noon + 61 * minute)).toBe('Expired')
    expect(headline(makeProfile(1), noon)).toBe('No token yet')
  })

  it('is over but not lost without a network, with a text that explains it', () => {
    const waiting = makeProfile(1, { token: makeToken(), waitsForNetwork: true })
    expect(headline(waiting, noon + 61 * minute)).toBe('Not renewed yet')
    const state = stateOf(waiting, noon + 61 * minute)
    const hint = lifeHint(t, waiting, state, moments, noon)
    expect(hint).toContain('will try again automatically')
    // The card below says which of them it was.
    expect(hint).not.toMatch(/network|server/)
  })

  it('is unknown, never endless, without an expiry', () => {
    expect(headline(endless, noon)).toBe('No expiry given')
    expect(remainingText(t, endless, noon)).toBe('No expiry given')
    expect(lifeHint(t, endless, 'valid', moments, noon)).toContain('didn’t say')
  })

  it('is unknown, with the reason, where the server’s expiry makes no sense', () => {
    const deviations = ['expires-in-absurd'] as const
    const absurd = makeProfile(3, {
      token: makeToken({ expiresAt: null, expiryFrom: 'unknown', deviations: [...deviations] }),
    })
    for (const text of [
      lifeHint(t, absurd, 'valid', moments, noon),
      endText(t, makeToken({ expiresAt: null, deviations: [...deviations] }), moments),
    ]) {
      expect(text).toContain('makes no sense')
      expect(text).not.toContain('didn’t say')
    }
    const saysItself = makeToken({ expiryFrom: 'jwt', deviations: [...deviations] })
    expect(endText(t, saysItself, moments)).toMatch(/\d\d:00:00, according to the token itself$/)
    expect(endText(t, makeToken({ expiresAt: null }), moments)).toContain('didn’t say')
    expect(endText(t, makeToken(), moments)).toMatch(/\d\d:00:00$/)
  })

  it('explains why a token can’t be renewed any more, where the user stopped the renewals', () => {
    const stopped = {
      at: noon,
      what: 'refresh',
      by: 'user',
      outcome: { kind: 'cancelled' },
    } as const
    const lost = { ...stopped, outcome: { kind: 'unreachable', reason: 'timeout' } } as const
    const hint = (activity: ProfileView['activity'], now: number) =>
      lifeHint(t, { ...alive, activity }, 'needs-sign-in', moments, now)
    const twice = hint([stopped, stopped], noon + 61 * minute)
    expect(twice).toMatch(/^Two renewals were stopped .* Choose “Renew now”\.$/)
    expect(hint([stopped, stopped], noon)).toMatch(/ works until today, \d\d:00\.$/)
    expect(twice).not.toContain('works until')
    // One answer was lost in another way.
    expect(hint([stopped, lost], noon)).toMatch(/^Two renewals got no answer/)
    const obtained = { ...stopped, outcome: { kind: 'obtained' } } as const
    expect(hint([stopped, obtained, stopped], noon)).toMatch(/^Two renewals got no answer/)
    // The card says it.
    expect(hint([lost, stopped], noon)).toContain('can no longer be renewed')
    expect(hint([{ ...stopped, what: 'obtain' }, stopped], noon)).toContain(
      'can no longer be renewed',
    )
  })

  it('shows how long a token with a dead refresh token still works', () => {
    const hint = (now: number) => lifeHint(t, alive, 'needs-sign-in', moments, now)
    expect(hint(noon)).toContain('works until')
    expect(hint(noon + 61 * minute)).not.toContain('works until')
  })

  it('describes a refresh token in words that fit a dead and a doubtful one', () => {
    for (const now of [noon, noon + 61 * minute]) {
      const hint = lifeHint(t, alive, 'needs-sign-in', moments, now)
      expect(hint).toContain('can no longer be renewed')
      expect(hint).not.toContain('server')
    }
  })

  it('leaves the list’s place empty where nothing remains or may be seen', () => {
    expect(remainingText(t, alive, noon)).toBe('1 h 00 min')
    expect(hasRemaining(alive, noon + 60 * minute - 1)).toBe(true)
    expect(hasRemaining(endless, noon)).toBe(true)
    expect(hasRemaining(alive, noon + 60 * minute)).toBe(false)
    expect(hasRemaining(makeProfile(1), noon)).toBe(false)
    expect(hasRemaining({ ...alive, locked: true }, noon)).toBe(false)
  })
})

describe('the sentence about a run under way', () => {
  const hint = (progress: RunProgress) => runHint(t, { what: 'refresh', progress })

  it('is about the request while one is sent', () => {
    expect(hint({ kind: 'requesting' })).toBe(t('detail.requesting.refresh'))
  })

  it('leaves a device code to the card that shows it', () => {
    const address = 'https://auth.example/device'
    const code = { code: 'WDJB-MJHT', address, completeAddress: null, expiresAt: noon }
    const text = hint({ kind: 'showing-device-code', ...code })
    expect(text).toContain('enter the code')
    expect(text).not.toMatch(/WDJB|https/)
  })

  it('is another one while the user signs in', () => {
    const waiting = { host: 'auth.example', isListening: true, isOpened: true, strayRedirects: 0 }
    const text = hint({ kind: 'waiting-for-browser', ...waiting, expiresAt: noon })
    expect(text).not.toBe(hint({ kind: 'requesting' }))
  })
})
