import { barriersInThemes } from '../e2e/support/barriers.ts'
import { createTestApp } from '../e2e/support/test-app.ts'
import { expect, test } from './support/test.ts'

test.afterEach(({ complaints }) => {
  expect(complaints).toEqual([])
})

const restart = 'Restart Token Desk'
const again = 'Try again'

for (const [strength, asksOnce, text, offered, other] of [
  ['none', false, /which does not answer/, again, restart],
  ['none', true, /which does not answer/, restart, again],
  ['late', true, /has not answered yet/, again, restart],
  ['weak', false, /one that protects nothing/, again, restart],
] as const) {
  test.describe(`a vault whose key store is ${strength}${asksOnce ? ' and is asked once' : ''}`, () => {
    test.use({ keyStoreAnswer: { strength, asksOnce, hasProfile: true } })

    test(`is locked, and the window offers “${offered}”`, async ({ window }) => {
      const testApp = createTestApp(window)
      await expect(window.getByText(text)).toBeVisible()
      await expect(testApp.button(offered)).toBeVisible()
      await expect(testApp.button(other)).toBeHidden()
      expect(await barriersInThemes(window)).toEqual([])
    })
  })
}

for (const [strength, asksOnce, text, offered] of [
  ['none', true, /does not answer\. Until it does/, restart],
  ['none', false, /does not answer\. Until it does/, again],
  ['late', true, /may be asking for a password in another window/, again],
  ['weak', true, /can’t store secrets safely/, again],
] as const) {
  test.describe(`without a profile, a key store that is ${strength}${asksOnce ? ' and is asked once' : ''}`, () => {
    test.use({ keyStoreAnswer: { strength, asksOnce, hasProfile: false } })

    test(`is mentioned above the start page, with “${offered}”`, async ({ window }) => {
      await expect(window.getByText(text)).toBeVisible()
      await expect(createTestApp(window).button(offered)).toBeVisible()
      expect(await barriersInThemes(window)).toEqual([])
    })
  })
}
