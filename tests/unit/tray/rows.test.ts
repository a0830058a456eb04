import { expect, test } from 'vitest'
import { trayRows } from '../../../src/main/tray/rows.ts'
import type { ProfileView } from '../../../src/shared/profile-view.ts'
import { idOf, makeProfile, makeToken, minute, noon } from '../../support/outside/views.ts'

const never = () => 0
const obtained = (at: number, by: 'user' | 'renewal'): ProfileView['activity'][number] => ({
  at,
  what: 'refresh',
  by,
  outcome: { kind: 'obtained' },
})
const namesOf = (...args: Parameters<typeof trayRows>) => trayRows(...args).map(({ name }) => name)

test('live tokens come first, by recent use; then what a click may renew; then the rest', () => {
  const ended = makeToken({ expiresAt: noon - minute, issuedAt: noon - 61 * minute })
  const profiles = [
    makeProfile(1, {}, { name: 'no token' }),
    makeProfile(2, { token: ended }, { name: 'ended' }),
    makeProfile(3, { token: makeToken() }, { name: 'b, never used' }),
    makeProfile(4, { token: makeToken() }, { name: 'a, never used' }),
    makeProfile(5, { token: makeToken(), activity: [obtained(noon, 'user')] }, { name: 'asked' }),
    makeProfile(6, { token: makeToken({ expiresAt: null }) }, { name: 'copied' }),
    makeProfile(7, { token: makeToken(), needsSignIn: true }, { name: 'sign in' }),
  ]
  const copiedAt = (id: string) => (id === idOf(6) ? noon + 1 : 0)
  expect(namesOf(profiles, copiedAt, noon)).toEqual([
    'copied',
    'asked',
    'a, never used',
    'b, never used',
    'ended',
    'sign in',
    'no token',
  ])
})

test('a renewal that nobody asked for is no use', () => {
  const profiles = [
    makeProfile(
      1,
      { token: makeToken(), activity: [obtained(noon + 9, 'renewal')] },
      { name: 'by itself' },
    ),
    makeProfile(2, { token: makeToken(), activity: [obtained(noon, 'user')] }, { name: 'by hand' }),
  ]
  expect(namesOf(profiles, never, noon)).toEqual(['by hand', 'by itself'])
})

test('of ten thousand profiles there are the twelve that a sort would put first', () => {
  const one = makeProfile(1)
  const profiles = Array.from({ length: 10_000 }, (_, number) => ({
    ...one,
    settings: { ...one.settings, name: `Profile ${number}` },
    token: number % 3 === 0 ? makeToken() : null,
    activity: [obtained((number * 7919) % 10_007, 'user')],
  }))
  const sorted = profiles
    .filter(({ token }) => token !== null)
    .sort((one, other) => (other.activity[0]?.at ?? 0) - (one.activity[0]?.at ?? 0))
  expect(namesOf(profiles, never, noon)).toEqual(
    sorted.slice(0, 12).map(({ settings }) => settings.name),
  )
})

test('a profile whose secrets are locked is not in the menu', () => {
  expect(trayRows([makeProfile(1, { locked: true })], never, noon)).toEqual([])
})
