import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { type ShortcutId, shortcuts } from '../../src/renderer/features/shortcuts/shortcuts.ts'
import type { App } from './support/app.ts'
import { barriersIn } from './support/barriers.ts'
import { providers } from './support/providers.ts'
import { expect, test } from './support/test.ts'
import { createTestApp, type FormValues, type TestApp } from './support/test-app.ts'

const list = (page: Page) => page.getByRole('list', { name: 'Profiles' })
const rows = (page: Page) => list(page).getByRole('listitem')
const status = (page: Page) => page.getByRole('status')
const field = 'Find a profile or do something'
const palette = (page: Page) => page.getByRole('combobox', { name: field })
const options = (page: Page) => page.getByRole('dialog').getByRole('option')

const expectNoBarrier = async (page: Page) => expect(await barriersIn(page)).toEqual([])

async function save(testApp: TestApp, values: FormValues): Promise<void> {
  await testApp.button('New profile').click()
  await testApp.fill(values)
  await testApp.button('Save').click()
  await expect(testApp.button('Save')).toBeHidden()
}

/** How to see that a key of the table did what the table says. */
function proofs(
  app: App,
  testApp: TestApp,
): Readonly<Record<ShortcutId, (key: string) => Promise<void>>> {
  const { page } = app
  const press = (key: string) => page.keyboard.press(key.replace('Mod+', 'ControlOrMeta+'))
  const heading = (name: string) => page.getByRole('heading', { name, exact: true })
  /** The focus in the list, on the profile with a token. */
  const inList = async () => {
    await testApp.field('Search profiles').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    await expect(rows(page).first().getByRole('button')).toBeFocused()
  }
  return {
    palette: async (key) => {
      await press(key)
      await expect(palette(page)).toBeFocused()
      await press(key)
      await expect(palette(page)).toBeHidden()
    },
    shortcuts: async (key) => {
      await testApp.button('Settings').focus()
      await press(key)
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await expect(testApp.button('Settings')).toBeFocused()
    },
    search: async (key) => {
      await testApp.button('Settings').focus()
      await press(key)
      await expect(testApp.field('Search profiles')).toBeFocused()
      await expect(testApp.field('Search profiles')).toHaveValue('')
    },
    'new-profile': async (key) => {
      await press(key)
      await expect(heading('New profile')).toBeVisible()
      await testApp.button('Cancel').click()
    },
    'edit-profile': async (key) => {
      await press(key)
      await expect(heading('Edit “Annual report”')).toBeVisible()
      await testApp.button('Cancel').click()
    },
    'get-token': async (key) => {
      await press(key)
      await expect(status(page)).toContainText('You have a new token')
    },
    'copy-header': async (key) => {
      await testApp.button('Settings').focus()
      await press(key)
      await expect(status(page)).toContainText('Copied')
    },
    // The menu's own key does not come from the page: that both name the same is proved elsewhere.
    lock: async () => {
      const accelerator = await app.electron.evaluate(
        ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.accelerator,
      )
      expect(shortcuts.find(({ id }) => id === 'lock')?.keys).toEqual([
        accelerator?.replace('CmdOrCtrl', 'Mod'),
      ])
    },
    'list-move': async (key) => {
      await inList()
      if (key === 'ArrowUp' || key === 'PageUp' || key === 'Home') await page.keyboard.press('End')
      await press(key)
      const count = await rows(page).count()
      const expected = { ArrowUp: count - 2, ArrowDown: 1, PageUp: 0, Home: 0 }[key] ?? count - 1
      await expect(rows(page).nth(expected).getByRole('button')).toBeFocused()
    },
    'list-copy': async (key) => {
      await inList()
      await page.keyboard.press('ArrowDown')
      await press(key)
      await expect(status(page)).toContainText('Copied')
      await expect.poll(() => app.clipboardText()).toMatch(/^Authorization: Bearer /)
      await expect(rows(page).nth(1).getByRole('button')).toBeFocused()
    },
    'list-open': async (key) => {
      await inList()
      await page.keyboard.press('End')
      await press(key)
      await expect(heading('Warehouse Köln')).toBeVisible()
      await testApp.row('Annual report').click()
    },
    'list-folder': async (key) => {
      await inList()
      const folder = rows(page).first().getByRole('button')
      if (key === 'ArrowRight') await folder.press('ArrowLeft')
      await press(key)
      await expect(folder).toHaveAttribute('aria-expanded', String(key === 'ArrowRight'))
      await folder.press('ArrowRight')
    },
  }
}

test('profiles are found, distinguished and used without a mouse', async ({
  start,
  dataFolder,
}) => {
  const { emulator, values } = await providers.Semansys()
  const app = await start()
  const { page } = app
  const testApp = createTestApp(page)
  const common = { ...values, Folder: 'Finance' }

  await test.step('a folder and a tag are chosen in the form and seen in the list', async () => {
    await testApp.createProfile({ ...common, Name: 'Annual report', Tag: 'Production' })
    await testApp.expectState('Valid')
    await expect(page.getByRole('article').getByText('Production')).toBeVisible()
    await testApp.button('New profile').click()
    await testApp.fill({ ...values, Name: 'Trial run' })
    await testApp.field('Folder').fill('fin')
    await page.getByRole('option', { name: 'Finance' }).click()
    await testApp.fill({ Tag: 'Another name …', 'Name of the tag': 'Playground' })
    await testApp.button('Save').click()
    await save(testApp, { ...values, Name: 'Warehouse Köln' })
    await expect(rows(page)).toHaveText([
      /^Finance.*2 profiles$/,
      /^Annual report.*Production/,
      /^Trial run.*Playground/,
      /^Without a folder.*1 profile$/,
      /^Warehouse Köln/,
    ])
    await expectNoBarrier(page)
  })

  await test.step('each word of a search may be found somewhere else', async () => {
    const search = testApp.field('Search profiles')
    await search.fill('koln HOUSE semansys')
    await expect(page.getByText('1 profile found')).toBeVisible()
    await expect(rows(page)).toHaveText([/^Without a folder/, /^Warehouse Köln/])
    await search.fill('finance production')
    await expect(rows(page)).toHaveText([/^Finance/, /^Annual report/])
    await search.fill('nothing like it')
    await expect(page.getByText('Nothing found')).toBeVisible()
    await search.press('Escape')
  })

  await test.step('the list is sorted as the user wants, with folders or without', async () => {
    await testApp.row('Annual report').click()
    await testApp.button('Copy header').click()
    await testApp.fill({ 'Sort profiles by': 'Last used' })
    await testApp.button('Show folders').click()
    await expect(rows(page)).toHaveText([/^Annual report/, /^Trial run/, /^Warehouse/])
    await testApp.button('Show folders').click()
    await expect(rows(page).first()).toHaveText(/^Finance/)
    // A choice is shown at once, and kept a moment later.
    const kept = async () =>
      JSON.parse(await readFile(path.join(dataFolder, 'settings.json'), 'utf8')) as unknown
    await expect.poll(kept).toMatchObject({ listSort: 'last-used', showFolders: true })
  })

  await test.step('every listed shortcut does what the list says', async () => {
    await testApp.row('Annual report').click()
    const proofOf = proofs(app, testApp)
    for (const { id, keys } of shortcuts) {
      for (const key of keys) await test.step(`${id}: ${key}`, () => proofOf[id](key))
    }
    await testApp.button('Keyboard shortcuts').click()
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet.locator('kbd')).toHaveCount(shortcuts.flatMap(({ keys }) => keys).length)
    await expectNoBarrier(page)
    await page.keyboard.press('Escape')
  })

  await test.step('a key that is typed is typed, and a question comes first', async () => {
    const search = testApp.field('Search profiles')
    await search.fill('')
    await search.pressSequentially('/?')
    await expect(search).toHaveValue('/?')
    await search.press('Escape')
    await testApp.button('Delete profile').click()
    await page.keyboard.press('ControlOrMeta+K')
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await testApp.button('Cancel').click()
  })

  await test.step('the palette copies, opens and goes anywhere by a few letters', async () => {
    const find = async (text: string) => {
      await page.keyboard.press('ControlOrMeta+K')
      await palette(page).fill(text)
    }
    await page.keyboard.press('ControlOrMeta+K')
    await expect(options(page).first()).toHaveText(/^Copy header: Annual report/)
    await expectNoBarrier(page)
    await page.keyboard.press('Escape')

    await find('copy annu')
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText('Copied')
    await find('koln')
    await expect(options(page)).toHaveText(['Get token: Warehouse Köln', 'Show: Warehouse Köln'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Warehouse Köln' })).toBeVisible()
    await find('back up')
    await options(page).first().click()
    await expect(page.getByRole('heading', { name: 'Backup', exact: true })).toBeVisible()
    await find('nothing like it')
    await expect(page.getByText('Nothing matches “nothing like it”.')).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await emulator.close()
})
