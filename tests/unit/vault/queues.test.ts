import { describe, expect, it } from 'vitest'
import { createQueues } from '../../../src/main/vault/queues.ts'

describe('queues', () => {
  it('run the work of one key one after the other, in the order of the calls', async () => {
    const { run } = createQueues()
    const events: string[] = []
    const work = (name: string, turns: number) => async () => {
      events.push(`${name} begins`)
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      events.push(`${name} ends`)
    }
    await Promise.all([run('key', work('slow', 20)), run('key', work('fast', 0))])
    expect(events).toEqual(['slow begins', 'slow ends', 'fast begins', 'fast ends'])
  })

  it('do not let one key wait for another', async () => {
    const { run } = createQueues()
    let release = () => {}
    const held = run(
      'held',
      () =>
        new Promise<void>((resolve) => {
          release = resolve
        }),
    )
    expect(await run('free', async () => 'done')).toBe('done')
    release()
    await held
  })

  it('go on after a failure, which only its own caller sees', async () => {
    const { run } = createQueues()
    const failing = run('key', () => Promise.reject(new Error('no')))
    const next = run('key', async () => 'done')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('done')
  })
})
