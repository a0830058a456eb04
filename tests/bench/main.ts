import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bench } from './bench.ts'
import { startApp } from './desks.ts'
import { startHost } from './host/start-host.ts'
import { measureSave, measureToken, measureTokenReading } from './measure/host.ts'
import { measureIdle } from './measure/idle.ts'
import { measureInstalled } from './measure/installed.ts'
import { measureScroll } from './measure/scroll.ts'
import { measureSearch } from './measure/search.ts'
import { measureStart } from './measure/start.ts'
import { measureStorm } from './measure/storm.ts'
import { fullSizes, shortSizes } from './sizes.ts'
import type { Figure } from './statistics.ts'
import { detailsTable, type Figures, tableOf } from './table.ts'

export interface Measured {
  readonly figures: Figures
  readonly details: Readonly<Record<string, Figure>>
  readonly about: Readonly<Record<string, string>>
}

async function measureAll(bench: Bench) {
  const installed = await measureInstalled()
  const reading = await measureTokenReading(bench)
  const token = await measureToken(bench)
  const start = await measureStart(bench)
  const [few, many] = ['few', 'many'].map((name) => path.join(bench.folder, name))
  if (few === undefined || many === undefined) throw new Error('the start fills two folders')
  const app = await startApp(bench, many)
  await app.told('painted')
  await wait(bench.sizes.settleMs)
  const search = await measureSearch(bench, app)
  const scroll = await measureScroll(bench, app)
  await app.end()
  const save = await measureSave(bench, few, many)
  const idle = await measureIdle(bench)
  const storm = await measureStorm(bench)
  const parts = [start, idle, token, search, scroll, save, storm, reading, installed]
  return {
    figures: {
      ...start.figures,
      ...idle.figures,
      ...token.figures,
      ...search.figures,
      ...scroll.figures,
      ...save.figures,
      ...storm.figures,
      ...reading.figures,
      ...installed.figures,
    } satisfies Figures,
    details: Object.assign({}, ...parts.map(({ details }) => details)) as Record<string, Figure>,
  }
}

/**
 * Measures everything once, side by side, in the session that `env` belongs to. The app must
 * have been built.
 */
export async function run(env: NodeJS.ProcessEnv, isShort: boolean): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const host = await startHost(env)
  try {
    const say = (text: string) => process.stdout.write(`${text}\n`)
    const sizes = isShort ? shortSizes : fullSizes
    const { figures, details } = await measureAll({ env, sizes, host, folder, say })
    const [cpu] = cpus()
    const about = {
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${process.platform}`,
      electron: String(await host.follow({ name: 'version' })),
      size: isShort ? 'short: these figures mean nothing' : 'full',
    }
    say(`\n${Object.values(about).join(' · ')}\n\n${tableOf(figures)}\n\n${detailsTable(details)}`)
    return { figures, details, about }
  } finally {
    await host.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
