import { z } from 'zod'

const rectangle = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
export type Rectangle = z.infer<typeof rectangle>

/** Where the window was; in device-independent pixels. */
export const windowPlacement = z.strictObject({ bounds: rectangle, maximized: z.boolean() })
export type WindowPlacement = z.infer<typeof windowPlacement>

export const smallestWindow = { width: 900, height: 600 } as const
const firstWindow = { width: 1180, height: 860 } as const

interface Size {
  readonly width: number
  readonly height: number
}

/** How large the window opens for the first time, on a screen with so much room. */
export function firstSize(room: Size): Size {
  return {
    width: Math.max(smallestWindow.width, Math.min(firstWindow.width, room.width)),
    height: Math.max(smallestWindow.height, Math.min(firstWindow.height, room.height)),
  }
}

/**
 * The bounds to open with: as they were, if enough of the title bar is still on one
 * of the screens (`workAreas`) to take hold of it; `undefined` lets the system choose.
 */
export function boundsOnScreen(
  placement: WindowPlacement | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | undefined {
  if (placement === undefined) return undefined
  const { bounds } = placement
  const graspable = workAreas.some((area) => {
    const visibleWidth =
      Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
    const isTitleVisible = bounds.y >= area.y && bounds.y <= area.y + area.height - 60
    return visibleWidth >= 120 && isTitleVisible
  })
  if (!graspable) return undefined
  return {
    ...bounds,
    width: Math.max(bounds.width, smallestWindow.width),
    height: Math.max(bounds.height, smallestWindow.height),
  }
}
