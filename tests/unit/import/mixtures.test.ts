import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { seedOr } from '../../support/deep.ts'
import { mixtures, planted } from '../../support/import/mixtures.ts'

/** The signs around an unknown part, also in percent-encoding. */
const unknownPart = /[\ufdd0\ufdd1]|%EF%B7%9/i

/** An address with a value in each place that is to be filled in. */
const filledIn = (address: string) =>
  new URL(address.replace(/:\{[^{}]*\}(?=\/)/, ':8443').replace(/\{[^{}]*\}/g, 'x'))

test('no mixture of features shows a secret, makes up a server or leaves a part that is not known', {
  timeout: 60_000,
}, () => {
  let read = 0
  fc.assert(
    fc.property(mixtures, ({ text, hasServer }) => {
      const result = readImport(text, presets)
      if (result.kind === 'nothing') return
      for (const { shown, secrets } of result.candidates) {
        read += 1
        const { tokenEndpoint } = shown.settings.server
        expect(JSON.stringify(shown)).not.toContain(planted)
        expect(JSON.stringify({ shown, secrets })).not.toMatch(unknownPart)
        expect(JSON.stringify(shown.settings)).not.toMatch(/evil|Get-|\$\(/)
        if (tokenEndpoint === undefined) continue
        expect(filledIn(tokenEndpoint).hostname).not.toBe('')
        expect(/^https?:\/\/[^/]*\{[^/{}]*\}(?=[:/])/.test(tokenEndpoint)).toBe(
          !hasServer || tokenEndpoint.includes('test:{'),
        )
      }
    }),
    { numRuns: 500, seed: seedOr(20261130) },
  )
  expect(read).toBeGreaterThan(300)
})
