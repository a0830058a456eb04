import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

export interface PracticeFolder {
  readonly folder: string
  /** The bundled `process.ts`. */
  readonly entry: string
  /** Puts a module beside the entry and gives its path. */
  add(name: string, source: string): Promise<string>
  remove(): Promise<void>
}

const source = path.join(import.meta.dirname, '../../../src/main/practice-server/process.ts')

/** Bundles the process of the practice server as the app does, with nothing left outside. */
export const buildPracticeProcess = () => buildProcess(source, 'practice-server.js')

/** Bundles the entry of a process as the app does, under this name. */
export async function buildProcess(source: string, name: string): Promise<PracticeFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'process-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: source,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        checks: { eval: false },
        output: { format: 'es', entryFileNames: name },
      },
    },
  })
  const about = { name: 'practice-host', type: 'module', main: 'main.js' }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(about))
  return {
    folder,
    entry: path.join(folder, name),
    async add(name, text) {
      const file = path.join(folder, name)
      await writeFile(file, text)
      return file
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
