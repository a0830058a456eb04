import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { build } from 'vite'

/** A process that saves, and what it said so far. */
export interface SavingProcess {
  readonly pid: number
  tell(line: string): void
  /** The next line that it says; `undefined` when it has ended. */
  next(): Promise<string | undefined>
  /** Ends it by SIGKILL; resolves to the lines nobody has asked for yet. */
  kill(): Promise<readonly string[]>
  /** Resolves to the signal that ended it. */
  readonly ended: Promise<NodeJS.Signals | null>
}

export interface SavingProgram {
  start(args: readonly string[], env?: NodeJS.ProcessEnv): SavingProcess
  remove(): Promise<void>
}

function listen(child: ChildProcess): SavingProcess {
  const { pid, stdin, stdout } = child
  if (pid === undefined || stdin === null || stdout === null) throw new Error('it did not start')
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  const ended = once(child, 'exit').then(([, signal]) => signal)
  // A process that was killed reads no more.
  stdin.on('error', () => {})

  async function next(): Promise<string | undefined> {
    const { done, value } = await lines.next()
    return done === true ? undefined : value
  }

  return {
    pid,
    ended,
    tell: (line) => void stdin.write(`${line}\n`),
    next,
    async kill() {
      child.kill('SIGKILL')
      const rest: string[] = []
      for (let line = await next(); line !== undefined; line = await next()) rest.push(line)
      await ended
      return rest
    },
  }
}

/**
 * Bundles a program of this folder into a start-up snapshot, so that a start costs little
 * more than that of Node itself. The program must leave its work to `whenStarted`.
 */
export async function buildSavingProgram(name: string): Promise<SavingProgram> {
  const folder = await mkdtemp(path.join(tmpdir(), 'saving-'))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: path.join(import.meta.dirname, `${name}.ts`),
      outDir: folder,
      target: 'node20',
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'program.cjs' } },
    },
  })
  const snapshot = path.join(folder, 'program.blob')
  const bundle = path.join(folder, 'program.cjs')
  const flags = ['--snapshot-blob', snapshot]
  await promisify(execFile)(process.execPath, [...flags, '--build-snapshot', bundle])
  return {
    start: (args, env = {}) =>
      listen(
        spawn(process.execPath, [...flags, ...args], {
          stdio: ['pipe', 'pipe', 'inherit'],
          env: { ...process.env, ...env },
        }),
      ),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
