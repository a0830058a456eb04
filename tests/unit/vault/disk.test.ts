import { describe, expect, it } from 'vitest'
import { notSaved } from '../../../src/main/vault/disk.ts'
import { Failure } from '../../../src/shared/errors.ts'

const withCode = (code: string) => Object.assign(new Error('a path, a name'), { code })

describe('what is said of a file system error', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-writable'],
    ['EPERM', 'not-writable'],
    ['EROFS', 'not-writable'],
    ['ENOENT', 'folder-missing'],
    ['ENOTDIR', 'folder-missing'],
    ['EIO', 'other'],
  ])('%s: %s', (code, reason) => {
    const failure = notSaved(withCode(code))
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({ error: { code: 'not-saved', reason } })
  })

  it('nothing of an error that is a bug, or a failure already', () => {
    for (const error of [new TypeError('bug'), new Failure({ code: 'vault-locked' })]) {
      expect(notSaved(error)).toBe(error)
    }
  })
})
