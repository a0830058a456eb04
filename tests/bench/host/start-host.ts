import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { undoAtExit } from '../../../build/cleanup.mjs'
import { endGroup } from '../../../build/command.mjs'
import { resolveElectron } from '../../../build/runtime.mjs'
import { answer, type Order } from './orders.ts'

/** The app's own parts, running inside Electron. */
export interface Host {
  /** One order at a time. Rejects with what went wrong there. */
  follow(order: Order): Promise<unknown>
  stop(): Promise<void>
}

/** Whose the host is, and in the place of which app. */
export interface HostOptions {
  readonly productName?: string
  /** As for `spawn`. */
  readonly identity?: { readonly uid?: number; readonly gid?: number }
  /** Electron's program. */
  readonly executable?: string
}

async function buildHost(folder: string, productName: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: join(import.meta.dirname, 'host-app.ts'),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'es', entryFileNames: 'main.js' } },
    },
  })
  // The key store keeps one key a product: what is sealed here, the app is to open.
  const about = { name: 'token-desk', productName, version: '0.1.0' }
  const module = { type: 'module', main: 'main.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...about, ...module }))
}

/** Builds the host and starts it. Stop it when done. */
export async function startHost(
  env: NodeJS.ProcessEnv,
  { productName = 'Token Desk', identity = {}, ...options }: HostOptions = {},
): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-host-'))
  await buildHost(folder, productName)
  const { uid, gid } = identity
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
  const { executable = resolveElectron().executable } = options
  const { switches } = resolveElectron()
  const data = `--user-data-dir=${join(folder, 'data')}`
  const child = spawn(executable, [...switches, '--password-store=gnome-libsecret', data, folder], {
    env,
    detached: true,
    ...identity,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const ending = undoAtExit(() => endGroup(child, 'SIGKILL'))
  const exited = once(child, 'exit')
  const gone = exited.then((): never => {
    throw new Error('the host is gone')
  })
  gone.catch(() => {})
  const next = () => Promise.race([once(child, 'message'), gone])
  await next()

  return {
    follow: async (order) => {
      child.send(order)
      const [raw] = await next()
      const told = answer.parse(raw)
      if (told.kind === 'failed') throw new Error(told.message)
      return told.kind === 'done' ? told.value : undefined
    },
    stop: async () => {
      child.disconnect()
      await exited
      ending.now()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
