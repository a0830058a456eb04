import { setTimeout as wait } from 'node:timers/promises'
import { click, fillFolder, startApp, startEmptyWindow } from '../apps.ts'
import type { Bench } from '../bench.ts'
import type { Program } from '../program.ts'
import { type Figure, figureOf, inPairs, ratio } from '../statistics.ts'

export interface Start {
  /** Milliseconds from spawning to the first picture. */
  readonly painted: number
  /** To the picture after a click; for a window without anything to click: as `painted`. */
  readonly usable: number
  /** To the picture with all profiles; for a window without any: as `painted`. */
  readonly whole: number
  /** Seconds of CPU that it took until then. */
  readonly cpu: number
  /** Megabytes some seconds later. */
  readonly memory: number
}

/** How often a start is measured once more because its page was there before it was watched. */
const patience = 3

export async function measureOneStart(
  bench: Bench,
  start: () => Promise<Program>,
  isClickable: boolean,
  triesLeft = patience,
): Promise<Start> {
  const { sizes } = bench
  const program = await start()
  const { after: painted, details } = await program.told('painted')
  let usable = painted
  if (isClickable) {
    await click(program, Number(details['x']), Number(details['y']))
    usable = (await program.told('answered')).after
  }
  const cpu = program.cpu()
  const settled = wait(sizes.settleMs)
  const whole = isClickable ? (await program.told('whole')).after : painted
  await settled
  const memory = program.memory()
  await program.end()
  if (program.isLate()) {
    if (triesLeft > 0) return measureOneStart(bench, start, isClickable, triesLeft - 1)
    bench.say('The page was there before it could be watched: what it told may be late.')
  }
  return { painted, usable, whole, cpu, memory }
}

function compared(ones: readonly Start[], others: readonly Start[], what: keyof Start): Figure {
  const valuesOf = (starts: readonly Start[]) => starts.map((start) => start[what])
  return figureOf(inPairs(valuesOf(ones), valuesOf(others), ratio))
}

/** Starts the empty window, a small and a large list, in turns. */
export async function measureStart(bench: Bench) {
  const { sizes, say } = bench
  const few = await fillFolder(bench, 'few', 10, 'alive')
  const many = await fillFolder(bench, 'many', sizes.many, 'alive')
  const programs = {
    empty: () => measureOneStart(bench, () => startEmptyWindow(bench), false),
    few: () => measureOneStart(bench, () => startApp(bench, few, 10), true),
    many: () => measureOneStart(bench, () => startApp(bench, many, sizes.many), true),
  } as const
  const starts: Record<keyof typeof programs, Start[]> = { empty: [], few: [], many: [] }
  for (let round = -sizes.warmUps; round < sizes.startRounds; round += 1) {
    for (const name of ['empty', 'few', 'many'] as const) {
      const start = await programs[name]()
      say(
        `start of ${name}: ${JSON.stringify(start, (_, value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value))}`,
      )
      if (round >= 0) starts[name].push(start)
    }
  }
  const { empty } = starts
  const all = (of: readonly Start[], what: keyof Start) => figureOf(of.map((start) => start[what]))
  return {
    figures: {
      start_ratio_10: compared(starts.few, empty, 'usable'),
      start_ratio_10000: compared(starts.many, empty, 'usable'),
      memory_ratio_10: compared(starts.few, empty, 'memory'),
      memory_ratio_10000: compared(starts.many, empty, 'memory'),
    },
    details: {
      empty_window_shown_ms: all(empty, 'painted'),
      painted_ms_10: all(starts.few, 'painted'),
      painted_ms_10000: all(starts.many, 'painted'),
      usable_ms_10: all(starts.few, 'usable'),
      usable_ms_10000: all(starts.many, 'usable'),
      whole_ms_10000: all(starts.many, 'whole'),
      start_cpu_s_empty: all(empty, 'cpu'),
      start_cpu_s_10: all(starts.few, 'cpu'),
      start_cpu_s_10000: all(starts.many, 'cpu'),
      start_cpu_ratio_10: compared(starts.few, empty, 'cpu'),
      start_cpu_ratio_10000: compared(starts.many, empty, 'cpu'),
      memory_mb_empty: all(empty, 'memory'),
      memory_mb_10: all(starts.few, 'memory'),
      memory_mb_10000: all(starts.many, 'memory'),
    },
  }
}
