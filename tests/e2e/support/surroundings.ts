import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type ProcessWatch, watchProcesses } from '../../support/leaks/process-watch.ts'
import { createScanner, type Finding, type Secret } from '../../support/leaks/scan.ts'
import { searchEverywhere } from '../../support/leaks/search.ts'
import type { WatchedApp } from '../../support/leaks/watched-app.ts'
import type { App } from './app.ts'

const sessionFolders = ['XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_STATE_HOME'] as const

/** All that is found of an app and its surroundings, over all of its starts. */
export interface Environment {
  readonly env: NodeJS.ProcessEnv
  readonly dataFolder: string
  readonly pages: string[]
  readonly copied: Set<string>
  /** Names of secrets in the addresses that the browser is given. */
  readonly inAddresses: Set<string>
  watch(app: App): void
  /** To be called while processes run that may not run for long. */
  lookAtProcesses(): void
  /** Where the secrets are that must be nowhere. */
  search(secrets: readonly Secret[]): Promise<readonly Finding[]>
  remove(): Promise<void>
}

/** `watched`: the app that is started in them. */
export async function makeSurroundings(
  dataFolder: string,
  watched: WatchedApp,
): Promise<Environment> {
  const own = await mkdtemp(path.join(tmpdir(), 'leaks-'))
  const temp = path.join(own, 'temp')
  const home = path.join(own, 'home')
  for (const folder of [temp, home]) await mkdir(folder)
  const session = sessionFolders.flatMap((name) => {
    const folder = process.env[name]
    return folder === undefined ? [] : [[name, folder] as const]
  })
  const folders = { data: dataFolder, temp, home, ...Object.fromEntries(session) }
  const apps: App[] = []
  const processes: ProcessWatch[] = []
  const pages: string[] = []
  const copied = new Set<string>()
  const inAddresses = new Set<string>()
  return {
    env: { TMPDIR: temp, HOME: home, ELECTRON_ENABLE_LOGGING: '1' },
    dataFolder,
    pages,
    copied,
    inAddresses,
    watch(app) {
      apps.push(app)
      processes.push(watchProcesses(app.electron.process().pid ?? 0))
    },
    lookAtProcesses() {
      for (const each of processes) each.look()
    },
    async search(secrets) {
      for (const each of processes) each.end()
      return searchEverywhere(createScanner(secrets), {
        folders,
        outputs: apps.map((app) => app.output()),
        processes,
        recorded: await watched.recorded(),
        pages,
        copied,
        inAddresses,
      })
    },
    remove: () => rm(own, { recursive: true, force: true, maxRetries: 5 }),
  }
}
