import { describe, expect, it } from 'vitest'
import type { Random } from '../../../src/main/engine/ports.ts'
import { profileId } from '../../../src/shared/profile.ts'

export function describeRandom(name: string, create: () => Random): void {
  describe(`chance: ${name}`, () => {
    it('gives an id that was never given before', () => {
      const random = create()
      const ids = Array.from({ length: 1000 }, () => profileId.parse(random.id()))
      expect(new Set(ids).size).toBe(1000)
      // RFC 9562 §5.4
      for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
    })

    it('gives fractions from 0 up to, never at, 1', () => {
      const random = create()
      for (let count = 0; count < 1000; count += 1) {
        const fraction = random.fraction()
        expect(fraction).toBeGreaterThanOrEqual(0)
        expect(fraction).toBeLessThan(1)
      }
    })
  })
}
