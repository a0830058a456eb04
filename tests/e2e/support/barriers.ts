import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds in the page that keeps somebody out, each with its elements. */
export async function barriersIn(page: Page): Promise<readonly string[]> {
  // In this window axe cannot open a page of its own to join the results of frames.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
