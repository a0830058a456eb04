import { describe, expect, it } from 'vitest'
import type { EngineClock } from '../../../src/main/engine/ports.ts'

export interface ClockUnderTest {
  readonly clock: EngineClock
  /** Lets so much time pass, really or not. */
  pass(milliseconds: number): Promise<void>
}

export function describeClock(name: string, create: () => ClockUnderTest): void {
  describe(`clock: ${name}`, () => {
    it('goes on by as much as passes', async () => {
      const { clock, pass } = create()
      const before = clock.now()
      await pass(50)
      expect(clock.now() - before).toBeGreaterThanOrEqual(49)
    })

    it('counts in whole milliseconds', () => {
      expect(Number.isInteger(create().clock.now())).toBe(true)
    })

    it('calls once when the time has come, and not before', async () => {
      const { clock, pass } = create()
      const before = clock.now()
      const calls: number[] = []
      clock.after(30, () => calls.push(clock.now() - before))
      expect(calls).toEqual([])
      await pass(200)
      expect(calls).toHaveLength(1)
      expect(calls[0]).toBeGreaterThanOrEqual(29)
    })

    it('never calls at once, even for no wait at all', async () => {
      const { clock, pass } = create()
      let calls = 0
      clock.after(0, () => {
        calls += 1
      })
      expect(calls).toBe(0)
      await pass(20)
      expect(calls).toBe(1)
    })

    it('does not call after it was cancelled', async () => {
      const { clock, pass } = create()
      let calls = 0
      const forget = clock.after(10, () => {
        calls += 1
      })
      forget()
      forget()
      await pass(50)
      expect(calls).toBe(0)
    })

    it('waits for the longest time it is asked for, and refuses a longer one', async () => {
      const { clock, pass } = create()
      let calls = 0
      const forget = clock.after(2 ** 31 - 1, () => {
        calls += 1
      })
      await pass(20)
      forget()
      expect(calls).toBe(0)
      expect(() => clock.after(2 ** 31, () => {})).toThrow(RangeError)
    })
  })
}
