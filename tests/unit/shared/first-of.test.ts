import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../../src/main/import/read-import.ts'
import { leaveOut } from '../../../src/main/import/request/pasted-request.ts'
import {
  maskedLines,
  shortened,
  shown,
  textOf,
} from '../../../src/main/oauth/redaction/masked-text.ts'
import { createSecretFinder } from '../../../src/main/oauth/redaction/secret-finder.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { firstOf } from '../../../src/shared/first-of.ts'
import { seedOr } from '../../support/deep.ts'
import { optionOf } from '../../support/profiles/settings.ts'

const smile = '😀'
/** Whether no half of a character stands alone. */
const isWellFormed = (text: string) => !/\p{Cs}/u.test(text)
/** Texts of which a cut anywhere would split a character, at one of two neighbouring lengths. */
const long = (length: number) => [smile.repeat(length), `a${smile.repeat(length)}`]
const finder = createSecretFinder([])

const collection = (name: string) =>
  JSON.stringify({
    info: { name, schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    item: [
      {
        name,
        request: {
          method: 'POST',
          url: 'https://login.acme.test/token',
          body: {
            mode: 'urlencoded',
            urlencoded: [{ key: 'grant_type', value: 'client_credentials' }],
          },
        },
      },
    ],
  })

function titleOf(name: string): string {
  const read = readImport(collection(name), presets)
  if (read.kind !== 'profiles') throw new Error(`nothing was read: ${read.reason}`)
  const [candidate] = read.candidates
  return `${candidate?.shown.title}/${optionOf(candidate?.shown.settings, 'name')}`
}

describe('the beginning of a text', () => {
  it('is as long as it may be, and never ends within a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.nat({ max: 40 }),
        (text, max) => {
          const first = firstOf(text, max)
          expect(text.startsWith(first)).toBe(true)
          expect(first.length).toBeGreaterThanOrEqual(Math.min(text.length, max) - 1)
          expect(first.length).toBeLessThanOrEqual(max)
          if (isWellFormed(text)) expect(isWellFormed(first)).toBe(true)
        },
      ),
      { seed: seedOr(20261130), numRuns: 2000 },
    )
    expect(firstOf('ab😀', 3)).toBe('ab')
    expect(firstOf('ab😀', 4)).toBe('ab😀')
  })

  it.each([
    ['of a name in a received file', titleOf],
    [
      'of an option that is not used',
      (text: string) => leaveOut(text.replaceAll(smile, '𝒜'), 'repeated').what,
    ],
    ['of an answer to a test of a token', (text: string) => maskedLines(text, finder, 4096).text],
    ['of a value in a report', (text: string) => textOf(shown(text, finder))],
    [
      'of a value in a report, shortened',
      (text: string) => textOf(shortened(shown(text, finder), 1000)),
    ],
  ])('never ends within a character: %s', (_, cut) => {
    for (const text of long(3000)) {
      const result = cut(text)
      expect(result.length).toBeGreaterThan(10)
      expect(result.length).toBeLessThan(5000)
      expect(isWellFormed(result)).toBe(true)
    }
  })
})
