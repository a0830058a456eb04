import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jwtExpiry, readJwt, tokenFormat } from '../../../../src/main/oauth/jwt/jwt.ts'
import { readPasted } from '../../../../src/main/oauth/jwt/pasted-token.ts'
import { pastedContents, tokenContents } from '../../../../src/shared/token.ts'
import { seedOr, sized } from '../../../support/deep.ts'
import { timeOf } from '../../../support/pace/time-of.ts'
import { anyToken } from '../../../support/tokens/any-token.ts'
import { hugeTokens } from '../../../support/tokens/huge-tokens.ts'

const now = Date.UTC(2026, 0, 15)
/** Milliseconds. */
const limit = 50

const count = sized({ usual: 2_000, deep: 100_000 })

describe(`${count} generated texts`, () => {
  it('are read without an exception, each within 50 ms, into what the window accepts', {
    timeout: 300_000,
  }, () => {
    const seen = { jwt: 0, encrypted: 0, opaque: 0 }
    let slowest = 0
    const readAll = (text: string) => {
      slowest = Math.max(
        slowest,
        timeOf(() => readJwt(text, now), limit),
        timeOf(() => readPasted(text, now), limit),
      )
      const contents = readJwt(text, now)
      seen[contents.format] += 1
      if (contents.format !== tokenFormat(text)) throw new Error('two readings differ')
      const expiry = jwtExpiry(text)
      if (expiry !== null && !Number.isSafeInteger(expiry)) throw new Error('no instant')
      if (!tokenContents.safeParse(contents).success) throw new Error('not as the contract has it')
      if (!pastedContents.safeParse(readPasted(text, now)).success) throw new Error('nor pasted')
    }
    fc.assert(fc.property(anyToken, readAll), { seed: seedOr(7519), numRuns: count })
    expect(slowest).toBeLessThan(limit)
    // Noise alone would prove little.
    expect(seen.jwt).toBeGreaterThan(count / 5)
    expect(seen.encrypted).toBeGreaterThan(count / 50)
    expect(seen.opaque).toBeGreaterThan(count / 5)
  })
})

describe('a mebibyte is read within 50 ms:', () => {
  it.each(Object.entries(hugeTokens))('%s', (_, text) => {
    expect(text.length).toBeGreaterThan(1_000_000)
    expect(timeOf(() => readJwt(text, now), limit)).toBeLessThan(limit)
    expect(timeOf(() => readPasted(text, now), limit)).toBeLessThan(limit)
    expect(timeOf(() => jwtExpiry(text), limit)).toBeLessThan(limit)
    expect(pastedContents.safeParse(readPasted(text, now)).success).toBe(true)
  })
})
