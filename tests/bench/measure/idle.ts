import { setTimeout as wait } from 'node:timers/promises'
import { fillFolder, startEmptyWindow, startHidingApp } from '../apps.ts'
import type { Bench } from '../bench.ts'
import type { Program } from '../program.ts'
import { figureOf } from '../statistics.ts'

const visibility = (program: Program) => program.inPage(() => document.visibilityState, null)

async function hide(program: Program): Promise<void> {
  program.signal('SIGUSR2')
  const limit = Date.now() + 10_000
  while ((await visibility(program)) !== 'hidden') {
    if (Date.now() > limit) throw new Error('the window does not hide')
    await wait(20)
  }
}

/** The share of a CPU that the one takes more than the other while both do nothing. */
async function extra({ sizes }: Bench, one: Program, other: Program): Promise<number> {
  await wait(sizes.settleMs)
  const before = one.cpu() - other.cpu()
  await wait(sizes.idleMs)
  return (one.cpu() - other.cpu() - before) / (sizes.idleMs / 1000)
}

/** An app with countdowns and an empty window at the same time: both in sight, then both hidden. */
export async function measureIdle(bench: Bench) {
  const { sizes, say } = bench
  const visible: number[] = []
  const hidden: number[] = []
  for (let round = 0; round < sizes.idleRounds; round += 1) {
    const counting = await fillFolder(bench, `counting-${round}`, sizes.counting, 'counting')
    const app = await startHidingApp(bench, counting, sizes.counting)
    const empty = await startEmptyWindow(bench)
    await Promise.all([app, empty].map((each) => each.told('painted')))
    visible.push(await extra(bench, app, empty))
    await Promise.all([app, empty].map(hide))
    hidden.push(await extra(bench, app, empty))
    await Promise.all([app, empty].map((each) => each.end()))
    say(`idle: ${visible.at(-1)?.toFixed(4)} in sight, ${hidden.at(-1)?.toFixed(4)} hidden`)
  }
  return {
    figures: {
      idle_cpu_extra_visible: figureOf(visible),
      idle_cpu_extra_hidden: figureOf(hidden),
    },
    details: {},
  }
}
