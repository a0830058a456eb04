import { describe, expect, it } from 'vitest'
import type { Random, RandomBytes } from '../../../src/main/engine/ports.ts'
import { profileId } from '../../../src/shared/profile.ts'

export function describeRandom(name: string, create: () => Random): void {
  describe(`randomness: ${name}`, () => {
    it('returns an id that was never returned before', () => {
      const random = create()
      const ids = Array.from({ length: 1000 }, () => profileId.parse(random.id()))
      expect(new Set(ids).size).toBe(1000)
      // RFC 9562 §5.4
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    })

    it('returns fractions from 0 up to, but not including, 1', () => {
      const random = create()
      for (let count = 0; count < 1000; count += 1) {
        const fraction = random.fraction()
        expect(fraction).toBeGreaterThanOrEqual(0)
        expect(fraction).toBeLessThan(1)
      }
    })
  })
}

export function describeRandomBytes(name: string, create: () => RandomBytes): void {
  describe(`random bytes: ${name}`, () => {
    it.each([0, 1, 16, 32, 96])('returns %i bytes', (count) => {
      const bytes = create().bytes(count)
      expect(bytes).toHaveLength(count)
      // Not a slice of memory that others share.
      expect(bytes.buffer.byteLength).toBe(count)
    })

    it('returns different bytes each time', () => {
      const random = create()
      const seen = Array.from({ length: 100 }, () => Buffer.from(random.bytes(32)).toString('hex'))
      expect(new Set(seen).size).toBe(100)
    })
  })
}
