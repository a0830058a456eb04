import path from 'node:path'
import { measureClickPath } from '../../build/click-path.mjs'
import { limits } from '../../build/limits.mjs'
import { resolveElectron } from '../../build/runtime.mjs'
import { expect, test } from './support/test.ts'

const project = path.join(import.meta.dirname, '../..')

test('a click on Get token passes through few files, from the button to the disk and back', async ({
  desktop,
}) => {
  const { path: files, bookkeeping } = await measureClickPath(project, resolveElectron(), desktop)
  expect(files.length, files.join('\n')).toBeLessThanOrEqual(limits.clickPath)

  // The parts that a token passes on its way, so that nothing measured is no success.
  for (const part of ['ipc', 'engine', 'oauth', 'platform', 'vault']) {
    expect(files.some((each) => each.startsWith(`src/main/${part}/`))).toBe(true)
  }
  expect(files.some((each) => each.startsWith('src/renderer/features/'))).toBe(true)
  expect(bookkeeping.length).toBeGreaterThan(0)
})
