import type { Page } from '@playwright/test'

/** What somebody has done with the mouse or the keyboard since the counting began. */
export interface Clicks {
  /** Clicks, and presses of Enter or Space that did the same. */
  number(): Promise<number>
  /** The names of what was clicked, in order. */
  names(): Promise<readonly string[]>
}

/**
 * Counts real clicks alone: those that the browser made of a button that was pressed. What a
 * script makes with `click()` is not trusted and does not count, nor does what a label hands on.
 */
export async function countClicks(page: Page): Promise<Clicks> {
  const counted = await page.evaluateHandle(() => {
    const names: string[] = []
    addEventListener(
      'click',
      ({ isTrusted, target }) => {
        if (!isTrusted) return
        const clicked = target instanceof Element ? (target.closest('button') ?? target) : null
        names.push(clicked?.textContent?.trim() ?? '')
      },
      { capture: true },
    )
    return names
  })
  return {
    number: () => counted.evaluate((names) => names.length),
    names: () => counted.evaluate((names) => [...names]),
  }
}
