import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Disk } from '../../../src/main/vault/disk.ts'

interface TestDisk {
  readonly disk: Disk
  readonly folder: string
  stop(): Promise<void>
}

/** What every disk has in common. */
export function describeDisk(name: string, begin: () => Promise<TestDisk>): void {
  describe(`disk: ${name}`, () => {
    let test: TestDisk
    beforeAll(async () => {
      test = await begin()
    })
    afterAll(() => test.stop())

    const path = (file: string) => join(test.folder, file)
    const text = async (file: string) =>
      Buffer.from(await test.disk.readFile(path(file))).toString('utf8')

    async function write(file: string, contents: string): Promise<void> {
      const opened = await test.disk.open(path(file), 'wx', 0o600)
      await opened.writeFile(Buffer.from(contents))
      expect(await opened.stat()).toMatchObject({ size: contents.length })
      await opened.sync()
      await opened.close()
    }

    /** The code of the error, whether it is thrown or comes later. */
    async function codeOf(work: () => unknown): Promise<unknown> {
      const cause = await Promise.resolve()
        .then(work)
        .then(
          () => undefined,
          (error: unknown) => error,
        )
      return cause instanceof Error && 'code' in cause ? cause.code : cause
    }

    it('gives back what was written', async () => {
      await write('written', 'what was written')
      expect(await text('written')).toBe('what was written')
    })

    it('makes no file where one is', async () => {
      await write('there', 'first')
      expect(await codeOf(() => write('there', 'second'))).toBe('EEXIST')
      expect(await text('there')).toBe('first')
    })

    it('says what is missing', async () => {
      const { disk } = test
      const [missing, other] = [path('missing'), path('other')]
      expect(await codeOf(() => disk.readFile(missing))).toBe('ENOENT')
      expect(await codeOf(() => disk.link(missing, other))).toBe('ENOENT')
      expect(await codeOf(() => disk.rename(missing, other))).toBe('ENOENT')
    })

    it('gives a file a second name, and a name of one file to another', async () => {
      await write('one', 'one')
      await write('another', 'another')
      await test.disk.link(path('one'), path('second'))
      expect(await codeOf(() => test.disk.link(path('one'), path('another')))).toBe('EEXIST')
      await test.disk.rename(path('another'), path('one'))
      expect([await text('one'), await text('second')]).toEqual(['another', 'one'])
    })

    // What POSIX says; Windows neither keeps both nor syncs folders.
    const posix = it.runIf(process.platform !== 'win32')
    posix('leaves both names of a file of which one is to replace the other', async () => {
      await write('twin', 'twin')
      await test.disk.link(path('twin'), path('its twin'))
      await test.disk.rename(path('twin'), path('its twin'))
      expect([await text('twin'), await text('its twin')]).toEqual(['twin', 'twin'])
    })

    it('removes a file, and minds none that is missing', async () => {
      await write('unwanted', '')
      for (const _ of ['there', 'missing']) await test.disk.rm(path('unwanted'), { force: true })
      expect(await codeOf(() => text('unwanted'))).toBe('ENOENT')
    })

    posix('syncs a folder', async () => {
      const folder = await test.disk.open(dirname(path('any')), 'r')
      await folder.sync()
      await folder.close()
    })
  })
}
