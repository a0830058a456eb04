import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSecretFinder,
  showsSecret,
} from '../../../../src/main/oauth/redaction/secret-finder.ts'
import { encodings } from '../../../support/corpus/leaks.ts'
import { seedOr } from '../../../support/deep.ts'

const finderFor = (secrets: readonly string[]) =>
  createSecretFinder(secrets.map((value) => ({ name: 'secret', value })))

/** Returns the result of the index over all secrets. */
function isFound(text: string, secrets: readonly string[]): boolean {
  const finder = finderFor(secrets)
  return finder.exactly(text) !== undefined || finder.find(text).length > 0
}

const character = fc.constantFrom(...'abcdefXYZ019-_.é/+ %💶')
const secret = fc.string({ unit: character, maxLength: 30 })

describe('showsSecret', () => {
  it('agrees with a finder for any secrets in any encoding', () => {
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
    const count = { shown: 0, clean: 0 }
    fc.assert(
      fc.property(text, ({ secrets, text: each }) => {
        const isShown = showsSecret(each, secrets)
        count[isShown ? 'shown' : 'clean'] += 1
        expect(isShown).toBe(isFound(each, secrets))
      }),
      { seed: seedOr(7), numRuns: 1000 },
    )
    expect(Math.min(count.shown, count.clean)).toBeGreaterThan(100)
  }, 60_000)

  it('is false for words of the protocol, even if a password is one', () => {
    expect(showsSecret('invalid_password', ['password'])).toBe(false)
    expect(showsSecret('password', ['password'])).toBe(true)
  })

  it.each(['x', 'x1', 'café'])('is true for a text that is a short secret: %s', (value) => {
    expect(showsSecret(value, [value])).toBe(true)
    expect(showsSecret(value.normalize('NFD'), [value])).toBe(true)
    expect(showsSecret(`${value.slice(0, 1)}_other`, [value])).toBe(false)
  })

  it('is false without secrets', () => {
    expect(showsSecret('anything', [])).toBe(false)
    expect(showsSecret('anything', [''])).toBe(false)
  })
})

it('finds an encoded secret at its place behind references that HTML does not have', () => {
  const text = '&constructor; &#67;orrectHorse9 &toString; end'
  expect(finderFor(['CorrectHorse9']).find(text)).toMatchObject([
    { start: 14, end: 31, isWhole: true },
  ])
})
