import { expect, test } from 'vitest'
import { trayRows } from '../../../src/main/tray/rows.ts'
import { makeProfile } from '../../support/background/views.ts'
import { optionsOf, withSettings } from '../../support/profiles/settings.ts'
import { makeToken, minute, noon } from '../../support/profiles/views.ts'

const namesOf = (...args: Parameters<typeof trayRows>) => trayRows(...args).map(({ name }) => name)

test('live tokens come first, by recent use; then what a click may renew; then the rest', () => {
  const ended = makeToken({ expiresAt: noon - minute, issuedAt: noon - 61 * minute })
  const profiles = [
    makeProfile(1, {}, { name: 'no token' }),
    makeProfile(2, { token: ended }, { name: 'ended' }),
    makeProfile(3, { token: makeToken() }, { name: 'b, never used' }),
    makeProfile(4, { token: makeToken() }, { name: 'a, never used' }),
    makeProfile(5, { token: makeToken(), lastUsed: noon }, { name: 'asked' }),
    makeProfile(
      6,
      { token: makeToken({ expiresAt: null }), lastUsed: noon + 1 },
      { name: 'copied' },
    ),
    makeProfile(7, { token: makeToken(), needsSignIn: true }, { name: 'sign in' }),
    makeProfile(8, { token: ended, waitsForNetwork: true }, { name: 'waiting' }),
  ]
  expect(namesOf(profiles, noon)).toEqual([
    'copied',
    'asked',
    'a, never used',
    'b, never used',
    'ended',
    'waiting',
    'sign in',
    'no token',
  ])
})

test('of ten thousand profiles there are the twelve that a sort would put first', () => {
  const one = makeProfile(1)
  const profiles = Array.from({ length: 10_000 }, (_, number) => ({
    ...one,
    settings: withSettings(one.settings, { name: `Profile ${number}` }),
    token: number % 3 === 0 ? makeToken() : null,
    lastUsed: (number * 7919) % 10_007,
  }))
  const sorted = profiles
    .filter(({ token }) => token !== null)
    .sort((one, other) => other.lastUsed - one.lastUsed)
  expect(namesOf(profiles, noon)).toEqual(
    sorted.slice(0, 12).map(({ settings }) => optionsOf(settings).name),
  )
})

test('a profile whose secrets are locked is not in the menu', () => {
  expect(trayRows([makeProfile(1, { locked: true })], noon)).toEqual([])
})

test('of tokens that are equally useful the names are in the order of the list', () => {
  const names = ['Zulu 10', 'zulu 9', 'éclair', 'Eagle', 'ähre', 'Azur']
  const profiles = names.map((name, index) => makeProfile(index, { token: makeToken() }, { name }))
  expect(namesOf(profiles, noon)).toEqual(['ähre', 'Azur', 'Eagle', 'éclair', 'zulu 9', 'Zulu 10'])
})
