import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { bringToFront } from '../../../src/main/shell/bring-to-front.ts'
import { createManualClock } from '../../support/engine/manual-clock.ts'

/** A window whose compositor gives the focus at some of the times at which it is shown. */
function makeWindow({ isMinimized = false, focusAtShow = [] as readonly number[] } = {}) {
  const events = new EventEmitter()
  const calls: string[] = []
  let [isFocused, isDestroyed, shows] = [false, false, 0]
  const window = {
    calls,
    focus: () => calls.push('focus'),
    hide: () => calls.push('hide'),
    isDestroyed: () => isDestroyed,
    isFocused: () => isFocused,
    isMinimized: () => isMinimized,
    restore: () => calls.push('restore'),
    show: () => {
      calls.push('show')
      shows += 1
      if (focusAtShow.includes(shows)) queueMicrotask(window.getFocus)
    },
    getFocus: () => {
      isFocused = true
      events.emit('focus')
    },
    destroy: () => {
      isDestroyed = true
    },
    listeners: () => events.listenerCount('focus'),
    once: (name: 'focus', listener: () => void) => events.once(name, listener),
    off: (name: 'focus', listener: () => void) => events.off(name, listener),
  }
  return window
}

type FakeWindow = ReturnType<typeof makeWindow>

function bring(window: FakeWindow, isWayland: boolean) {
  const clock = createManualClock(0)
  const result = bringToFront(window, { isWayland, after: clock.after })
  return { clock, result }
}

test('a window that gets the focus is shown once', async () => {
  const window = makeWindow({ isMinimized: true, focusAtShow: [1] })
  expect(await bring(window, true).result).toBe(true)
  expect(window.calls).toEqual(['restore', 'show', 'focus'])
  expect(window.listeners()).toBe(0)
})

test('a window that a Wayland compositor gives no focus is hidden and shown again', async () => {
  const window = makeWindow({ focusAtShow: [2] })
  const { clock, result } = bring(window, true)
  await clock.advance(700)
  expect(await result).toBe(true)
  expect(window.calls).toEqual(['show', 'focus', 'hide', 'show', 'focus'])
})

test('the wait for the focus ends without one', async () => {
  const window = makeWindow()
  const { clock, result } = bring(window, true)
  await clock.advance(700)
  await clock.advance(700)
  expect(await result).toBe(false)
  expect(window.listeners()).toBe(0)
})

test('elsewhere no window is taken away', async () => {
  const window = makeWindow()
  const { clock, result } = bring(window, false)
  await clock.advance(700)
  expect(await result).toBe(false)
  expect(window.calls).toEqual(['show', 'focus'])
})

test('a window that is closed meanwhile is left alone', async () => {
  const window = makeWindow()
  const { clock, result } = bring(window, true)
  window.destroy()
  await clock.advance(700)
  expect(await result).toBe(false)
  expect(window.calls).toEqual(['show', 'focus'])
})
