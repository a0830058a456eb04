import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { isDeep } from '../support/deep.ts'
import { madePackages } from './support/made.ts'

/** Milliseconds; many times what it takes where nothing else runs. */
const longest = 600_000
const project = path.join(import.meta.dirname, '../..')

test.runIf(isDeep && process.platform === 'linux' && process.getuid?.() === 0)(
  'the start of the packaged app is measured on the screen, beside the empty window',
  async () => {
    const { folder, unpacked } = madePackages()
    const file = path.join(folder, 'figures.json')
    const options = ['--short', '--keep-build', '--only', '--packaged', unpacked, '--json', file]
    // Ended before the test gives up, or it would go on alone.
    await promisify(execFile)(process.execPath, ['build/bench.mjs', ...options], {
      cwd: project,
      timeout: longest - 10_000,
    })
    const { spread, ...told } = JSON.parse(await readFile(file, 'utf8'))
    await rm(file)

    for (const [name, { value }] of Object.entries<{ readonly value: number }>(spread)) {
      expect(value, name).toBeGreaterThan(0)
    }
    // How large a ratio is depends on what the machine did meanwhile: each program started once.
    for (const [testApp, count] of [
      ['few', 10],
      ['many', 10_000],
    ] as const) {
      const shown = spread[`packaged_${testApp}_shown_ms`]
      const usable = spread[`packaged_${testApp}_usable_ms`]
      expect(shown).toMatchObject({ value: expect.any(Number), count: 1 })
      // No window is on the screen at once, and nothing answers before it is there.
      expect(shown.value).toBeGreaterThan(50)
      expect(usable.value).toBeGreaterThan(shown.value)
      expect(told[`packaged_start_ratio_${count}`]).toBeCloseTo(
        usable.value / spread.empty_shown_ms.value,
        6,
      )
    }
  },
  longest,
)
