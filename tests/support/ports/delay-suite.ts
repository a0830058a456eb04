import { describe, expect, it } from 'vitest'
import type { Delay } from '../../../src/main/engine/ports.ts'

export interface DelayUnderTest {
  readonly delay: Delay
  /** Lets so much time pass, really or not. */
  pass(milliseconds: number): Promise<void>
}

export function describeDelay(name: string, create: () => DelayUnderTest): void {
  describe(`delay: ${name}`, () => {
    function begin(milliseconds: number, control = new AbortController()) {
      const { delay, pass } = create()
      let isOver = false
      const wait = delay.wait(milliseconds, control.signal).then(() => {
        isOver = true
      })
      return { pass, control, wait, isOver: () => isOver }
    }

    it('resolves when the time has passed, and not before', async () => {
      const { pass, isOver } = begin(100)
      await pass(20)
      expect(isOver()).toBe(false)
      await pass(200)
      expect(isOver()).toBe(true)
    })

    it('waits longer than a timer of Node can', async () => {
      const { pass, control, wait, isOver } = begin(2 ** 31 + 1000)
      await pass(50)
      expect(isOver()).toBe(false)
      control.abort()
      await wait
    })

    it('resolves as soon as it is aborted', async () => {
      const { pass, control, wait, isOver } = begin(3_600_000)
      await pass(10)
      expect(isOver()).toBe(false)
      control.abort()
      await wait
    })

    it('resolves at once if it was aborted before', async () => {
      const control = new AbortController()
      control.abort()
      await begin(3_600_000, control).wait
    })

    it('keeps several waits apart', async () => {
      const { delay, pass } = create()
      const { signal } = new AbortController()
      const over: string[] = []
      void delay.wait(300, signal).then(() => over.push('long'))
      void delay.wait(20, signal).then(() => over.push('short'))
      await pass(100)
      expect(over).toEqual(['short'])
      await pass(400)
      expect(over).toEqual(['short', 'long'])
    })
  })
}
