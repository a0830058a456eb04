import { z } from 'zod'

const size = z.strictObject({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
type Size = z.infer<typeof size>
const rectangle = size.extend({ x: z.number().int(), y: z.number().int() })
export type Rectangle = z.infer<typeof rectangle>

/** Bounds of the window in device-independent pixels; its size alone where it has no position. */
export const windowPlacement = z.strictObject({
  bounds: z.union([rectangle, size]),
  maximized: z.boolean(),
})
export type WindowPlacement = z.infer<typeof windowPlacement>

export const minWindow = { width: 900, height: 600 } as const
const firstWindow = { width: 1180, height: 860 } as const

/** Returns the size of the first window on a screen with so much room. */
export function firstSize(room: Size): Size {
  return {
    width: Math.max(minWindow.width, Math.min(firstWindow.width, room.width)),
    height: Math.max(minWindow.height, Math.min(firstWindow.height, room.height)),
  }
}

/**
 * Returns the bounds to open with: as they were, if enough of the title bar is still on one
 * of the screens (`workAreas`) to take hold of it; `undefined` lets the system choose. Of a window
 * that has no position, or had none when it was closed, the size alone.
 */
export function boundsToOpen(
  placement: WindowPlacement | undefined,
  workAreas: readonly Rectangle[],
  hasPosition: boolean,
): Rectangle | Size | undefined {
  if (placement === undefined) return undefined
  const { bounds } = placement
  const usable = {
    width: Math.max(bounds.width, minWindow.width),
    height: Math.max(bounds.height, minWindow.height),
  }
  if (!hasPosition || !('x' in bounds)) return usable
  const graspable = workAreas.some((area) => {
    const visibleWidth =
      Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
    const isTitleVisible = bounds.y >= area.y && bounds.y <= area.y + area.height - 60
    return visibleWidth >= 120 && isTitleVisible
  })
  if (!graspable) return undefined
  return { ...bounds, ...usable }
}
