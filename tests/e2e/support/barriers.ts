import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds in the page that keeps somebody out, each with its elements. */
export async function barriersIn(page: Page): Promise<readonly string[]> {
  // In this window axe cannot open a page of its own to join the results of frames.
  return namesOf(await new AxeBuilder({ page }).setLegacyMode().analyze())
}

/** Those of them that are about colours, which is all that differs between the themes. */
export async function contrastsIn(page: Page): Promise<readonly string[]> {
  return namesOf(
    await new AxeBuilder({ page }).setLegacyMode().withRules('color-contrast').analyze(),
  )
}

function namesOf({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
