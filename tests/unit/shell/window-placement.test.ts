import { describe, expect, test } from 'vitest'
import { boundsOnScreen, firstSize } from '../../../src/main/shell/window-placement.ts'

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
    expect(boundsOnScreen(placed(1500, 40), [laptop, monitor])).toEqual(placed(1500, 40).bounds)
  })

  test('where the system puts it, when its screen is gone or its title bar is out of reach', () => {
    expect(boundsOnScreen(placed(1500, 40), [laptop])).toBeUndefined()
    expect(boundsOnScreen(placed(100, -50), [laptop])).toBeUndefined()
    expect(boundsOnScreen(placed(100, 880), [laptop])).toBeUndefined()
    expect(boundsOnScreen(undefined, [laptop])).toBeUndefined()
  })

  test('never smaller than it can be used', () => {
    expect(boundsOnScreen(placed(0, 0, 300, 200), [laptop])).toEqual({
      x: 0,
      y: 0,
      width: 900,
      height: 600,
    })
  })
})
