import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const recorded = z.object({ kind: z.string(), name: z.string(), said: z.unknown() })
export type Recorded = z.infer<typeof recorded>

/** The built app in a folder of its own, watched at Electron's boundary. */
export interface WatchedApp {
  /** For Electron to start. */
  readonly folder: string
  /** What has crossed the boundary so far, of all starts. */
  recorded(): Promise<readonly Recorded[]>
  /** What is recorded from now on takes the place of what was. */
  forget(): Promise<void>
  remove(): Promise<void>
}

const project = path.join(import.meta.dirname, '../../..')

/** `built`: the folder with `main`, `preload` and `renderer`. */
export async function watchBuilt(built = path.join(project, 'out')): Promise<WatchedApp> {
  const folder = await mkdtemp(path.join(tmpdir(), 'watched-app-'))
  const file = path.join(folder, 'recorded.jsonl')
  const about = await readFile(path.join(project, 'package.json'), 'utf8')
  const { name, productName, version } = z
    .object({ name: z.string(), productName: z.string(), version: z.string() })
    .parse(JSON.parse(about))
  const app = { name, productName, version, type: 'module', main: 'main.js' }
  const recorder = path.join(import.meta.dirname, 'recorder.mjs')
  const importOf = (target: string) => `import ${JSON.stringify(pathToFileURL(target).href)}\n`
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(app))
  await writeFile(
    path.join(folder, 'watch.js'),
    `import { record } from ${JSON.stringify(pathToFileURL(recorder).href)}\n` +
      `record(${JSON.stringify(file)})\n`,
  )
  await cp(built, path.join(folder, 'out'), { recursive: true, filter: isNoMap })
  await writeFile(
    path.join(folder, 'main.js'),
    importOf(path.join(folder, 'watch.js')) + importOf(path.join(folder, 'out/main/index.cjs')),
  )
  await writeFile(file, '')
  return {
    folder,
    async recorded() {
      const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
      return lines.map((line) => recorded.parse(JSON.parse(line)))
    },
    forget: () => writeFile(file, ''),
    remove: () => rm(folder, { recursive: true }),
  }
}

const isNoMap = (file: string) => !file.endsWith('.map')
