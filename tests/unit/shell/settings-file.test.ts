import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { openSettings } from '../../../src/main/shell/settings-file.ts'
import {
  type AppSettings,
  cautiousLock,
  firstSettings,
  noLock,
} from '../../../src/shared/app-settings.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { makeSparse, strangeNames, strangePlaces } from '../../support/files/strange-files.ts'

let folder = ''
let file = ''
const chosen: AppSettings = {
  ...firstSettings,
  clearClipboardAfter: null,
  theme: 'dark',
  lock: { idleMinutes: 15, onScreenLock: true, onSleep: false },
  language: 'nl',
  listSort: 'last-used',
  showFolders: false,
  lookForUpdates: true,
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
  file = path.join(folder, 'settings.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('without a file the settings are the defaults, and nothing is written', () => {
  expect(openSettings(file).read()).toEqual({
    clearClipboardAfter: 60,
    theme: 'system',
    lock: { idleMinutes: null, onScreenLock: false, onSleep: false },
    language: 'system',
    trayIcon: true,
    closeToTray: false,
    noticeBeforeEnd: null,
    noticeOfTrouble: true,
    listSort: 'name',
    showFolders: true,
    lookForUpdates: false,
  })
  expect(readdirSync(folder)).toEqual([])
})

test('a changed setting holds at once and after a new start, and leaves no other file', async () => {
  const settings = openSettings(file)
  await settings.change(chosen)
  expect(settings.read()).toEqual(chosen)
  expect(openSettings(file).read()).toEqual(chosen)
  expect(readdirSync(folder)).toEqual(['settings.json'])
})

test('a mark of the byte order, as some editors save it, spoils nothing', () => {
  writeFileSync(file, '\uFEFF{"theme":"dark"}')
  expect(openSettings(file).read()).toEqual({ ...firstSettings, theme: 'dark' })
})

test('one setting that can’t be read does not spoil the others', () => {
  writeFileSync(file, '{"clearClipboardAfter":-1,"theme":"light"}')
  expect(openSettings(file).read()).toEqual({ ...firstSettings, theme: 'light' })
  writeFileSync(file, '{"clearClipboardAfter":10,"theme":"sepia"}')
  expect(openSettings(file).read()).toEqual({ ...firstSettings, clearClipboardAfter: 10 })
  writeFileSync(file, '{"language":"tlh","theme":"dark"}')
  expect(openSettings(file).read()).toEqual({ ...firstSettings, theme: 'dark' })
})

describe('a file whose lock settings can not be read', () => {
  it.each(['', '{', '[]', 'null', '"x"'])('such as the file %j makes it lock early', (text) => {
    writeFileSync(file, text)
    expect(openSettings(file).read()).toEqual({ ...firstSettings, lock: cautiousLock })
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.each(['{"idleMinutes":7}', '[]', 'null', '{"idleMinutes":5,"onScreenLock":true}'])(
    'such as %j in it makes it lock early, and spoils nothing else',
    (lock) => {
      writeFileSync(file, `{"theme":"light","lock":${lock}}`)
      const expected = { ...firstSettings, theme: 'light', lock: cautiousLock }
      expect(openSettings(file).read()).toEqual(expected)
    },
  )

  it('such as a folder in its place makes it lock early', () => {
    mkdirSync(file)
    expect(openSettings(file).read().lock).toEqual(cautiousLock)
  })

  it('later, while the app runs, turns no lock off', async () => {
    const settings = openSettings(file)
    await settings.change(chosen)
    rmSync(file)
    expect(settings.read()).toEqual(chosen)
  })
})

test('a file without a lock means the default', () => {
  writeFileSync(file, '{"theme":{"deep":[]}}')
  expect(openSettings(file).read()).toEqual({ ...firstSettings, lock: noLock })
})

test('settings of another version stay as they are', async () => {
  writeFileSync(file, '{"tune":{"notes":[5]},"theme":"light"}')
  await openSettings(file).change(chosen)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ tune: { notes: [5] }, ...chosen })
})

test('the leftovers of a cut-off write are removed, and no other file', async () => {
  for (const name of ['settings.json.0a1b.tmp', 'Cookies.tmp', 'settings.json']) {
    writeFileSync(path.join(folder, name), JSON.stringify(chosen))
  }
  const settings = openSettings(file)
  expect(settings.read()).toEqual(chosen)
  await settings.settle()
  expect(readdirSync(folder).sort()).toEqual(['Cookies.tmp', 'settings.json'])
})

test('of changes that come at once the last one holds', async () => {
  const settings = openSettings(file)
  await Promise.all([settings.change(firstSettings), settings.change(chosen)])
  expect(settings.read()).toEqual(chosen)
  expect(openSettings(file).read()).toEqual(chosen)
})

test('closing the app waits for a change that is being written', async () => {
  const settings = openSettings(file)
  void settings.change(chosen)
  await settings.settle()
  expect(openSettings(file).read()).toEqual(chosen)
})

test('a choice that can’t be kept is refused with the reason, and does not hold', async () => {
  const settings = openSettings(file)
  rmSync(folder, { recursive: true })
  const missing = new Failure({ code: 'not-saved', reason: 'folder-missing' })
  await expect(settings.change(chosen)).rejects.toEqual(missing)
  expect(settings.read()).toEqual(firstSettings)
})

describe('that closing the window was explained', () => {
  it('is remembered beside the settings, and no change of them forgets it', async () => {
    const settings = openSettings(file)
    expect(settings.isClosingExplained()).toBe(false)
    await settings.recordClosingExplained()
    await settings.change(chosen)
    const again = openSettings(file)
    expect(again.isClosingExplained()).toBe(true)
    expect(again.read()).toEqual(chosen)
  })

  it('turns no lock off where the settings could not be read', async () => {
    writeFileSync(file, '{')
    await openSettings(file).recordClosingExplained()
    expect(openSettings(file).read().lock).toEqual(cautiousLock)
  })
})

test.runIf(process.platform === 'linux').each(strangeNames)(
  'with %s in their place, the lock is the cautious one and a change is kept',
  async (place) => {
    await strangePlaces[place](file)
    const settings = openSettings(file)
    expect(settings.read()).toEqual({ ...firstSettings, lock: cautiousLock })
    if (place === 'a folder') return expect(settings.change(chosen)).rejects.toThrow()
    await settings.change(chosen)
    expect(openSettings(file).read()).toEqual(chosen)
  },
)

test('settings of 2 GB are not read', () => {
  makeSparse(file, 2 ** 31)
  expect(openSettings(file).read().lock).toEqual(cautiousLock)
})
