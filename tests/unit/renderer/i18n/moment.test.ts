import { describe, expect, it } from 'vitest'
import { minute, noon } from '../../../support/profiles/views.ts'
import { moments } from './english.ts'

describe('points in time', () => {
  it('leaves out the date of today', () => {
    expect(moments.short(noon + 5 * minute)).toMatch(/^today, \d\d:05$/)
  })

  it('shows the date of another day', () => {
    expect(moments.short(noon + 3 * 24 * 60 * minute)).toMatch(/^18 Jan 2030, \d\d:00$/)
  })

  it('shows until when to wait with the date, once that was another day', () => {
    expect(moments.minuteAfter(noon + 90_000)).toMatch(/^\d\d:02$/)
    expect(moments.minuteAfter(noon - 24 * 60 * minute)).toMatch(/^14 Jan 2030, \d\d:00$/)
  })

  it('is exact to the second where it matters', () => {
    expect(moments.exact(noon + 1000)).toMatch(/15 Jan 2030, \d\d:00:01/)
  })
})
