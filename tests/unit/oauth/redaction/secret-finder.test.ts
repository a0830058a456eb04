import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSecretFinder,
  showsSecret,
} from '../../../../src/main/oauth/redaction/secret-finder.ts'
import { encodings } from '../../../support/corpus/leaks.ts'

const finderFor = (secrets: readonly string[]) =>
  createSecretFinder(secrets.map((value) => ({ name: 'secret', value })))

/** What the index over all secrets tells. */
function isFound(text: string, secrets: readonly string[]): boolean {
  const finder = finderFor(secrets)
  return finder.exactly(text) !== undefined || finder.find(text).length > 0
}

const character = fc.constantFrom(...'abcdefXYZ019-_.é/+ %💶')
const secret = fc.string({ unit: character, maxLength: 30 })

describe('whether a short text shows a secret', () => {
  it('is told as a finder tells it, for any secrets in any encoding', () => {
    const text = fc
      .tuple(
        fc.array(secret, { maxLength: 3 }),
        fc.nat(),
        fc.nat({ max: 20 }),
        fc.nat({ max: 30 }),
        fc.constantFrom(...Object.values(encodings)),
        fc.string({ unit: character, maxLength: 10 }),
      )
      .map(([secrets, which, from, length, encode, before]) => {
        const chosen = secrets[which % Math.max(1, secrets.length)] ?? ''
        return {
          secrets,
          text: before + encode([...chosen].slice(from % 4, from + length).join('')),
        }
      })
    const told = { shown: 0, clean: 0 }
    fc.assert(
      fc.property(text, ({ secrets, text: each }) => {
        const isShown = showsSecret(each, secrets)
        told[isShown ? 'shown' : 'clean'] += 1
        expect(isShown).toBe(isFound(each, secrets))
      }),
      { seed: 7, numRuns: 1000 },
    )
    expect(Math.min(told.shown, told.clean)).toBeGreaterThan(100)
  }, 60_000)

  it('is no by words of the protocol, also if a password is one', () => {
    expect(showsSecret('invalid_password', ['password'])).toBe(false)
    expect(showsSecret('password', ['password'])).toBe(true)
  })

  it.each(['x', 'x1', 'café'])('is yes where it is a short one as a whole: %s', (value) => {
    expect(showsSecret(value, [value])).toBe(true)
    expect(showsSecret(value.normalize('NFD'), [value])).toBe(true)
    expect(showsSecret(`${value.slice(0, 1)}_other`, [value])).toBe(false)
  })

  it('is no without secrets', () => {
    expect(showsSecret('anything', [])).toBe(false)
    expect(showsSecret('anything', [''])).toBe(false)
  })
})
