import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds in the page that keeps somebody out, each with its elements. */
export async function barriersIn(page: Page): Promise<readonly string[]> {
  // In this window axe cannot open a page of its own to join the results of frames.
  return namesOf(await new AxeBuilder({ page }).setLegacyMode().analyze())
}

/** Those of them that are about colours, which is all that differs between the themes. */
export async function contrastsIn(page: Page): Promise<readonly string[]> {
  const rules = ['color-contrast', 'link-in-text-block']
  return namesOf(await new AxeBuilder({ page }).setLegacyMode().withRules(rules).analyze())
}

export type Theme = 'light' | 'dark'

/**
 * What keeps somebody out in the one theme or the other; each begins with its theme.
 * @param paint is called while the page is shown in that theme
 */
export async function barriersInThemes(
  page: Page,
  paint: (theme: Theme) => Promise<unknown> = async () => {},
): Promise<readonly string[]> {
  await showTheme(page, 'light')
  await paint('light')
  const inLight = await barriersIn(page)
  await showTheme(page, 'dark')
  await paint('dark')
  const inDark = await contrastsIn(page)
  return [...inLight.map((each) => `light: ${each}`), ...inDark.map((each) => `dark: ${each}`)]
}

/**
 * Shows the page in this theme, without movements. Resolves when it was followed and painted:
 * Chromium may leave inherited colours as they were when a theme is only emulated, so every
 * style is worked out anew.
 */
export async function showTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(async (scheme) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    while (document.documentElement.dataset['mantineColorScheme'] !== scheme) await nextFrame()
    const { style } = document.body
    style.display = 'none'
    await nextFrame()
    style.display = ''
    await nextFrame()
    await nextFrame()
  }, colorScheme)
}

function namesOf({ violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): readonly string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
}
