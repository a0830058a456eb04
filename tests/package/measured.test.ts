import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { madePackages } from './support/made.ts'

const project = path.join(import.meta.dirname, '../..')

test.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'the start of the packaged app is measured on the screen, beside the empty window',
  async () => {
    const { folder, unpacked } = madePackages()
    const file = path.join(folder, 'figures.json')
    const options = ['--short', '--keep-build', '--only', '--packaged', unpacked, '--json', file]
    await promisify(execFile)(process.execPath, ['build/bench.mjs', ...options], { cwd: project })
    const { spread, ...told } = JSON.parse(await readFile(file, 'utf8'))
    await rm(file)

    // The app can't be there before a window that shows one line.
    expect(told.packaged_start_ratio_10).toBeGreaterThan(0.9)
    expect(told.packaged_start_ratio_10000).toBeGreaterThan(0.9)
    for (const desk of ['few', 'many']) {
      const [shown, usable] = [
        spread[`packaged_${desk}_shown_ms`],
        spread[`packaged_${desk}_usable_ms`],
      ]
      expect(shown.value).toBeGreaterThan(50)
      expect(usable.value).toBeGreaterThan(shown.value)
    }
  },
  180_000,
)
