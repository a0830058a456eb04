import { describe, expect, it } from 'vitest'
import type { Network } from '../../../src/main/engine/ports.ts'

export interface NetworkUnderTest {
  readonly network: Network
  /** Connects the computer to another network, and waits until that can be noticed. */
  change(): Promise<void>
  /** Takes the computer off every network. */
  disconnect(): Promise<void>
  /** Wakes the computer up, and waits until its network works; `meanwhile` runs before that. */
  resume(meanwhile?: () => void): Promise<void>
  /** Lets time pass in which nothing happens. */
  idle(): Promise<void>
}

export function describeNetwork(name: string, create: () => NetworkUnderTest): void {
  function start() {
    const tested = create()
    let calls = 0
    const stop = tested.network.watch(() => {
      calls += 1
    })
    return { ...tested, stop, calls: () => calls }
  }

  describe(`network: ${name}`, () => {
    it('announces nothing while it stays the same', async () => {
      const { idle, calls } = start()
      await idle()
      expect(calls()).toBe(0)
    })

    it('announces each change once', async () => {
      const { change, idle, calls } = start()
      await change()
      expect(calls()).toBe(1)
      await idle()
      expect(calls()).toBe(1)
      await change()
      expect(calls()).toBe(2)
    })

    it('announces the return of a network, and not its loss', async () => {
      const { disconnect, change, idle, calls } = start()
      await disconnect()
      await idle()
      expect(calls()).toBe(0)
      await change()
      expect(calls()).toBe(1)
    })

    it('announces that the computer woke up, also to a watch that began after that', async () => {
      const { network, resume, calls } = start()
      await resume()
      expect(calls()).toBe(1)
      let later = 0
      await resume(() => {
        network.watch(() => {
          later += 1
        })
      })
      expect([calls(), later]).toEqual([2, 1])
    })

    it('announces nothing when the computer wakes up without a network', async () => {
      const { disconnect, resume, calls } = start()
      await disconnect()
      await resume()
      expect(calls()).toBe(0)
    })

    it('announces nothing any more once the watch has ended', async () => {
      const { change, resume, stop, calls } = start()
      stop()
      stop()
      await change()
      await resume()
      expect(calls()).toBe(0)
    })

    it('serves several watches, each until its own end', async () => {
      const { network, change, stop, calls } = start()
      let others = 0
      const end = network.watch(() => {
        others += 1
      })
      await change()
      stop()
      await change()
      end()
      await change()
      expect([calls(), others]).toEqual([1, 2])
    })
  })
}
