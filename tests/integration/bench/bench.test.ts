import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { figureNames } from '../../bench/aims.ts'

/** Milliseconds; many times what it takes where nothing else runs. */
const longest = 600_000
const root = path.join(import.meta.dirname, '../../..')

test.runIf(process.platform === 'linux')(
  'the benchmark measures everything it names, in its short form',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-test-'))
    const file = path.join(folder, 'figures.json')
    const script = ['build/bench.mjs', '--short', '--keep-build', '--json', file]
    // Ended before the test gives up, or it would go on alone.
    const { stdout } = await promisify(execFile)(process.execPath, script, {
      cwd: root,
      timeout: longest - 10_000,
    })
    const told = JSON.parse(await readFile(file, 'utf8'))
    await rm(folder, { recursive: true })

    for (const name of figureNames) {
      expect(told[name], name).toEqual(expect.any(Number))
      expect(stdout).toContain(`| \`${name}\` |`)
    }
    expect(told.storm_duplicates).toBe(0)
    // A window takes time, memory and room: zero would say that nothing was looked at.
    const large = ['start_ratio_10', 'memory_ratio_10', 'search_ms_10000', 'installed_mb'] as const
    for (const name of large) expect(told[name], name).toBeGreaterThan(0.5)
    expect(told.about.size).toContain('short')
  },
  longest,
)
