import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readReceivedFile } from '../../../src/main/platform/received-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'received-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileWith(content: string | Uint8Array): Promise<string> {
  const file = path.join(folder, 'Zoë’s report.tokendesk')
  await writeFile(file, content)
  return file
}

test('a file is read to its end, without its byte order mark, up to the limit and no further', async () => {
  const name = 'Zoë’s report.tokendesk'
  expect(await readReceivedFile(await fileWith('\ufeff{"é":1}'), 100)).toEqual({
    name,
    kind: 'read',
    text: '{"é":1}',
  })
  expect(await readReceivedFile(await fileWith(''), 100)).toMatchObject({ kind: 'read', text: '' })
  const long = 'x'.repeat(70_000)
  expect(await readReceivedFile(await fileWith(long), 70_000)).toMatchObject({ text: long })
  expect(await readReceivedFile(await fileWith(long), 69_999)).toEqual({ name, kind: 'too-large' })
})

test('a missing path, or one that is no file, is reported as such', async () => {
  const missing = path.join(folder, 'missing.tokendesk')
  const other = path.join(folder, 'folder.tokendesk')
  await mkdir(other)
  for (const file of [missing, other]) {
    expect(await readReceivedFile(file, 100)).toEqual({
      name: path.basename(file),
      kind: 'unreadable',
    })
  }
})

test.skipIf(process.platform === 'win32')('a pipe without a writer is not waited for', async () => {
  const pipe = path.join(folder, 'pipe.tokendesk')
  execFileSync('mkfifo', [pipe])
  expect(await readReceivedFile(pipe, 100)).toEqual({
    name: 'pipe.tokendesk',
    kind: 'unreadable',
  })
})

test.skipIf(process.platform !== 'linux')(
  'a file that says it is empty and is endless is too large',
  async () => {
    expect(await readReceivedFile('/proc/self/maps', 100)).toMatchObject({ kind: 'too-large' })
  },
)
