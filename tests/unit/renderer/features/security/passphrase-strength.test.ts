import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passphraseStrength } from '../../../../../src/renderer/features/security/passphrase-strength.ts'

describe('a passphrase', () => {
  it.each([
    '',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    '1234567890',
    'abcdefghijklmnop',
    'password123',
    'P@ssw0rd2024',
    'Welcome2025!',
    'qwerty12345',
    'tokendesk2026',
    'abcabcabcabcabcabc',
    'secret secret secret secret secret',
    '          ',
    'Summer2024!!',
    '17.03.1984',
  ])('like %j is easy to guess', (text) => {
    expect(passphraseStrength(text)).toBe('easy')
  })

  it.each(['tulip bicycle', 'Bakery Oslo'])('like %j may be better', (text) => {
    expect(passphraseStrength(text)).toBe('fair')
  })

  it.each([
    'seven quiet herons over the lake',
    'correct horse battery staple',
    'xK9#mQ2$vL7pR4',
    'zeven stille reigers boven het meer',
    'שבע אנפות שקטות מעל האגם',
    '七羽の静かな鷺が湖の上を飛んでいる朝に鳴いた音',
  ])('like %j is hard to guess', (text) => {
    expect(passphraseStrength(text)).toBe('good')
  })

  it('is not made better by typing the same again and again', () => {
    const short = fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' })
    fc.assert(
      fc.property(short, fc.integer({ min: 2, max: 100 }), (text, times) => {
        expect(passphraseStrength(text.repeat(times))).not.toBe('good')
      }),
      { seed: 5 },
    )
  })

  it('is rated quickly for any input', () => {
    const any = fc.string({ maxLength: 1024, unit: 'binary' })
    fc.assert(
      fc.property(any, (text) => {
        expect(['easy', 'fair', 'good']).toContain(passphraseStrength(text))
      }),
      { seed: 5 },
    )
    expect(passphraseStrength('passwor'.repeat(1000))).not.toBe('good')
  })
})
