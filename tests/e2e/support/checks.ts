import { expect, type Page } from '@playwright/test'
import type { Canaries } from '../../support/leaks/canaries.ts'
import { draftWithSecrets } from '../../support/leaks/drafts.ts'
import { type Mistake, mistakes, pathOf } from '../../support/leaks/leaking-server.ts'
import { createScanner } from '../../support/leaks/scan.ts'
import { ask, get } from './ask.ts'
import { createTestApp } from './test-app.ts'

const checks = ['introspectToken', 'checkSignature', 'readUserinfo', 'endToken'] as const

interface Wishes {
  readonly origin: string
  /** Looks at the page for secrets. */
  readonly look: () => Promise<unknown>
}

/** Asks a server about tokens, and to end them, at the address of each mistake. */
export async function goThroughChecks(
  page: Page,
  canaries: Canaries,
  { origin, look }: Wishes,
): Promise<void> {
  const testApp = createTestApp(page)
  const draft = draftWithSecrets(canaries, {
    name: 'Asked about',
    tokenEndpoint: `${origin}/token`,
    // The password that the server names as a code.
    turn: 3,
  })
  const { id } = await get(page, 'createProfile', { draft })
  const results: unknown[] = []
  // An address of the server's own, which is not one of the profile's secrets.
  const { 'links to a secret': _, ...others } = mistakes
  for (const mistake of Object.keys(others) as Mistake[]) {
    const place = `${origin}${pathOf(mistake)}`
    const server = {
      ...draft.settings.server,
      revocationEndpoint: place,
      introspectionEndpoint: place,
      userinfoEndpoint: place,
      jwksUri: place,
    }
    const settings = { ...draft.settings, server }
    await get(page, 'updateProfile', { id, draft: { settings, secrets: {} } })
    await get(page, 'obtainToken', { id })
    for (const name of checks) {
      const answer = ask(page, name, { id })
      if (mistake === 'never answers') await ask(page, 'cancelCheck', { id })
      results.push(await answer)
    }
  }
  const kinds = new Set(results.map((each) => (each as { ok: boolean }).ok))
  expect(kinds).toEqual(new Set([true]))
  const { accessToken, refreshToken, clientSecret } = canaries
  const scanner = createScanner([accessToken, refreshToken, clientSecret])
  expect(scanner.scan('results of the checks', JSON.stringify(results))).toEqual([])

  await get(page, 'obtainToken', { id })
  await testApp.field('Search profiles').fill('Asked about')
  await testApp.row('Asked about').click()
  await testApp.tab('Overview').click()
  await testApp.button('End this token').click()
  await page.getByRole('dialog').getByRole('button', { name: 'End this token' }).click()
  await testApp.button('Cancel').click()
  await expect(page.getByRole('region', { name: 'Result of the check' })).toBeVisible()
  await look()
  await testApp.field('Search profiles').fill('')
}
