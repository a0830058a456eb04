import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReader } from '../../../src/main/import/import-reader.ts'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { Failure } from '../../../src/shared/errors.ts'
import { endless, greedy } from './reading-texts.ts'

export interface ImportReaderUnderTest {
  readonly reader: ImportReader
  stop(): Promise<void>
}

const command =
  'curl https://login.acme.test/token -d grant_type=password -u app-7:s3cr3t -d username=ada -d password=pw-1'
const tooComplicated = { kind: 'nothing', reason: 'too-complicated' }

/** What relies on a reader of foreign texts, whoever wrote them. */
export function describeImportReader(
  name: string,
  create: () => Promise<ImportReaderUnderTest>,
): void {
  describe(`import reader: ${name}`, () => {
    let subject: ImportReaderUnderTest
    beforeAll(async () => {
      subject = await create()
    })
    afterAll(() => subject.stop())

    it('reads a command with its secrets, and says what is none', async () => {
      expect(await subject.reader.read(command)).toEqual(readImport(command, presets))
      expect(await subject.reader.read('Dear Ada,')).toEqual({
        kind: 'nothing',
        reason: 'not-recognised',
      })
    })

    it('gives up a text that takes too long or too much memory, and reads the next', async () => {
      const reads = [endless, command, greedy, command].map((text) => subject.reader.read(text))
      const whole = readImport(command, presets)
      expect(await Promise.all(reads)).toEqual([tooComplicated, whole, tooComplicated, whole])
    })

    it('stops what is read and what waits, and reads again later', async () => {
      const reads = [endless, command].map((text) => subject.reader.read(text))
      const results = Promise.allSettled(reads)
      subject.reader.stop()
      const reason = new Failure({ code: 'reading-stopped' })
      expect(await results).toEqual([
        { status: 'rejected', reason },
        { status: 'rejected', reason },
      ])
      expect(await subject.reader.read(command)).toEqual(readImport(command, presets))
    })
  })
}
