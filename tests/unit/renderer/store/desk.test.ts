import { describe, expect, it } from 'vitest'
import { deskOf, matching } from '../../../../src/renderer/store/desk.ts'
import { idOf, makeProfile, makeSnapshot } from '../make.ts'

describe('searching profiles', () => {
  const desk = deskOf(
    makeSnapshot([
      makeProfile(1, {}, { name: 'Annual report' }),
      makeProfile(2, {}, { name: 'Bakery', presetId: 'strict' }),
      makeProfile(3, {}, { name: 'Annual fair', presetId: 'strict' }),
    ]),
  )
  const search = (text: string) => matching(desk, text, ({ settings }) => settings.presetId)

  it('leaves the whole list, and the same array, for an empty search', () => {
    expect(search('  ')).toBe(desk.order)
  })

  it('finds every word in name or provider, whatever its case', () => {
    expect(search('ANNUAL')).toEqual([idOf(3), idOf(1)])
    expect(search('strict annual')).toEqual([idOf(3)])
    expect(search('zebra')).toEqual([])
  })
})
