import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { figureNames } from '../../bench/aims.ts'
import { type Cost, costs } from '../../bench/measure/growth.ts'
import { readPart } from '../../bench/page.ts'
import { isDeep } from '../../support/deep.ts'

/** Milliseconds; many times what it takes where nothing else runs. */
const longest = 600_000
const root = path.join(import.meta.dirname, '../../..')

test.runIf(isDeep && process.platform === 'linux')(
  'the benchmark measures everything it names, in its short form',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-test-'))
    const file = path.join(folder, 'figures.json')
    const page = path.join(folder, 'performance.md')
    await copyFile(path.join(root, 'docs/performance.md'), page)
    const options = ['--short', '--keep-build', '--growth', '--json', file, '--markdown', page]
    const script = ['build/bench.mjs', ...options]
    // Ended before the test gives up, or it would go on alone.
    const { stdout } = await promisify(execFile)(process.execPath, script, {
      cwd: root,
      timeout: longest - 10_000,
    })
    const reported = JSON.parse(await readFile(file, 'utf8'))
    const written = await readFile(page, 'utf8')
    await rm(folder, { recursive: true })

    for (const name of figureNames) {
      expect(reported[name], name).toEqual(expect.any(Number))
      expect(stdout).toContain(`| \`${name}\` |`)
    }
    expect(reported.storm_duplicates).toBe(0)
    // A window takes memory and room: zero would say that nothing was looked at.
    for (const name of ['memory_ratio_10', 'installed_mb'] as const) {
      expect(reported[name], name).toBeGreaterThan(0.5)
    }
    // How long something takes says little where each is done once; what is told of it must agree.
    expect(reported.search_ms_10000).toBeGreaterThan(0)
    const { usable_ms_10: usable, empty_window_shown_ms: empty } = reported.spread
    expect(empty.value).toBeGreaterThan(50)
    expect(usable.value).toBeGreaterThan(reported.spread.painted_ms_10.value)
    expect(reported.start_ratio_10).toBeCloseTo(usable.value / empty.value, 6)
    expect(reported.about.size).toContain('short')
    for (const part of ['figures', 'growth'] as const) {
      expect(readPart(written, part)).toContain('short: these figures mean nothing')
    }
    expect(readPart(written, 'figures')).toContain('| `start_ratio_10` |')
    const [smallest, largest, sorted] = reported.growth
    for (const cost of Object.keys(costs)) {
      expect(largest.costs[cost].value, cost).toBeGreaterThan(0)
      expect(readPart(written, 'growth')).toContain(costs[cost as Cost])
    }
    expect(largest.costs.snapshot_kb.value).toBeGreaterThan(3 * smallest.costs.snapshot_kb.value)
    expect(sorted.costs.search_ms.value).toBeGreaterThan(0)
  },
  longest,
)

test.runIf(process.platform === 'linux')(
  'the benchmark compares the start with that of another checkout, here with its own',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-test-'))
    const file = path.join(folder, 'figures.json')
    const options = ['--short', '--keep-build', '--only', '--against', root, '--json', file]
    await promisify(execFile)(process.execPath, ['build/bench.mjs', ...options], {
      cwd: root,
      timeout: longest - 10_000,
    })
    const { spread } = JSON.parse(await readFile(file, 'utf8'))
    await rm(folder, { recursive: true })
    for (const count of ['10', '10000']) {
      const own = spread[`start_ratio_${count}`].value
      const other = spread[`other_start_ratio_${count}`].value
      expect(spread[`start_to_other_${count}`].value).toBeCloseTo(own / other, 6)
      // Every start of Electron takes some CPU time.
      expect(spread[`start_cpu_s_${count}`].value).toBeGreaterThan(0.1)
    }
  },
  longest,
)
