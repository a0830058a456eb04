import { describe, expect, it } from 'vitest'
import { createNow } from '../../../../src/renderer/now/now.ts'

function environment(start: number) {
  let time = start
  let isVisible = true
  let onVisibility = () => {}
  let timer: { at: number; run: () => void } | undefined
  return {
    clock: { now: () => time },
    isVisible: () => isVisible,
    onVisibilityChange: (listener: () => void) => {
      onVisibility = listener
    },
    after: (delay: number, run: () => void) => {
      const mine = { at: time + delay, run }
      timer = mine
      return () => {
        if (timer === mine) timer = undefined
      }
    },
    show(visible: boolean) {
      isVisible = visible
      onVisibility()
    },
    pass(span: number) {
      const end = time + span
      while (timer !== undefined && timer.at <= end) {
        const { at, run } = timer
        timer = undefined
        time = at
        run()
      }
      time = end
    },
    isTicking: () => timer !== undefined,
  }
}

describe('the clock of the window', () => {
  it('stops while it has no listeners', () => {
    const page = environment(10_400)
    const now = createNow(page)
    expect(page.isTicking()).toBe(false)
    const stop = now.subscribe(() => {})
    expect(page.isTicking()).toBe(true)
    stop()
    expect(page.isTicking()).toBe(false)
  })

  it('ticks once for all listeners, on the full second', () => {
    const page = environment(10_400)
    const now = createNow(page)
    const heard: string[] = []
    now.subscribe(() => heard.push(`a ${now.get()}`))
    now.subscribe(() => heard.push(`b ${now.get()}`))
    page.pass(1_700)
    expect(heard).toEqual(['a 11000', 'b 11000', 'a 12000', 'b 12000'])
  })

  it('keeps the time of the last tick between ticks', () => {
    const page = environment(10_000)
    const now = createNow(page)
    now.subscribe(() => {})
    page.pass(1_300)
    expect(now.get()).toBe(11_000)
  })

  it('returns the true time while it does not tick', () => {
    const page = environment(10_000)
    const now = createNow(page)
    page.pass(5_300)
    expect(now.get()).toBe(15_300)
  })

  it('stops while the page is hidden and ticks at once when it becomes visible', () => {
    const page = environment(10_000)
    const now = createNow(page)
    let heard = 0
    now.subscribe(() => {
      heard += 1
    })
    page.show(false)
    expect(page.isTicking()).toBe(false)
    page.pass(60_250)
    expect(heard).toBe(0)
    page.show(true)
    expect(heard).toBe(1)
    expect(now.get()).toBe(70_250)
    expect(page.isTicking()).toBe(true)
  })
})
