import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPart, sealedPart } from '../../../src/main/engine/stored-profile.ts'
import { events, requests } from '../../../src/shared/contract.ts'
import { seedOr } from '../../support/deep.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { anyValueOf } from '../../support/schemas/any-value-of.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  'the open part of a record': openPart,
  'the sealed part of a record': sealedPart,
  ...Object.fromEntries(
    Object.entries(requests).map(([name, { output }]) => [`the answer to ${name}`, output]),
  ),
  ...Object.fromEntries(Object.entries(events).map(([name, data]) => [`the event ${name}`, data])),
}

const secret = { stray: 's3cret' }

/** Returns copies of a value, each with a member too many in one of its objects. */
function withStray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => withStray(item).map((each) => value.with(index, each)))
  }
  if (typeof value !== 'object' || value === null) return []
  const inside = Object.entries(value).flatMap(([name, member]) =>
    // The value of a claim is any JSON.
    name === 'value' ? [] : withStray(member).map((each) => ({ ...value, [name]: each })),
  )
  return [{ ...value, ...secret }, ...inside]
}

describe('a schema of what leaves main or is kept on disk', () => {
  it.each(Object.entries(schemas))('refuses a stray member in any object: %s', (_, schema) => {
    let strays = 0
    const property = fc.property(anyValueOf(schema), (value) => {
      if (!schema.safeParse(value).success) return
      for (const stray of withStray(value)) {
        strays += 1
        expect(() => schema.parse(stray)).toThrow(z.ZodError)
      }
    })
    fc.assert(property, { seed: seedOr(20_261_121), numRuns: 300 })
    // Otherwise the generator made too few accepted values to prove anything.
    expect(strays).toBeGreaterThan(10)
  })

  it('returns nothing but what it describes, and refuses an inherited member', () => {
    const { settings, needsSignIn, lostAnswers, lastUsed, activity, sealed } = sampleProfile()
    const open = { settings, needsSignIn, lostAnswers, lastUsed, activity }
    expect(openPart.parse(open)).toStrictEqual(open)
    expect(sealedPart.parse(sealed)).toStrictEqual(sealed)
    const list = Object.assign([...activity], secret)
    expect(openPart.parse({ ...open, activity: list }).activity).not.toHaveProperty('stray')
    const inheriting = Object.assign(Object.create(secret), open)
    expect(() => openPart.parse(inheriting)).toThrow(z.ZodError)
  })
})
