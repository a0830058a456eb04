import { describe, expect, it } from 'vitest'
import { profilesStateOf, withChange } from '../../../../src/renderer/store/profiles-state.ts'
import {
  createSearch,
  createSearchText,
  foldedText,
  wordsOf,
} from '../../../../src/renderer/store/search.ts'
import { optionsOf } from '../../../support/profiles/settings.ts'
import { idOf, makeToken } from '../../../support/profiles/views.ts'
import { makeProfile, makeSnapshot } from '../make.ts'

it.each([
  ['Köln', 'koln'],
  ['ÉTÉ à São João', 'ete a sao joao'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['Ærø', 'aero'],
  ['İstanbul ılık', 'istanbul ilik'],
  ['Plain ASCII 42', 'plain ascii 42'],
  ['日本 Ω', '日本 ω'],
])('“%s” is searched as “%s”', (text, folded) => {
  expect(foldedText(text)).toBe(folded)
  expect(foldedText(folded)).toBe(folded)
})

it('a search is its words, however they are spaced', () => {
  expect(wordsOf('  Köln \t office ')).toEqual(['koln', 'office'])
  expect(wordsOf('   ')).toEqual([])
})

describe('searching profiles', () => {
  const profilesState = profilesStateOf(
    makeSnapshot([
      makeProfile(1, {}, { name: 'Annual report' }),
      makeProfile(2, {}, { name: 'Bakery', presetId: 'strict' }),
      makeProfile(3, {}, { name: 'Annual fair', presetId: 'strict' }),
    ]),
  )
  const textOf = createSearchText(({ settings }) => optionsOf(settings).presetId)
  const search = createSearch(profilesState, profilesState.order, textOf)

  it('leaves the whole list, and the same array, for an empty search', () => {
    expect(search('  ')).toBe(profilesState.order)
  })

  it('finds every word in name or provider, in any case', () => {
    expect(search('ANNUAL')).toEqual([idOf(3), idOf(1)])
    expect(search('strict annual')).toEqual([idOf(3)])
    expect(search('zebra')).toEqual([])
  })

  it('finds after a letter more, and after one less, what a new search would', () => {
    for (const text of [
      'a',
      'an',
      'ann',
      'annual f',
      'annual',
      'a',
      'b',
      'strict a',
      'strict',
      '',
    ]) {
      expect(search(text), text).toEqual(
        createSearch(profilesState, profilesState.order, textOf)(text),
      )
    }
    const before = search('ann')
    search('annual')
    expect(search('ann')).toBe(before)
  })

  it('goes by the name that a profile has now', () => {
    expect(search('bakery')).toEqual([idOf(2)])
    const renamed = makeProfile(2, {}, { name: 'Butcher' })
    const change = {
      revision: 2,
      profiles: [renamed],
      removed: [],
      toCome: 0,
      vault: profilesState.vault,
    }
    const after = withChange(profilesState, change)
    expect(createSearch(after, after.order, textOf)('bakery')).toEqual([])
    expect(createSearch(after, after.order, textOf)('butcher')).toEqual([idOf(2)])
  })

  it('finds each word somewhere: in name, provider, folder, tag, notes, or the scope asked for or granted', () => {
    const tag = { name: 'Acceptance', color: 'amber' } as const
    const settings = {
      name: 'Ledger',
      presetId: 'strict',
      group: 'Köln',
      tag,
      notes: 'From\nBo',
      scope: 'read.all',
    }
    const token = makeToken({ scope: ['offline'] })
    const one = profilesStateOf(makeSnapshot([makeProfile(4, { token }, settings), makeProfile(5)]))
    const found = createSearch(one, one.order, textOf)
    for (const word of [
      'ledg',
      'strict',
      'koln',
      'KÖLN',
      'acceptance',
      'bo',
      'read.all',
      'offline',
    ]) {
      expect(found(word), word).toEqual([idOf(4)])
    }
    expect(found('offline köln accept ledger')).toEqual([idOf(4)])
    expect(found('offline köln accept zebra')).toEqual([])
    // Words don't match across two of these.
    expect(found('ledgerstrict')).toEqual([])
  })
})
