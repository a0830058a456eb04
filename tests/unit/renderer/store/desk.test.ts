import { describe, expect, it } from 'vitest'
import {
  createSearchText,
  deskOf,
  matching,
  withChange,
} from '../../../../src/renderer/store/desk.ts'
import { idOf, makeProfile, makeSnapshot } from '../make.ts'

describe('searching profiles', () => {
  const desk = deskOf(
    makeSnapshot([
      makeProfile(1, {}, { name: 'Annual report' }),
      makeProfile(2, {}, { name: 'Bakery', presetId: 'strict' }),
      makeProfile(3, {}, { name: 'Annual fair', presetId: 'strict' }),
    ]),
  )
  const textOf = createSearchText(({ settings }) => settings.presetId)
  const search = (text: string) => matching(desk, text, textOf)

  it('leaves the whole list, and the same array, for an empty search', () => {
    expect(search('  ')).toBe(desk.order)
  })

  it('finds every word in name or provider, whatever its case', () => {
    expect(search('ANNUAL')).toEqual([idOf(3), idOf(1)])
    expect(search('strict annual')).toEqual([idOf(3)])
    expect(search('zebra')).toEqual([])
  })

  it('goes by the name that a profile has now', () => {
    expect(search('bakery')).toEqual([idOf(2)])
    const renamed = makeProfile(2, {}, { name: 'Butcher' })
    const change = { revision: 2, profiles: [renamed], removed: [], vault: desk.vault }
    expect(matching(withChange(desk, change), 'bakery', textOf)).toEqual([])
    expect(matching(withChange(desk, change), 'butcher', textOf)).toEqual([idOf(2)])
  })
})
