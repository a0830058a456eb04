import path from 'node:path'
import { expect, test } from 'vitest'
import { SHARE_FILE } from '../../../build/packaging/desktop-entry.mjs'
import { createOpenedFiles, shareFileIn } from '../../../src/main/shell/opened-files.ts'

const folder = path.resolve('/home/ada')
const absolute = path.resolve('/mail/Reports.tokendesk')

test.each([
  [['app', absolute], absolute],
  [['Reports.TokenDesk'], path.join(folder, 'Reports.TokenDesk')],
  [['first.tokendesk', '../other/second.tokendesk'], path.resolve('/home/other/second.tokendesk')],
  [['--log-file=x.tokendesk', '--user-data-dir=.tokendesk'], undefined],
  [['Reports.tokendesk.json', '.', ''], undefined],
  [[], undefined],
])('of the arguments %j the share file is %s', (args, file) => {
  expect(shareFileIn(args, folder)).toBe(file)
})

test('the extension is the one that packages register', () => {
  expect(shareFileIn([`a.${SHARE_FILE.extension}`], folder)).toBeDefined()
})

test('a file waits until it is taken, and the last that was opened is the one', () => {
  const files = createOpenedFiles([absolute], folder)
  const reported: boolean[] = []
  expect(files.handOver).toEqual({ shareFile: absolute })
  files.onWaiting(() => reported.push(files.isWaiting()))
  files.add(path.resolve('/later.tokendesk'))
  expect(reported).toEqual([true])
  expect(files.take()).toBe(path.resolve('/later.tokendesk'))
  expect(files.isWaiting()).toBe(false)
  expect(files.take()).toBeUndefined()
  expect(createOpenedFiles([], folder).handOver).toEqual({})
})

test('only the path of a share file is taken from the data of a second start', () => {
  const files = createOpenedFiles([], folder)
  const strange = [
    undefined,
    null,
    'x.tokendesk',
    {},
    { shareFile: 7 },
    { shareFile: 'relative.tokendesk' },
    { shareFile: path.resolve('/etc/passwd') },
    { shareFile: absolute, more: 1 },
    { shareFile: `/${'x'.repeat(40_000)}.tokendesk` },
  ]
  for (const data of strange) files.takeOver(data)
  expect(files.isWaiting()).toBe(false)
  files.takeOver(createOpenedFiles([absolute], folder).handOver)
  expect(files.take()).toBe(absolute)
})
