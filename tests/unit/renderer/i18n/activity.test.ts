import { describe, expect, it } from 'vitest'
import {
  activityDays,
  activityEvidence,
  activityReasons,
  activityText,
} from '../../../../src/renderer/i18n/activity.ts'
import type { ActivityEntry } from '../../../../src/shared/profile-view.ts'
import { noon } from '../../../support/profiles/views.ts'
import { makeProfile } from '../make.ts'
import { moments, t } from './english.ts'
import { everyFailure } from './failures.ts'

const entry = { at: noon, what: 'refresh', by: 'renewal', outcome: { kind: 'obtained' } } as const
const profile = makeProfile(1)
const hour = 3_600_000
const reasons = (over: Partial<ActivityEntry>) => activityReasons(t, profile, { ...entry, ...over })

describe('what happened', () => {
  it('distinguishes actions of the user and of the app', () => {
    expect(activityText(t, profile, entry)).toBe('Token Desk renewed the token for you')
    expect(activityText(t, profile, { ...entry, by: 'user' })).toBe('You renewed the token')
    expect(activityText(t, profile, { ...entry, what: 'obtain', by: 'user' })).toBe(
      'You got a token',
    )
    expect(activityText(t, profile, { ...entry, what: 'other-methods', by: 'user' })).toBe(
      'You tried the other ways. One worked, and Token Desk remembers it',
    )
  })

  it('names a failure', () => {
    const outcome = { kind: 'unreachable', reason: 'offline' } as const
    expect(activityText(t, profile, { ...entry, outcome })).toBe(
      'Renew: The server could not be reached',
    )
    expect(activityText(t, profile, { ...entry, what: 'other-methods', outcome })).toBe(
      'Try the other ways: The server could not be reached',
    )
  })
})

describe('a refresh token that was typed and refused', () => {
  const outcome = { kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' } as const
  const refused = { ...entry, what: 'obtain', by: 'user', outcome } as const

  it('has the same name as on the card', () => {
    const typed = makeProfile(1, { needsSignIn: true }, { grantType: 'refreshToken' })
    expect(activityText(t, typed, refused)).toContain('did not accept the refresh token')
    expect(activityText(t, profile, refused)).toContain('sign in again')
  })
})

describe('why it happened', () => {
  it('is given for what was not clicked', () => {
    expect(reasons({})).toEqual([t('activity.keptFresh')])
    expect(reasons({ by: 'user' })).toEqual([])
    expect(reasons({ by: 'user', outcome: { kind: 'cancelled' } })).toEqual([])
  })

  it('is given for every failure, and an automatic renewal is named', () => {
    for (const outcome of everyFailure) {
      const [what, ...others] = reasons({ by: 'user', outcome })
      expect(what).toMatch(/^[A-Z].*\.$/)
      expect(others).toEqual([])
      expect(reasons({ outcome })).toEqual([what, t('activity.byRenewal')])
    }
  })

  it('has no code of a server without its meaning, and none where no answer came', () => {
    const evidence = (outcome: ActivityEntry['outcome']) =>
      activityEvidence(t, { ...entry, outcome }).map(({ code, text }) => `${code}: ${text}`)
    expect(evidence({ kind: 'needs-sign-in', status: 400, oauthError: 'invalid_grant' })).toEqual([
      'HTTP 400: the request is not valid',
      'invalid_grant: the user, password or refresh token is not accepted',
    ])
    expect(evidence({ kind: 'unreachable', reason: 'offline' })).toEqual([])
    expect(evidence({ kind: 'obtained' })).toEqual([])
  })
})

describe('the days of what happened', () => {
  it('have natural names, each once, newest first', () => {
    const at = (hours: number) => ({ ...entry, at: noon - hours * hour })
    const days = activityDays([at(0), at(1), at(24), at(50)], moments)
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      ['Sunday, 13 January 2030', 1],
    ])
  })
})
