import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openPart, sealedPart } from '../../../src/main/engine/stored-profile.ts'
import { checked } from '../../../src/shared/checked.ts'
import { events, requests, type snapshot } from '../../../src/shared/contract.ts'
import { profileView } from '../../../src/shared/profile-view.ts'
import { sampleProfile } from '../../support/ports/sample-profile.ts'
import { withSettings } from '../../support/profiles/settings.ts'
import { anyValueOf } from '../../support/schemas/any-value-of.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  'the open part of a record': openPart,
  'the sealed part of a record': sealedPart,
  'a profile as the page sees it': profileView,
  'a change': events.changed,
  ...Object.fromEntries(
    Object.entries(requests).map(([name, { output }]) => [`the answer to ${name}`, output]),
  ),
}

function outcomeOf(work: () => unknown): object {
  try {
    return { value: work() }
  } catch (error) {
    return error instanceof z.ZodError ? { issues: error.issues } : { error }
  }
}

describe('checking with a schema, quickly', () => {
  it.each(Object.entries(schemas))('comes to what zod comes to: %s', (_, schema) => {
    let accepted = 0
    const property = fc.property(anyValueOf(schema), (value) => {
      const byZod = outcomeOf(() => schema.parse(value))
      if ('value' in byZod) accepted += 1
      return isDeepStrictEqual(
        outcomeOf(() => checked(schema, value)),
        byZod,
      )
    })
    fc.assert(property, { seed: 20_261_121, numRuns: 300 })
    // Else it would say little about what is accepted.
    expect(accepted).toBeGreaterThan(10)
    expect(accepted).toBeLessThan(300)
  })

  it('gives back what needs no change, and does not copy it', () => {
    const { settings, needsSignIn, lostAnswers, lastUsed, activity, sealed } = sampleProfile()
    const open = { settings, needsSignIn, lostAnswers, lastUsed, activity }
    expect(checked(openPart, open)).toBe(open)
    expect(checked(sealedPart, sealed)).toBe(sealed)
  })

  it('has zod change what it changes', () => {
    const { settings } = sampleProfile()
    const typed = withSettings(settings, { name: ' Reports ' })
    expect(checked(openPart.shape.settings, typed)).toEqual(settings)
  })

  it('asks the first option of a union first, as zod does', () => {
    const schema = z.union([z.string().trim(), z.string()])
    expect(checked(schema, ' a ')).toBe('a')
  })

  it('refuses a stray member, wherever it is hidden', () => {
    const one: z.infer<typeof snapshot>['vault'] = {
      protection: { kind: 'key-store' },
      keys: { keyStore: 'stays', passphrase: 'none' },
      needsRestart: false,
      quarantined: 0,
      unreadable: 0,
      tooLarge: 0,
    }
    const { vault } = requests.getSnapshot.output.shape
    expect(checked(vault, one)).toBe(one)
    const secret = { secret: 's3cret' }
    expect(() => checked(vault, { ...one, ...secret })).toThrow(z.ZodError)
    expect(() => checked(vault, { ...one, protection: { ...one.protection, ...secret } })).toThrow(
      z.ZodError,
    )
    const list = Object.assign(['a'], secret)
    expect(checked(z.array(z.string()), list)).not.toHaveProperty('secret')
    expect(() => checked(z.strictObject({}), Object.create(secret))).toThrow(z.ZodError)
  })
})
