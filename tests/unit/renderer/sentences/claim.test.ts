import { describe, expect, it } from 'vitest'
import { claims } from '../../../../src/renderer/locales/en/claims.ts'
import {
  claimMeaning,
  claimText,
  dateSource,
  headerMeaning,
  hidesClaims,
  lockedHeaderMeaning,
} from '../../../../src/renderer/sentences/claim.ts'
import { type Claim, jwtNotes } from '../../../../src/shared/token.ts'
import { noon } from '../make.ts'
import { moments, t } from './words.ts'

const claimOf = (over: Partial<Claim>): Claim => ({
  name: 'x',
  value: null,
  exactly: null,
  repeated: false,
  date: null,
  ...over,
})
const textOf = (over: Partial<Claim>) => claimText(t, claimOf(over), moments)

describe('a name in a token', () => {
  it('has a plain meaning where a standard gives it one', () => {
    expect(claimMeaning(t, 'iss')).toBe('Who issued it')
    expect(headerMeaning(t, 'alg')).toBe('How it is signed')
    expect(claimMeaning(t, 'company_rank')).toBe('')
    expect(claimMeaning(t, 'constructor')).toBe('')
    expect(lockedHeaderMeaning(t, 'toString')).toBe('')
  })

  it('of an encrypted token does not speak of a signature', () => {
    expect(lockedHeaderMeaning(t, 'alg')).toBe('How its key is protected')
    expect(lockedHeaderMeaning(t, 'typ')).toBe('What kind of token it is')
    expect(lockedHeaderMeaning(t, 'exp')).toBe('When it ends')
  })
})

describe('a value in a token', () => {
  it('is shown as a date, a list with commas, a word, or as it stands', () => {
    expect(textOf({ value: noon / 1000, date: noon })).toMatch(/^15 Jan 2030/)
    expect(textOf({ value: ['a', 'b', 3] })).toBe('a, b, 3')
    expect(textOf({ value: true })).toBe('yes')
    expect(textOf({ value: { id: [1] } })).toContain('"id"')
    expect(textOf({ value: null })).toBe('null')
    expect(textOf({ value: [] })).toBe('[]')
  })

  it('is shown in its own digits where JavaScript has others', () => {
    const exactly = '9007199254740993'
    expect(textOf({ value: Number(exactly), exactly })).toBe(exactly)
  })
})

describe('a date in a token', () => {
  it.each([
    ['seconds', { value: noon / 1000 }, null],
    ['a float', { value: noon / 1000 + 0.5, date: noon + 500 }, null],
    ['milliseconds', { value: noon }, String(noon)],
    ['text', { value: String(noon / 1000) }, `"${noon / 1000}"`],
    ['0', { value: 0, date: 0 }, '0'],
    ['many digits', { value: noon / 1000, exactly: '1894708800.00000000' }, '1894708800.00000000'],
    ['none', { value: 'x', date: null }, null],
  ])('that is %s is shown with what stands there, if that is unusual', (_, over, source) => {
    expect(dateSource(claimOf({ date: noon, ...over }))).toBe(source)
  })
})

describe('notes on a token', () => {
  it('have words of their own, each a sentence', () => {
    const told = jwtNotes.map((note) => t(`claims.note.${note}`))
    expect(new Set(told).size).toBe(jwtNotes.length)
    for (const text of told) expect(text).toMatch(/^[A-Z].*\.$/)
    expect(Object.keys(claims.note).sort()).toEqual([...jwtNotes].sort())
  })

  it('take the place of the claims where there are none to read', () => {
    expect(hidesClaims(['unsigned', 'detached'])).toBe(true)
    expect(hidesClaims(['unsigned', 'unusual-dates'])).toBe(false)
  })
})
