import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  appendSync,
  isMissing,
  isNotAFile,
  isTooLarge,
  overwriteSync,
  readBounded,
  readBoundedSync,
} from '../../../src/main/vault/disk.ts'
import { makeSparse, strangeNames, strangePlaces } from '../../support/files/strange-files.ts'

let folder = ''
const at = (name: string) => join(folder, name)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bounded-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Read = (path: string, maxBytes: number) => Promise<Buffer>
const readers: readonly (readonly [string, Read])[] = [
  ['read at once', async (path, maxBytes) => readBoundedSync(path, maxBytes)],
  ['read by another thread', readBounded],
]

/** The error of a read; the test fails if there is none. */
async function failureOf(reading: Promise<Buffer>): Promise<unknown> {
  return reading.then(
    (bytes) => expect.fail(`${bytes.length} bytes were read`),
    (error: unknown) => error,
  )
}

describe.each(readers)('a file that is %s', (_, read) => {
  it.each([0, 1, 4096, 4097, 70_000])('comes whole with %i bytes', async (size) => {
    const bytes = Buffer.from(Array.from({ length: size }, (_, index) => index % 251))
    writeFileSync(at('file'), bytes)
    expect((await read(at('file'), 100_000)).equals(bytes)).toBe(true)
    expect((await read(at('file'), size)).equals(bytes)).toBe(true)
  })

  it('is refused with one byte more than it may have', async () => {
    writeFileSync(at('file'), 'x'.repeat(101))
    expect(isTooLarge(await failureOf(read(at('file'), 100)))).toBe(true)
  })

  it('is refused with 2 GB before any of it is read', async () => {
    makeSparse(at('file'), 2 ** 31)
    const begun = performance.now()
    expect(isTooLarge(await failureOf(read(at('file'), 1024 * 1024)))).toBe(true)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  it('may be reached by a link', async () => {
    writeFileSync(at('file'), 'there')
    symlinkSync(at('file'), at('link'))
    expect(`${await read(at('link'), 100)}`).toBe('there')
  })

  it('that is missing is no damage', async () => {
    expect(isMissing(await failureOf(read(at('file'), 100)))).toBe(true)
  })

  describe.runIf(process.platform === 'linux')('on Linux', () => {
    it.each(strangeNames)('never is %s, and is not waited for', async (place) => {
      await strangePlaces[place](at('strange'))
      expect(isNotAFile(await failureOf(read(at('strange'), 100)))).toBe(true)
    })

    it('is refused if it is endless and says that it is empty', async () => {
      expect(isTooLarge(await failureOf(read('/proc/self/maps', 100)))).toBe(true)
    })

    it('comes whole if it says that it is empty', async () => {
      const whole = await read('/proc/self/environ', 4 * 1024 * 1024)
      expect(whole.equals(readFileSync('/proc/self/environ'))).toBe(true)
    })
  })
})

describe('a file that is written', () => {
  it('has what was written last, and what was added', () => {
    overwriteSync(at('file'), 'a longer text')
    overwriteSync(at('file'), 'short')
    appendSync(at('file'), ', and more')
    appendFileSync(at('file'), '.')
    expect(readFileSync(at('file'), 'utf8')).toBe('short, and more.')
  })

  it.runIf(process.platform === 'linux').each(strangeNames)(
    'never is %s, and is not waited for',
    async (place) => {
      await strangePlaces[place](at('strange'))
      expect(() => overwriteSync(at('strange'), 'x')).toThrow()
      expect(() => appendSync(at('strange'), 'x')).toThrow()
    },
  )
})
