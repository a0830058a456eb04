import type { Page } from '@playwright/test'

/** What somebody has clicked since the counting began. */
export interface Clicks {
  /** The words on what was clicked, in order. */
  names(): Promise<readonly string[]>
  number(): Promise<number>
}

/**
 * Counts what a person does: clicks, and keys that click in their place. What a script clicks
 * does not count, nor does the click that a label hands on to its field.
 */
export async function countClicks(page: Page): Promise<Clicks> {
  const counted = await page.evaluateHandle(() => {
    const names: string[] = []
    let last: Element | null = null
    addEventListener(
      'click',
      ({ isTrusted, target }) => {
        if (!isTrusted || !(target instanceof Element)) return
        const label = last?.closest('label')
        if (label?.control === target) return
        last = target
        // What a label hands on comes before anything else.
        setTimeout(() => {
          last = null
        }, 0)
        names.push((target.closest('button, label') ?? target).textContent?.trim() ?? '')
      },
      { capture: true },
    )
    return names
  })
  return {
    names: () => counted.evaluate((names) => [...names]),
    number: () => counted.evaluate((names) => names.length),
  }
}
