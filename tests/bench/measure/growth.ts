import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { AppSettings } from '../../../src/shared/app-settings.ts'
import type { TextBridge } from '../../../src/shared/bridge.ts'
import { startCountingServer } from '../../support/engine/counting-server.ts'
import { fillFolder, startApp } from '../apps.ts'
import type { Bench } from '../bench.ts'
import { allGrown } from '../host/orders.ts'
import type { Program } from '../program.ts'
import { type Figure, figureOf } from '../statistics.ts'
import { measureScroll } from './scroll.ts'
import { type Searched, searchTimes, slowestOf } from './search.ts'
import { measureOneStart, type Start } from './start.ts'

declare global {
  interface Window {
    readonly tokenDesk: TextBridge
  }
}

/** The costs of each list, in the order of the table. */
export const costs = {
  start_ms: 'start, to the answer to a click, ms',
  start_cpu_s: 'CPU until then, s',
  whole_ms: 'start, until all are in the list, ms',
  memory_mb: 'memory 5 s later (PSS), MB',
  vault_open_ms: 'opening the vault with all profiles, ms',
  snapshot_kb: 'first snapshot for the window, KB',
  snapshot_ms: 'that, asked for again, ms',
  search_ms: 'key press → result, p95, ms',
  frame_ms: 'frame while scrolling, p95, ms',
  save_ms: 'saving one profile, ms',
  renew_ms: 'getting one token until it is on disk, ms',
} as const
export type Cost = keyof typeof costs

/** The costs of one list. */
export interface GrownList {
  readonly name: string
  readonly costs: Readonly<Partial<Record<Cost, Figure>>>
}

const snapshots = 7

/** In the page: how long the whole snapshot takes, and how long it is. */
async function askForSnapshot(): Promise<readonly [number, number]> {
  const begun = performance.now()
  const text = await window.tokenDesk.request('getSnapshot', {})
  JSON.parse(text)
  return [performance.now() - begun, text.length / 1000]
}

/** What can be asked of one app that is open. */
async function lookInside(bench: Bench, program: Program, list: Searched) {
  const asked: (readonly [number, number])[] = []
  for (let each = 0; each < snapshots; each += 1) {
    asked.push(await program.inPage(askForSnapshot, null))
  }
  const search = await searchTimes(bench, program, list)
  // Ten rows fit into the window: there is nothing to scroll.
  const scroll = list.count > 30 ? await measureScroll(bench, program) : undefined
  return {
    snapshot_ms: figureOf(asked.map(([time]) => time)),
    snapshot_kb: figureOf(asked.map(([, size]) => size)),
    search_ms: slowestOf(search),
    ...(scroll === undefined ? {} : { frame_ms: scroll.figures.frame_ms_p95_scroll_10000 }),
  }
}

async function openAndLook(bench: Bench, dataFolder: string, list: Searched) {
  const program = await startApp(bench, dataFolder, list.count)
  await program.told('whole')
  await wait(bench.sizes.settleMs)
  const seen = await lookInside(bench, program, list)
  await program.end()
  return seen
}

/** Measures the large list once more, in folders and sorted by expiry. */
async function measureSorted(bench: Bench): Promise<GrownList> {
  const { many: count, folders } = bench.sizes
  const dataFolder = await fillFolder(bench, 'sorted', count, 'alive', undefined, folders)
  const settings: Partial<AppSettings> = { listSort: 'expiry', showFolders: true }
  await writeFile(path.join(dataFolder, 'settings.json'), JSON.stringify(settings))
  const { snapshot_ms: _, ...seen } = await openAndLook(bench, dataFolder, { count, folders })
  const name = `${count.toLocaleString('en')} in ${folders} folders, by expiry`
  return { name, costs: seen }
}

/** Measures every cost for lists of growing length, which take turns where time is measured. */
export async function measureGrowth(bench: Bench): Promise<readonly GrownList[]> {
  const { sizes, host, say } = bench
  const server = await startCountingServer(0)
  const folders: string[] = []
  for (const count of sizes.growth) {
    folders.push(await fillFolder(bench, `list-${count}`, count, 'alive', server.tokenEndpoint))
  }
  const lists = sizes.growth.map((count, index) => ({
    count,
    folder: folders[index] ?? '',
    starts: [] as Start[],
  }))
  for (let round = -sizes.warmUps; round < sizes.growthRounds; round += 1) {
    for (const { count, folder, starts } of lists) {
      const start = await measureOneStart(bench, () => startApp(bench, folder, count), count > 1)
      say(`growth: ${count} usable after ${start.usable.toFixed(0)} ms`)
      if (round >= 0) starts.push(start)
    }
  }
  const inside: Awaited<ReturnType<typeof openAndLook>>[] = []
  for (const { count, folder } of lists) inside.push(await openAndLook(bench, folder, { count }))
  const order = { name: 'grow', dataFolders: folders, rounds: sizes.growthTurns } as const
  const turns = allGrown.parse(await host.follow(order))
  await server.close()

  const grown = lists.map(({ count, starts }, index): GrownList => {
    const turn = turns[index] ?? { open: [], save: [], renew: [] }
    return {
      name: count.toLocaleString('en'),
      costs: {
        start_ms: figureOf(starts.map(({ usable }) => usable)),
        whole_ms: figureOf(starts.map(({ whole }) => whole)),
        start_cpu_s: figureOf(starts.map(({ cpu }) => cpu)),
        memory_mb: figureOf(starts.map(({ memory }) => memory)),
        vault_open_ms: figureOf(turn.open),
        ...inside[index],
        save_ms: figureOf(turn.save),
        renew_ms: figureOf(turn.renew),
      },
    }
  })
  return [...grown, await measureSorted(bench)]
}
