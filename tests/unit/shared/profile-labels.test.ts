import { describe, expect, it } from 'vitest'
import { keptApiAddress } from '../../../src/shared/api-address.ts'
import { folder, tag } from '../../../src/shared/profile-labels.ts'
import { about } from '../../../src/shared/settings/about.ts'

const messageOf = (result: { error?: { issues: readonly { message: string }[] } | undefined }) =>
  result.error?.issues[0]?.message

describe('the folder and the tag of a profile', () => {
  it('are compared without the spaces around them', () => {
    expect(folder.parse('  Finance ')).toBe('Finance')
    expect(messageOf(folder.safeParse('   '))).toBe('required')
    expect(tag.parse({ name: ' Test ', color: 'green' })).toEqual({ name: 'Test', color: 'green' })
  })

  it('say what is wrong with them', () => {
    expect(messageOf(folder.safeParse('x'.repeat(61)))).toBe('too-long')
    expect(messageOf(folder.safeParse('a\tb'))).toBe('control-characters')
    expect(messageOf(tag.safeParse({ name: ' ', color: 'red' }))).toBe('required')
    expect(messageOf(tag.safeParse({ name: 'x'.repeat(31), color: 'red' }))).toBe('too-long')
    expect(tag.safeParse({ name: 'Test', color: 'pink' }).success).toBe(false)
    expect(tag.safeParse({ name: 'Test', color: 'red', style: 'x' }).success).toBe(false)
  })
})

describe('the API address that a profile keeps', () => {
  it.each([
    [' https://API.example ', 'https://api.example/'],
    ['https://api.example/köln', 'https://api.example/k%C3%B6ln'],
    ['http://127.0.0.1:9/hello', 'http://127.0.0.1:9/hello'],
  ])('“%s” is kept as “%s”, and read again as that', (typed, kept) => {
    expect(keptApiAddress.parse(typed)).toBe(kept)
    expect(keptApiAddress.parse(kept)).toBe(kept)
  })

  it.each([
    ['', 'required'],
    ['nowhere', 'not-a-url'],
    ['http://api.example/', 'not-https'],
    ['https://ada:pw@api.example/', 'credentials-in-url'],
    ['https://api.example/?access_token=x', 'credentials-in-url'],
    [`https://api.example/${'ö'.repeat(400)}`, 'too-long'],
  ])('“%s” is refused', (typed, problem) => {
    expect(messageOf(keptApiAddress.safeParse(typed))).toBe(problem)
  })
})

describe('the notes of a profile', () => {
  const { notes } = about.shape

  it('keep their lines, with the line ends of any system', () => {
    expect(notes.parse(' Ask Bo.\r\n\tMondays only\rOr Ada \n')).toBe(
      'Ask Bo.\n\tMondays only\nOr Ada',
    )
    expect(notes.parse('a\n\nb')).toBe('a\n\nb')
  })

  it('hold something, not too much, and no other control characters', () => {
    expect(messageOf(notes.safeParse(' \n '))).toBe('required')
    expect(messageOf(notes.safeParse('x'.repeat(4001)))).toBe('too-long')
    expect(messageOf(notes.safeParse('a\u0000b'))).toBe('control-characters')
  })
})
