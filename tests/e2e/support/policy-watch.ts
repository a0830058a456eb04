import type { Page } from '@playwright/test'

interface Watched {
  readonly violations: string[]
}

/** What a page did that it must not, and what its console complained of. */
export interface PolicyWatch {
  /** Violations of the policy, errors and warnings of the console, and errors nobody caught. */
  complaints(): Promise<readonly string[]>
}

/**
 * Chromium warns of every sandbox that admits scripts and the same origin, because a page in a
 * frame could take its own off. Ours is in no frame.
 */
export const aboutFrames = /^An iframe which has both allow-scripts and allow-same-origin/

/** Loads the page again, watched from its first line on. */
export async function watchPolicy(page: Page): Promise<PolicyWatch> {
  const said: string[] = []
  page.on('console', (message) => {
    const isComplaint = ['error', 'warning'].includes(message.type())
    if (isComplaint && !aboutFrames.test(message.text())) said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(`${error}`))
  await page.addInitScript(() => {
    // A page that took the place of a watched one is watched already.
    if ('watched' in globalThis) return
    const violations: string[] = []
    Object.defineProperty(globalThis, 'watched', { value: { violations } })
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) => {
        const place = `${sourceFile}:${lineNumber}`
        violations.push(`${violatedDirective} ${blockedURI} ${sample} ${place}`)
      },
      { capture: true },
    )
  })
  await page.reload()
  return {
    complaints: async () => {
      const violations = await page.evaluate(
        () => (globalThis as unknown as { watched: Watched }).watched.violations,
      )
      return [...violations, ...said]
    },
  }
}
