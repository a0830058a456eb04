import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { runnerImport } from 'vite'
import { fillFolder, startApp, startBuiltApp, startEmptyWindow } from '../apps.ts'
import type { Bench } from '../bench.ts'
import { type Figure, figureOf, inPairs, ratio } from '../statistics.ts'
import { measureOneStart, type Start } from './start.ts'

/** The parts of another checkout that fill its data folder, in the format that its app reads. */
interface OtherBench {
  readonly startHost: (env: NodeJS.ProcessEnv) => Promise<Bench['host']>
  readonly fillFolder: typeof fillFolder
}

async function loadOther(checkout: string): Promise<OtherBench> {
  const options = { configFile: false, logLevel: 'error', root: checkout } as const
  const load = async (file: string) =>
    (await runnerImport<OtherBench>(path.join(checkout, 'tests/bench', file), options)).module
  const { startHost } = await load('host/start-host.ts')
  // `desks.ts` is its name in older checkouts.
  const hasApps = existsSync(path.join(checkout, 'tests/bench/apps.ts'))
  const { fillFolder } = await load(hasApps ? 'apps.ts' : 'desks.ts')
  return { startHost, fillFolder }
}

const counts = { '10': 10, '10000': undefined } as const
type Count = keyof typeof counts
const programs = ['empty', 'own_10', 'other_10', 'own_10000', 'other_10000'] as const
type ProgramName = (typeof programs)[number]

/**
 * Compares the start of this app with that of another checkout, which must be built: the empty
 * window and both apps take turns, and the order is reversed each round.
 */
export async function measureAgainst(bench: Bench, checkout: string) {
  const { sizes, say, env } = bench
  const other = await loadOther(checkout)
  const otherBench = { ...bench, folder: path.join(bench.folder, 'other') }
  await mkdir(otherBench.folder)
  const host = await other.startHost(env)
  const start: Partial<Record<ProgramName, () => Promise<Start>>> = {
    empty: () => measureOneStart(bench, () => startEmptyWindow(bench), false),
  }
  try {
    for (const name of Object.keys(counts) as Count[]) {
      const count = counts[name] ?? sizes.many
      const own = await fillFolder(bench, `own-${name}`, count, 'alive')
      const others = await other.fillFolder({ ...otherBench, host }, name, count, 'alive')
      start[`own_${name}`] = () => measureOneStart(bench, () => startApp(bench, own, count), true)
      start[`other_${name}`] = () =>
        measureOneStart(bench, () => startBuiltApp(bench, checkout, others, count), true)
    }
  } finally {
    await host.stop()
  }

  const starts: Record<ProgramName, Start[]> = {
    empty: [],
    own_10: [],
    other_10: [],
    own_10000: [],
    other_10000: [],
  }
  for (let round = -sizes.warmUps; round < sizes.againstRounds; round += 1) {
    const order = round % 2 === 0 ? programs : programs.toReversed()
    for (const name of order) {
      const measured = await start[name]?.()
      if (measured === undefined) continue
      say(`start of ${name}: ${Math.round(measured.usable)} ms, ${measured.cpu.toFixed(2)} s`)
      if (round >= 0) starts[name].push(measured)
    }
  }

  const valuesOf = (name: ProgramName, what: keyof Start) => starts[name].map((each) => each[what])
  const compare = (one: ProgramName, two: ProgramName, what: keyof Start) =>
    figureOf(inPairs(valuesOf(one, what), valuesOf(two, what), ratio))
  const details: Record<string, Figure> = {}
  for (const name of Object.keys(counts) as Count[]) {
    const [own, others] = [`own_${name}`, `other_${name}`] as const
    details[`start_ratio_${name}`] = compare(own, 'empty', 'usable')
    details[`other_start_ratio_${name}`] = compare(others, 'empty', 'usable')
    details[`start_to_other_${name}`] = compare(own, others, 'usable')
    details[`cpu_to_other_${name}`] = compare(own, others, 'cpu')
    details[`memory_to_other_${name}`] = compare(own, others, 'memory')
    details[`memory_ratio_${name}`] = compare(own, 'empty', 'memory')
    details[`other_memory_ratio_${name}`] = compare(others, 'empty', 'memory')
    details[`usable_ms_${name}`] = figureOf(valuesOf(own, 'usable'))
    details[`other_usable_ms_${name}`] = figureOf(valuesOf(others, 'usable'))
    details[`start_cpu_s_${name}`] = figureOf(valuesOf(own, 'cpu'))
    details[`other_start_cpu_s_${name}`] = figureOf(valuesOf(others, 'cpu'))
  }
  details['empty_window_shown_ms'] = figureOf(valuesOf('empty', 'painted'))
  details['start_cpu_s_empty'] = figureOf(valuesOf('empty', 'cpu'))
  return { details }
}
