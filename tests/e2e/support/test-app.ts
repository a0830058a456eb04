import { expect, type Locator, type Page } from '@playwright/test'

/** Fields of the form by their labels; a choice is made by its option's label. */
export type FormValues = Readonly<Record<string, string>>

/** The answers to *What did you get?*. */
export const grantChoices = [
  'User name and password',
  'Client ID and secret',
  'I sign in with my browser',
  'A code for another device',
  'A refresh token',
] as const

/** The window in the words of somebody who uses it. */
export interface TestApp {
  readonly page: Page
  button(name: string): Locator
  field(label: string): Locator
  row(name: string): Locator
  tab(name: string): Locator
  fill(values: FormValues): Promise<void>
  createProfile(values: FormValues): Promise<void>
  /** Sets one for the first time; Security is shown then. */
  setPassphrase(passphrase: string): Promise<void>
  /** Waits until the chosen profile is in this state. */
  expectState(state: string): Promise<void>
}

export function createTestApp(page: Page): TestApp {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (label: string) => page.getByLabel(label, { exact: true })

  async function fill(values: FormValues): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      const control = field(label)
      const kind = await control.evaluate((element) => element.role ?? element.tagName)
      if (kind === 'SELECT') await control.selectOption({ label: value })
      else if (kind === 'radiogroup') await control.getByLabel(value, { exact: true }).check()
      else await control.fill(value)
    }
  }

  return {
    page,
    button,
    field,
    row: (name) => page.getByLabel('Profiles', { exact: true }).getByText(name, { exact: true }),
    tab: (name) => page.getByRole('tab', { name, exact: true }),
    fill,
    async createProfile(values) {
      await button('New profile').first().click()
      await fill(values)
      await button('Save and get token').click()
      await expect(button('Save and get token')).toBeHidden()
    },
    async setPassphrase(passphrase) {
      await button('Security').click()
      await fill({ 'New passphrase': passphrase, 'Repeat the passphrase': passphrase })
      await button('Set passphrase').click()
      // Deriving a key is slow on purpose, and slower while others work.
      await expect(button('Lock now')).toBeEnabled({ timeout: 30_000 })
    },
    async expectState(state) {
      const mark = page.getByRole('main').locator('[data-state]').first()
      await expect(mark).toHaveText(state)
    },
  }
}
