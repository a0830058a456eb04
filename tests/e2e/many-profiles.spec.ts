import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { TextBridge } from '../../src/shared/bridge.ts'
import { events, snapshot } from '../../src/shared/contract.ts'
import { maxFirstRows } from '../../src/shared/limits.ts'
import { draftOf } from '../support/engine/drafts.ts'
import { type Recorded, watchBuilt } from '../support/leaks/watched-app.ts'
import { optionsOf } from '../support/profiles/settings.ts'
import { clippedIn } from './support/clipped.ts'
import { expect, test } from './support/test.ts'

declare global {
  interface Window {
    readonly tokenDesk: TextBridge
  }
}

/** More than one change holds. */
const count = 320

/** A disk that takes a while for each record, such as one over a network. In main, before the app. */
const slowDisk = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const open = fs.openSync
fs.openSync = (file, ...more) => {
  if (String(file).includes('records')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 12)
  return open(file, ...more)
}
syncBuiltinESMExports()
`

const nameOf = (number: number) => `Client ${String(number).padStart(3, '0')}`

async function make(page: Page): Promise<void> {
  const drafts = Array.from({ length: count }, (_, index) => draftOf({ name: nameOf(index) }))
  await page.evaluate(async (all) => {
    const queue = [...all]
    const work = async () => {
      for (let draft = queue.pop(); draft !== undefined; draft = queue.pop()) {
        await window.tokenDesk.request('createProfile', { draft })
      }
    }
    await Promise.all(Array.from({ length: 8 }, work))
  }, drafts)
}

const answer = z.object({ value: snapshot })
const changed = z.object({ name: z.literal('changed'), data: events.changed })

/** Returns the profiles that the page received: in the response to its first request, and in changes. */
function sentIn(recorded: readonly Recorded[]) {
  const said = recorded.filter(({ kind }) => kind === 'to-page').map((each) => each.said)
  const messages = said
    .flat()
    .flatMap((text) => (typeof text === 'string' ? [JSON.parse(text)] : []))
  return {
    answers: messages.flatMap((message) => answer.safeParse(message).data?.value ?? []),
    changes: messages.flatMap((message) => changed.safeParse(message).data?.data ?? []),
  }
}

test('the rows at the top of a long list are shown before the others are read', async ({
  start,
  dataFolder,
}) => {
  const watched = await watchBuilt()
  const rowsOf = (page: Page) => page.getByRole('list', { name: 'Profiles' }).getByRole('listitem')
  const first = await start({ appFolder: watched.folder })
  await make(first.page)
  await expect(first.page.getByText(`${count} profiles`)).toBeVisible()
  const noted = async () =>
    JSON.parse(await readFile(path.join(dataFolder, 'first-rows.json'), 'utf8')).length
  await expect.poll(noted).toBe(maxFirstRows)
  await first.close()
  await watched.forget()
  await appendFile(path.join(watched.folder, 'watch.js'), slowDisk)

  const { page } = await start({ appFolder: watched.folder })
  await expect(page.getByText(`Opening ${count} profiles …`)).toBeVisible()
  await expect(rowsOf(page).first()).toContainText(nameOf(0))
  expect(await clippedIn(page)).toEqual([])
  // The command palette does not offer a part as if it were all.
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog')
  await expect(palette.getByText(`Opening ${count} profiles …`)).toBeVisible()
  await expect(palette.getByRole('option')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(palette).toBeHidden()
  await rowsOf(page).nth(1).getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: nameOf(1) })).toBeVisible()
  await expect(page.getByText(`${count} profiles`)).toBeVisible()
  await page.getByRole('textbox', { name: 'Search profiles' }).fill(nameOf(count - 1))
  await expect(rowsOf(page)).toHaveCount(1)

  const recorded = await watched.recorded()
  const { answers, changes } = sentIn(recorded)
  // Nothing more was read before the page reported the first rows as drawn.
  const drawn = recorded.findIndex(({ name }) => name.endsWith(' reportDrawn'))
  expect(drawn).toBeGreaterThan(0)
  expect(sentIn(recorded.slice(0, drawn)).changes).toEqual([])
  expect(answers).toHaveLength(1)
  const atTop = answers[0]?.opening?.atTop
  const names = answers[0]?.profiles.slice(0, atTop).map(({ settings }) => optionsOf(settings).name)
  const expected = Array.from({ length: maxFirstRows }, (_, index) => nameOf(index))
  expect(names?.toSorted()).toEqual(expected)
  expect(changes.at(-1)?.toCome).toBe(0)
  const ids = [...answers, ...changes].flatMap(({ profiles }) => profiles.map(({ id }) => id))
  expect(new Set(ids).size).toBe(count)
  await watched.remove()
})
