import { describe, expect, it } from 'vitest'
import { nextEnd, ordered } from '../../../../src/renderer/store/list-rows.ts'
import { profilesStateOf } from '../../../../src/renderer/store/profiles-state.ts'
import { optionOf } from '../../../support/profiles/settings.ts'
import { makeToken } from '../../../support/profiles/views.ts'
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
