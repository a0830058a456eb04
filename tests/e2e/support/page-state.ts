import type { Page } from '@playwright/test'

/**
 * What a page shows and keeps: its whole tree but for what is being typed, its address, title
 * and history, its storages.
 */
export function pageState(page: Page): Promise<string> {
  return page.evaluate(() => {
    const tree = document.documentElement.cloneNode(true) as HTMLElement
    // React writes the value of a field into its attribute too.
    for (const field of tree.querySelectorAll('input, textarea')) {
      field.removeAttribute('value')
      if (field instanceof HTMLTextAreaElement) field.textContent = ''
    }
    return JSON.stringify([
      tree.outerHTML,
      document.title,
      location.href,
      history.state,
      window.name,
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
    ])
  })
}
