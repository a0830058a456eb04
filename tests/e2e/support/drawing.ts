import type { Page } from '@playwright/test'

/** Of a component in React's tree, as React shows it to its developer tools. */
interface Fiber {
  readonly tag: number
  readonly flags: number
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
}

/** How many components React drew since it was asked last. */
export interface DrawingWatch {
  drawn(): Promise<number>
}

/** Loads the page again and counts from then on what React draws in it. */
export async function watchDrawing(page: Page): Promise<DrawingWatch> {
  await page.addInitScript(() => {
    const counted = { drawn: 0 }
    /** Functions, those that forward a reference, and those that are drawn for other props alone. */
    const components = [0, 11, 15]
    const hasWorked = 1

    function count(fiber: Fiber | null): void {
      for (let each = fiber; each !== null; each = each.sibling) {
        if (components.includes(each.tag) && (each.flags & hasWorked) !== 0) counted.drawn += 1
        // What is below was not looked at, where it is what it was.
        if (each.child !== each.alternate?.child) count(each.child)
      }
    }
    Object.defineProperty(globalThis, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      value: {
        isDisabled: false,
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => count(root.current),
        onCommitFiberUnmount: () => {},
      },
    })
    Object.defineProperty(globalThis, 'counted', { value: counted })
  })
  await page.reload()
  return {
    drawn: () =>
      page.evaluate(() => {
        const { counted } = globalThis as unknown as { counted: { drawn: number } }
        const { drawn } = counted
        counted.drawn = 0
        return drawn
      }),
  }
}
