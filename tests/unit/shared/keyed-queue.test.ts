import { describe, expect, it } from 'vitest'
import { createKeyedQueue } from '../../../src/shared/keyed-queue.ts'

describe('turns', () => {
  it('run the work of one key one after the other, in the order of the calls', async () => {
    const { take } = createKeyedQueue<string>()
    const events: string[] = []
    const work = (name: string, turns: number) => async () => {
      events.push(`${name} begins`)
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      events.push(`${name} ends`)
    }
    await Promise.all([take('key', work('slow', 20)), take('key', work('fast', 0))])
    expect(events).toEqual(['slow begins', 'slow ends', 'fast begins', 'fast ends'])
  })

  it('do not let one key wait for another', async () => {
    const { take } = createKeyedQueue<string>()
    let release = () => {}
    const held = take(
      'held',
      () =>
        new Promise<void>((resolve) => {
          release = resolve
        }),
    )
    expect(await take('free', async () => 'done')).toBe('done')
    release()
    await held
  })

  it('continue after a failure, which only its caller gets', async () => {
    const { take } = createKeyedQueue<string>()
    const failing = take('key', () => Promise.reject(new Error('no')))
    const next = take('key', async () => 'done')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('done')
  })
})
