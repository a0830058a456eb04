import { describe, expect, test } from 'vitest'
import {
  boundsToOpen,
  firstSize,
  windowPlacement,
} from '../../../src/main/shell/window-placement.ts'

const laptop = { x: 0, y: 0, width: 1440, height: 900 }
const monitor = { x: 1440, y: 0, width: 1920, height: 1080 }
const placed = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  maximized: false,
})

describe('the window opens', () => {
  test('for the first time with room for everything, where there is room for it', () => {
    expect(firstSize({ width: 1920, height: 1040 })).toEqual({ width: 1180, height: 860 })
    expect(firstSize({ width: 1366, height: 728 })).toEqual({ width: 1180, height: 728 })
    expect(firstSize({ width: 800, height: 480 })).toEqual({ width: 900, height: 600 })
  })

  test('where it was, while that is on a screen', () => {
    expect(boundsToOpen(placed(1500, 40), [laptop, monitor], true)).toEqual(placed(1500, 40).bounds)
  })

  test('where the system puts it, when its screen is gone or its title bar is out of reach', () => {
    expect(boundsToOpen(placed(1500, 40), [laptop], true)).toBeUndefined()
    expect(boundsToOpen(placed(100, -50), [laptop], true)).toBeUndefined()
    expect(boundsToOpen(placed(100, 880), [laptop], true)).toBeUndefined()
    expect(boundsToOpen(undefined, [laptop], true)).toBeUndefined()
  })

  test('never smaller than it can be used', () => {
    expect(boundsToOpen(placed(0, 0, 300, 200), [laptop], true)).toEqual({
      x: 0,
      y: 0,
      width: 900,
      height: 600,
    })
  })

  test('with its size alone where it has no position, wherever it was elsewhere', () => {
    const size = { width: 1000, height: 700 }
    expect(boundsToOpen(placed(1500, 40), [laptop, monitor], false)).toEqual(size)
    expect(boundsToOpen(placed(1500, 40), [laptop], false)).toEqual(size)
  })

  test('where the system puts it, when it had no position the last time', () => {
    const bounds = { width: 1000, height: 700 }
    const placement = windowPlacement.parse({ bounds, maximized: false })
    expect(boundsToOpen(placement, [laptop], true)).toEqual(bounds)
    const small = windowPlacement.parse({ bounds: { width: 10, height: 10 }, maximized: true })
    expect(boundsToOpen(small, [laptop], false)).toEqual({ width: 900, height: 600 })
  })
})
