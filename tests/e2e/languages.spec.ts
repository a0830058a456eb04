import type { Page } from '@playwright/test'
import type { App } from './support/app.ts'
import { systemIn } from './support/languages.ts'
import { expect, test } from './support/test.ts'
import { createTestApp } from './support/test-app.ts'

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang)

/** The labels of the menu that hangs in the app now. */
const menuLabels = ({ electron }: App) =>
  electron.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((item) => [
      item.label,
      ...(item.submenu?.items ?? []).flatMap(({ type, label }) =>
        type === 'separator' ? [] : [label],
      ),
    ]),
  )

test('the app uses the language of the system, and another one as soon as it is chosen', async ({
  start,
}) => {
  test.skip(process.platform !== 'linux', 'only on Linux the environment says the language')
  const first = await start({ env: systemIn('nl_NL') })
  const { page } = first
  await page.getByRole('button', { name: 'Instellingen', exact: true }).click()
  await expect.poll(() => languageOf(page)).toBe('nl')
  await expect.poll(() => menuLabels(first)).toContain('Nu vergrendelen')
  const choice = page.getByLabel('Taal', { exact: true })
  await expect(choice.getByRole('option')).toHaveText([
    'Hetzelfde als deze computer (Nederlands)',
    'English',
    'Nederlands',
    'Português (Brasil)',
  ])

  await choice.selectOption('pt-BR')
  await expect(page.getByRole('heading', { name: 'Configurações' })).toBeVisible()
  await expect.poll(() => languageOf(page)).toBe('pt-BR')
  await expect.poll(() => menuLabels(first)).toContain('Bloquear agora')
  expect(await menuLabels(first)).not.toContain('Nu vergrendelen')
  await first.close()

  const again = await start({ env: systemIn('nl_NL') })
  await expect.poll(() => languageOf(again.page)).toBe('pt-BR')
  await createTestApp(again.page).button('Configurações').click()
  await again.page.getByLabel('Idioma', { exact: true }).selectOption('system')
  await expect(again.page.getByRole('heading', { name: 'Instellingen' })).toBeVisible()
})
