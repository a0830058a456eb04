import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import type { TextBridge } from '../../src/shared/bridge.ts'
import { events, snapshot } from '../../src/shared/contract.ts'
import { mostFirstRows } from '../../src/shared/first-rows.ts'
import { draftOf } from '../support/engine/drafts.ts'
import { type Recorded, watchBuilt } from '../support/leaks/watched-app.ts'
import { clippedIn } from './support/clipped.ts'
import { expect, test } from './support/test.ts'

declare global {
  interface Window {
    readonly tokenDesk: TextBridge
  }
}

/** More than are handed over in one go. */
const count = 320

/** A disk that takes a while for each record, such as one over a network. In main, before the app. */
const slowDisk = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const read = fs.readFileSync
fs.readFileSync = (file, ...more) => {
  if (String(file).includes('records')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 12)
  return read(file, ...more)
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

/** What the page was told of profiles: how many it had, and how many were to come. */
function toldOf(recorded: readonly Recorded[]) {
  const said = recorded.filter(({ kind }) => kind === 'to-page').map((each) => each.said)
  const texts = said.flat().filter((text) => typeof text === 'string')
  return texts.flatMap((text) => {
    const message: unknown = JSON.parse(text)
    const { data: asked } = answer.safeParse(message)
    if (asked !== undefined) return { ...asked.value, isAnswer: true }
    const { data: told } = changed.safeParse(message)
    return told === undefined ? [] : { ...told.data, isAnswer: false }
  })
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
  await expect.poll(noted).toBe(mostFirstRows)
  await first.close()
  await watched.forget()
  await appendFile(path.join(watched.folder, 'watch.js'), slowDisk)

  const { page } = await start({ appFolder: watched.folder })
  await expect(page.getByText(`Opening ${count} profiles …`)).toBeVisible()
  await expect(rowsOf(page).first()).toContainText(nameOf(0))
  expect(await clippedIn(page)).toEqual([])
  await rowsOf(page).nth(1).getByRole('button').first().click()
  await expect(page.getByRole('heading', { name: nameOf(1) })).toBeVisible()
  await expect(page.getByText(`${count} profiles`)).toBeVisible()
  await page.getByRole('textbox', { name: 'Search profiles' }).fill(nameOf(count - 1))
  await expect(rowsOf(page)).toHaveCount(1)

  const told = toldOf(await watched.recorded())
  const names = told[0]?.profiles.map(({ settings }) => settings.name).toSorted()
  expect(told[0]?.isAnswer).toBe(true)
  expect(names).toEqual(Array.from({ length: mostFirstRows }, (_, index) => nameOf(index)))
  expect(told[0]?.toCome).toBe(count - mostFirstRows)
  expect(told.filter(({ isAnswer }) => isAnswer)).toHaveLength(1)
  expect(told.at(-1)?.toCome).toBe(0)
  expect(told.flatMap(({ profiles }) => profiles)).toHaveLength(count)
  await watched.remove()
})
