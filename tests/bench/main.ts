import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { aims, packagedAims } from './aims.ts'
import { startApp } from './apps.ts'
import type { Bench } from './bench.ts'
import { startHost } from './host/start-host.ts'
import { measureAgainst } from './measure/against.ts'
import { type GrownList, measureGrowth } from './measure/growth.ts'
import { measureSave, measureToken, measureTokenReading } from './measure/host.ts'
import { measureIdle } from './measure/idle.ts'
import { measureInstalled } from './measure/installed.ts'
import { measurePackaged } from './measure/packaged.ts'
import { measureScroll } from './measure/scroll.ts'
import { measureSearch } from './measure/search.ts'
import { measureStart } from './measure/start.ts'
import { measureStorm } from './measure/storm.ts'
import { type Part, parts, writePart } from './page.ts'
import { fullSizes, shortSizes } from './sizes.ts'
import type { Figure } from './statistics.ts'
import { detailsTable, type Figures, growthTable, tableOf } from './table.ts'

/** What is to be measured, and where it is to be written. */
export interface Wishes {
  readonly isShort: boolean
  readonly parts: readonly Part[]
  /** The folder of a packaged app; needed for the part `packaged`. */
  readonly packaged: string | undefined
  /** The folder of another checkout, built, to compare the start with. */
  readonly against: string | undefined
  /** A page whose parts are to be replaced by what was measured. */
  readonly markdown: string | undefined
}

export interface Measured {
  readonly figures: Readonly<Record<string, Figure>>
  readonly details: Readonly<Record<string, Figure>>
  readonly growth: readonly GrownList[]
  readonly about: Readonly<Record<string, string>>
}

/** What one part found out, and how it is shown. */
interface Found {
  readonly figures: Readonly<Record<string, Figure>>
  readonly details: Readonly<Record<string, Figure>>
  readonly growth: readonly GrownList[]
  readonly text: string
}

const nothing = { figures: {}, details: {}, growth: [] } as const

async function measureFigures(bench: Bench): Promise<Found> {
  const installed = await measureInstalled()
  const reading = await measureTokenReading(bench)
  const token = await measureToken(bench)
  const start = await measureStart(bench)
  const [few, many] = ['few', 'many'].map((name) => path.join(bench.folder, name))
  if (few === undefined || many === undefined) throw new Error('the start fills two folders')
  const app = await startApp(bench, many, bench.sizes.many)
  await app.told('whole')
  await wait(bench.sizes.settleMs)
  const search = await measureSearch(bench, app)
  const scroll = await measureScroll(bench, app)
  await app.end()
  const save = await measureSave(bench, few, many)
  const idle = await measureIdle(bench)
  const storm = await measureStorm(bench)
  const all = [start, idle, token, search, scroll, save, storm, reading, installed]
  const figures = {
    ...start.figures,
    ...idle.figures,
    ...token.figures,
    ...search.figures,
    ...scroll.figures,
    ...save.figures,
    ...storm.figures,
    ...reading.figures,
    ...installed.figures,
  } satisfies Figures
  const details = Object.assign({}, ...all.map((each) => each.details)) as Record<string, Figure>
  const text = `${tableOf(figures, aims)}\n\n${detailsTable(details)}`
  return { ...nothing, figures, details, text }
}

async function measurePart(bench: Bench, part: Part, { packaged }: Wishes): Promise<Found> {
  if (part === 'figures') return measureFigures(bench)
  if (part === 'growth') {
    const growth = await measureGrowth(bench)
    return { ...nothing, growth, text: growthTable(growth) }
  }
  if (packaged === undefined) throw new Error('no packaged app is named')
  const { figures, details } = await measurePackaged(bench, packaged)
  const text = `${tableOf(figures, packagedAims)}\n\n${detailsTable(details)}`
  return { ...nothing, figures, details, text }
}

async function aboutMachine({ host }: Bench, isShort: boolean) {
  const [cpu] = cpus()
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpu?.model ?? 'unknown'}, ${cpus().length} cores, ${process.platform}`,
    electron: `Electron ${await host.follow({ name: 'version' })}`,
    load: `load ${(loadavg()[0] ?? 0).toFixed(1)} before`,
    size: isShort ? 'short: these figures mean nothing' : 'full',
  }
}

/**
 * Measures what is wished for, side by side, in the session that `env` belongs to. The app must
 * have been built.
 */
export async function run(env: NodeJS.ProcessEnv, wishes: Wishes): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const host = await startHost(env)
  try {
    const say = (text: string) => process.stdout.write(`${text}\n`)
    const sizes = wishes.isShort ? shortSizes : fullSizes
    const bench = { env, sizes, host, folder, say }
    const about = await aboutMachine(bench, wishes.isShort)
    const head = Object.values(about).join(' · ')
    let measured: Measured = { ...nothing, about }
    for (const part of parts.filter((each) => wishes.parts.includes(each))) {
      const { text, ...found } = await measurePart(bench, part, wishes)
      measured = {
        about,
        figures: { ...measured.figures, ...found.figures },
        details: { ...measured.details, ...found.details },
        growth: [...measured.growth, ...found.growth],
      }
      say(`\n${head}\n\n${text}\n`)
      if (wishes.markdown !== undefined) {
        const page = await readFile(wishes.markdown, 'utf8')
        await writeFile(wishes.markdown, writePart(page, part, `${head}\n\n${text}`))
      }
    }
    if (wishes.against !== undefined) {
      const { details } = await measureAgainst(bench, wishes.against)
      measured = { ...measured, details: { ...measured.details, ...details } }
      say(`\n${head}\n\n${detailsTable(details)}\n`)
    }
    return measured
  } finally {
    await host.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
