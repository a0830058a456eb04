import { describe, expect, it } from 'vitest'
import { createSessionPool } from '../../../src/main/platform/session-pool.ts'
import { settled } from '../../support/engine/manual-clock.ts'

function start(max: number, { cleans = true, opens = (): boolean => true } = {}) {
  let made = 0
  const cleaned: number[] = []
  const pool = createSessionPool({
    max,
    open: async () => {
      if (!opens()) throw new Error('no session')
      made += 1
      return made
    },
    clean: async (own) => {
      cleaned.push(own)
      if (!cleans) throw new Error('not cleaned')
    },
  })
  const used: number[] = []
  const ends: (() => void)[] = []
  const never = new AbortController().signal
  const begin = (signal = never) =>
    pool.lend(signal, (own) => {
      used.push(own)
      return new Promise<number>((resolve) => {
        ends.push(() => resolve(own))
      })
    })
  /** Ends the work that began first. */
  async function endOne(): Promise<void> {
    ends.shift()?.()
    await settled()
  }
  return { pool, begin, endOne, used, cleaned, made: () => made }
}

describe('a pool of sessions', () => {
  it('makes as many as are used at once, and no more than it may', async () => {
    const { begin, endOne, made, used } = start(3)
    const all = Array.from({ length: 10 }, () => begin())
    await settled()
    expect(used).toEqual([1, 2, 3])
    for (let count = 0; count < 10; count += 1) await endOne()
    expect(await Promise.all(all)).toHaveLength(10)
    expect(made()).toBe(3)
  })

  it('uses again what has come back, after it was cleaned', async () => {
    const { begin, endOne, cleaned, made } = start(3)
    for (let count = 0; count < 5; count += 1) {
      const one = begin()
      await settled()
      await endOne()
      expect(await one).toBe(1)
    }
    expect(cleaned).toEqual([1, 1, 1, 1, 1])
    expect(made()).toBe(1)
  })

  it('serves waiting requests in order of arrival', async () => {
    const { pool, begin, endOne } = start(1)
    const first = begin()
    await settled()
    const order: string[] = []
    const signal = new AbortController().signal
    const rest = ['a', 'b', 'c'].map((name) => pool.lend(signal, async () => order.push(name)))
    await endOne()
    await Promise.all([first, ...rest])
    expect(order).toEqual(['a', 'b', 'c'])
  })

  it('lets one that waits be cancelled, and gives what comes back to the next', async () => {
    const { begin, endOne, used } = start(1)
    const first = begin()
    await settled()
    const control = new AbortController()
    const cancelled = begin(control.signal)
    const next = begin()
    control.abort()
    expect(await cancelled).toBeNull()
    await endOne()
    await endOne()
    expect(await Promise.all([first, next])).toEqual([1, 1])
    expect(used).toEqual([1, 1])
    expect(await begin(control.signal)).toBeNull()
  })

  it('loses none where cleaning fails, and none where one can’t be made', async () => {
    const { begin, endOne, made } = start(1, { cleans: false })
    for (let count = 0; count < 2; count += 1) {
      const one = begin()
      await settled()
      await endOne()
      expect(await one).toBe(1)
    }
    expect(made()).toBe(1)

    let works = false
    const failing = start(1, { opens: () => works })
    await expect(failing.begin()).rejects.toThrow('no session')
    works = true
    const one = failing.begin()
    await settled()
    await failing.endOne()
    expect(await one).toBe(1)
  })

  it('tries again for one that waits, where none could be made for the one before', async () => {
    let tries = 0
    const { begin, endOne } = start(1, { opens: () => ++tries > 1 })
    const first = begin()
    const second = begin()
    await expect(first).rejects.toThrow('no session')
    await settled()
    await endOne()
    expect(await second).toBe(1)
  })

  it('returns a session after its work failed', async () => {
    const { pool, made } = start(1)
    const signal = new AbortController().signal
    await expect(pool.lend(signal, () => Promise.reject(new Error('work')))).rejects.toThrow('work')
    expect(await pool.lend(signal, async (own) => own)).toBe(1)
    expect(made()).toBe(1)
  })
})
