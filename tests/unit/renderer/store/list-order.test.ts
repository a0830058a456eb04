import { describe, expect, it } from 'vitest'
import { nextEnd, ordered } from '../../../../src/renderer/store/list-rows.ts'
import { profilesStateOf, withChange } from '../../../../src/renderer/store/profiles-state.ts'
import { optionOf } from '../../../support/profiles/settings.ts'
import { idOf, makeToken, noon } from '../../../support/profiles/views.ts'
import { makeProfile, makeSnapshot } from '../make.ts'

const now = 1_800_000_000_000
const minute = 60_000
const ends = (expiresAt: number | null) => ({ token: makeToken({ expiresAt }) })

const profilesState = profilesStateOf(
  makeSnapshot([
    makeProfile(1, { lastUsed: now - 5 * minute, ...ends(now + 50 * minute) }, { name: 'Ärger' }),
    makeProfile(2, {}, { name: 'Bakery 10' }),
    makeProfile(3, { lastUsed: now - minute, ...ends(now - 3 * minute) }, { name: 'Bakery 9' }),
    makeProfile(4, ends(null), { name: 'Zoo' }),
    makeProfile(5, ends(now + minute), { name: 'Yard' }),
    makeProfile(6, ends(now - minute), { name: 'Attic' }),
    makeProfile(7, { locked: true, lastUsed: now }, { name: 'Cellar' }),
  ]),
)
const names = (sort: Parameters<typeof ordered>[1], at = now) =>
  ordered(profilesState, sort, at).map((id) =>
    optionOf(profilesState.profiles.get(id)?.settings, 'name'),
  )

describe('the order of the list', () => {
  it('by name goes as people sort, and is the same array every time', () => {
    expect(names('name')).toEqual([
      'Ärger',
      'Attic',
      'Bakery 9',
      'Bakery 10',
      'Cellar',
      'Yard',
      'Zoo',
    ])
    expect(ordered(profilesState, 'name', now)).toBe(profilesState.order)
  })

  it('by expiry begins with what ends next, then unknown ends, then what ended last', () => {
    const end = ['Zoo', 'Attic', 'Bakery 9', 'Bakery 10', 'Cellar']
    expect(names('expiry')).toEqual(['Yard', 'Ärger', ...end])
    expect(names('expiry', now + 2 * minute)).toEqual(['Ärger', 'Zoo', 'Yard', ...end.slice(1)])
  })

  it('by last use begins with the latest, and goes by name where there was none', () => {
    expect(names('last-used')).toEqual([
      'Cellar',
      'Bakery 9',
      'Ärger',
      'Attic',
      'Bakery 10',
      'Yard',
      'Zoo',
    ])
  })

  it('by expiry is another one when the next token ends, and not before', () => {
    expect(nextEnd(profilesState.profiles, now)).toBe(now + minute)
    expect(nextEnd(profilesState.profiles, now + minute)).toBe(now + 50 * minute)
    expect(nextEnd(profilesState.profiles, now + 50 * minute)).toBeNull()
  })
})

describe('favourites', () => {
  const at = (minutes: number) => noon + minutes * 60_000
  const favourite = { favourite: true } as const
  const profilesState = profilesStateOf(
    makeSnapshot([
      makeProfile(1, { lastUsed: at(4), token: makeToken({ expiresAt: at(4) }) }),
      makeProfile(2, { lastUsed: at(1), token: makeToken({ expiresAt: at(30) }) }, favourite),
      makeProfile(3, { lastUsed: at(2), token: makeToken({ expiresAt: at(20) }) }, favourite),
    ]),
  )

  it.each([
    ['name', [2, 3, 1]],
    ['expiry', [3, 2, 1]],
    ['last-used', [3, 2, 1]],
  ] as const)('come first and are sorted by %s among themselves', (sort, expected) => {
    expect(ordered(profilesState, sort, noon)).toEqual(expected.map(idOf))
  })

  it('move when the user marks one, and back when the mark is taken off', () => {
    const marked = (isFavourite: boolean) =>
      withChange(profilesState, {
        revision: 2,
        profiles: [makeProfile(3, {}, { favourite: isFavourite })],
        removed: [],
        toCome: 0,
        vault: profilesState.vault,
      }).order
    expect(marked(false)).toEqual([2, 1, 3].map(idOf))
    expect(marked(true)).toEqual([2, 3, 1].map(idOf))
  })
})
