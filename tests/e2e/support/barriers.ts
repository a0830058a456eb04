import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

type Options = Parameters<AxeBuilder['options']>[0]

async function analyse(page: Page, options: Options = {}): Promise<readonly string[]> {
  // To bring axe into a page takes as long as to look around in it, and it stays there.
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  const axe = new AxeBuilder(isThere ? { page, axeSource: ';' } : { page })
  // In this window axe cannot open a page of its own to join the results of frames.
  axe.setLegacyMode()
  // It looks at everything, and describes only what is wrong.
  axe.options({ resultTypes: ['violations'], selectors: false, ...options })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

/** What axe finds in the page that keeps somebody out, each with its elements. */
export function barriersIn(page: Page): Promise<readonly string[]> {
  return analyse(page)
}

/** Those of them that are about colours, which is all that differs between the themes. */
export function contrastsIn(page: Page): Promise<readonly string[]> {
  return analyse(page, {
    runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  })
}

/** What moves, or would, although the user asked the system for less of that. */
function movingIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const moves = (element: Element) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element)
      const animation = animationName === 'none' ? '0s' : animationDuration
      const seconds = `${animation}, ${transitionDuration}`.split(',').map(Number.parseFloat)
      return seconds.some((each) => each > 0.001)
    }
    const all = [...document.querySelectorAll('*')].filter(moves)
    return all.map((element) => `moves: ${element.outerHTML.slice(0, 100)}`)
  })
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
  const inLight = await foundIn(page, 'light', paint, async () => [
    ...(await barriersIn(page)),
    ...(await movingIn(page)),
  ])
  const inDark = await foundIn(page, 'dark', paint, () => contrastsIn(page))
  return [...inLight.map((each) => `light: ${each}`), ...inDark.map((each) => `dark: ${each}`)]
}

/** What is found in a theme, twice: a colour of the other theme that stays behind once is no barrier. */
async function foundIn(
  page: Page,
  theme: Theme,
  paint: (theme: Theme) => Promise<unknown>,
  look: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  await showTheme(page, theme)
  await paint(theme)
  if ((await look()).length === 0) return []
  await showTheme(page, theme)
  return look()
}

/**
 * Shows the page in this theme. Resolves when it was followed and painted, and nothing moves:
 * Chromium may leave inherited colours as they were when a theme is only emulated, so every
 * style is worked out anew. What had the focus has it again.
 */
export async function showTheme(page: Page, colorScheme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(async (scheme) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    while (document.documentElement.dataset['mantineColorScheme'] !== scheme) await nextFrame()
    const { activeElement } = document
    const { style } = document.body
    style.display = 'none'
    await nextFrame()
    style.display = ''
    await nextFrame()
    await nextFrame()
    const movements = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    await Promise.allSettled(movements.map(({ finished }) => finished))
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true })
  }, colorScheme)
}
