import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImport } from '../../../src/main/import/read-import.ts'
import { presets } from '../../../src/main/presets/index.ts'
import { maxImportLength } from '../../../src/shared/import.ts'
import { seedOr, sized } from '../../support/deep.ts'
import { growingCommand, growingFile } from '../../support/import/generated-texts.ts'
import { timeOf } from '../../support/pace/time-of.ts'

const seed = seedOr(20261130)
const short = 16_000
/** Milliseconds for a short text; most take five. */
const usual = 60
/** How many times longer a text becomes, and how many times as long it may take: less than the square. */
const growth = 6
const maxGrowth = 18

const read = (text: string) => readImport(text.slice(0, maxImportLength), presets)

test.each([
  ['a command or a script', growingCommand, sized({ usual: 200, deep: 2000 })],
  ['a file of Postman', growingFile, sized({ usual: 60, deep: 300 })],
] as const)(
  'the time to read %s grows no faster than its length',
  {
    timeout: 300_000,
  },
  (_name, texts, numRuns) => {
    let slow = 0
    for (const text of fc.sample(texts, { numRuns, seed })) {
      const whole = text(short)
      const time = timeOf(() => read(whole), usual)
      if (time < usual) continue
      slow += 1
      const longer = text(short * growth)
      const limit = Math.max(time, usual) * maxGrowth
      expect(
        timeOf(() => read(longer), limit),
        text.shown,
      ).toBeLessThan(limit)
    }
    // Else these texts, and not their length, would be what takes time.
    expect(slow).toBeLessThan(numRuns / 20)
  },
)
