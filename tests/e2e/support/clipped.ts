import type { Page } from '@playwright/test'

/**
 * Words that are cut off at their edge: of buttons, tabs, labels, headings and choices. A name
 * that somebody gave may be cut, with an ellipsis, and so may that of a provider in a row, where a
 * tooltip holds all of it; what we say may not.
 */
export function clippedIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const said = 'button, button *, [role="tab"] *, label, h1, h2, h3, dt, [data-state], p, select'
    const clipped = [...document.querySelectorAll<HTMLElement>(said)].filter((element) => {
      const { overflowX } = getComputedStyle(element)
      const hides = overflowX === 'hidden' || overflowX === 'clip'
      const isShown = element.offsetParent !== null && element.clientWidth > 1
      const isInTooltip = element.title !== '' && element.title === element.textContent
      const isName =
        isInTooltip || element.closest('[data-name], [role="option"], [role="listbox"]') !== null
      return isShown && hides && !isName && element.scrollWidth > element.clientWidth + 1
    })
    const sideways = [
      document.documentElement,
      ...document.querySelectorAll<HTMLElement>('main, aside, [role="dialog"]'),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .flatMap((element) => {
        const edge = element.getBoundingClientRect().left + element.clientWidth
        const over = [...element.querySelectorAll('*')].filter(
          (part) => part.getBoundingClientRect().right > edge + 1,
        )
        return over.slice(-3).map((part) => `sideways: ${part.outerHTML.slice(0, 200)}`)
      })
    return [...clipped.map((element) => `clipped: ${element.textContent ?? ''}`), ...sideways]
  })
}
