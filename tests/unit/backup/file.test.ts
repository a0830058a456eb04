import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readChosen, writeChosen } from '../../../src/main/backup/file.ts'
import { Failure } from '../../../src/shared/errors.ts'

let folder = ''
let file = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backup-file-'))
  file = path.join(folder, 'backup.age')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = Uint8Array.of(0, 255, 10, 13, 128)
const unreadable = (problem: 'not-readable' | 'too-large') =>
  new Failure({ code: 'backup-unreadable', problem })

describe('the file of a backup', () => {
  it('is for its owner alone, whole, and nothing is left beside it', async () => {
    await writeFile(file, 'what was there', { mode: 0o644 })
    await writeChosen(file, bytes)
    expect(new Uint8Array(await readChosen(file))).toEqual(bytes)
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readdir(folder)).toEqual(['backup.age'])
  })

  it('is not read where there is none, or where it is a folder', async () => {
    await expect(readChosen(file)).rejects.toEqual(unreadable('not-readable'))
    await expect(readChosen(folder)).rejects.toEqual(unreadable('not-readable'))
  })

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe', async () => {
    execFileSync('mkfifo', [file])
    await expect(readChosen(file)).rejects.toEqual(unreadable('not-readable'))
    await symlink('/dev/zero', path.join(folder, 'endless'))
    await expect(readChosen(path.join(folder, 'endless'))).rejects.toEqual(
      unreadable('not-readable'),
    )
  })

  it('of a gigabyte is refused unread', async () => {
    await writeFile(file, '')
    await truncate(file, 2 ** 30)
    await expect(readChosen(file)).rejects.toEqual(unreadable('too-large'))
  })
})
