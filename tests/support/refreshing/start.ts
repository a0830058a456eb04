import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { build } from 'vite'
import { type Order, report } from './protocol.ts'

/** The refreshing process, bundled, because Node 20 does not run TypeScript. */
export interface RefreshingProgram {
  /** Runs it; resolves to the outcome that it printed, if any, and the signal that ended it. */
  run(what: Order): Promise<{
    readonly outcome: string | undefined
    readonly signal: NodeJS.Signals | null
  }>
  remove(): Promise<void>
}

export async function buildRefreshingProgram(): Promise<RefreshingProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'refreshing-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, 'process.ts'),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'process.mjs' } },
    },
  })
  return {
    async run(what) {
      const child = spawn(process.execPath, [path.join(folder, 'process.mjs')], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      child.stdin.end(JSON.stringify(what))
      const [told, [, signal]] = await Promise.all([text(child.stdout), once(child, 'close')])
      return { outcome: told === '' ? undefined : report.parse(JSON.parse(told)).outcome, signal }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
