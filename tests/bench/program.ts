import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { undoAtExit } from '../../build/cleanup.mjs'
import { endGroup } from '../../build/command.mjs'
import { resolveElectron } from '../../build/runtime.mjs'
import { cpuOf, memoryOf } from '../support/processes/process-tree.ts'
import { createDevtools } from './devtools.ts'

/** Milliseconds that a program may take to quit. */
const patience = 20_000

export interface ProgramOptions {
  /** The folder of an Electron app. */
  readonly app: string
  readonly dataFolder: string
  readonly env: NodeJS.ProcessEnv
  /** Runs in the page before its own scripts. What it gives to `tell` is reported. */
  readonly watch: string
  /** Electron's program and what it needs to be told; the one that is installed here, if left out. */
  readonly runtime?: { readonly executable: string; readonly switches: readonly string[] }
  /** Whose program it is, as for `spawn`. */
  readonly identity?: { readonly uid?: number; readonly gid?: number }
}

/** The page's report, in milliseconds since the program was spawned. */
export interface Report {
  readonly what: string
  readonly after: number
  readonly details: Readonly<Record<string, unknown>>
}

/** An Electron program, seen from outside: through its DevTools pipe and by the system. */
export interface Program {
  /** True if the watched part was there before the watch, so that the report may be late. */
  isLate(): boolean
  /** The next time that the page tells `what`, or the time it did already. */
  told(what: string): Promise<Report>
  send(method: string, params: Readonly<Record<string, unknown>>): Promise<unknown>
  /** Calls a function in the page with an argument that is JSON; gives what it resolves to. */
  inPage<Argument, Result>(
    work: (argument: Argument) => Result,
    argument: Argument,
  ): Promise<Awaited<Result>>
  memory(): number
  cpu(): number
  signal(name: NodeJS.Signals): void
  /** Quits as a user does. */
  end(): Promise<void>
}

const now = () => performance.timeOrigin + performance.now()

function spawnElectron(options: ProgramOptions): ChildProcess {
  const { app, dataFolder, env, identity = {} } = options
  const { executable, switches } = options.runtime ?? resolveElectron()
  return spawn(
    executable,
    [
      ...switches,
      '--remote-debugging-pipe',
      '--password-store=gnome-libsecret',
      `--user-data-dir=${dataFolder}`,
      app,
    ],
    { env, detached: true, ...identity, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
}

/** Starts a program and watches its first page from before its first script. */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const reports = new Map<string, Report>()
  const listeners = new Set<(report: Report) => void>()
  const spawned = now()
  const child = spawnElectron(options)
  const ending = undoAtExit(() => endGroup(child, 'SIGKILL'))
  const exited = once(child, 'exit')
  const [, , , commands, messages] = child.stdio
  const devtools = createDevtools(commands as Writable, messages as Readable)
  let page: string | undefined

  devtools.onEvent(({ method, params }) => {
    if (method === 'Target.attachedToTarget') attach(params)
    if (method === 'Runtime.bindingCalled') hear(String(params['payload']))
  })

  function attach(params: Readonly<Record<string, unknown>>): void {
    const { sessionId, targetInfo, waitingForDebugger } = params as {
      sessionId: string
      targetInfo: { type: string }
      waitingForDebugger: boolean
    }
    if (targetInfo.type === 'page' && page === undefined) {
      page = sessionId
      void devtools.send('Runtime.enable', {}, page)
      // Else V8 looks up the line of each call below whatever is thrown, also where it is caught,
      // which React does to wait for a part of the page: 40 to 50 ms, by a trace, that no user has.
      void devtools.send('Runtime.setMaxCallStackSizeToCapture', { size: 0 }, page)
      void devtools.send('Runtime.addBinding', { name: 'tell' }, page)
      void devtools.send('Page.enable', {}, page)
      const source = options.watch
      void devtools.send('Page.addScriptToEvaluateOnNewDocument', { source }, page)
      if (!waitingForDebugger) void devtools.send('Runtime.evaluate', { expression: source }, page)
    }
    void devtools.send('Runtime.runIfWaitingForDebugger', {}, sessionId)
  }

  function hear(payload: string): void {
    const { what, at, ...details } = JSON.parse(payload)
    const report = { what, after: at - spawned, details }
    reports.set(what, report)
    for (const listener of listeners) listener(report)
  }

  const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
  void devtools.send('Target.setAutoAttach', autoAttach).catch(() => {})

  return {
    isLate: () => reports.get('painted')?.details['wasThere'] === true,
    told: (what) =>
      new Promise((resolve, reject) => {
        const known = reports.get(what)
        if (known !== undefined) return resolve(known)
        void exited.then(() => reject(new Error(`the program ended before it was ${what}`)))
        listeners.add((report) => {
          if (report.what === what) resolve(report)
        })
      }),
    send: (method, params) => devtools.send(method, params, page),
    inPage: async (work, argument) => {
      const expression = `(${work.toString()})(${JSON.stringify(argument)})`
      const how = { expression, awaitPromise: true, returnByValue: true }
      const { result, exceptionDetails } = (await devtools.send('Runtime.evaluate', how, page)) as {
        result: { value: never }
        exceptionDetails?: { exception?: { description?: string } }
      }
      if (exceptionDetails === undefined) return result.value
      throw new Error(exceptionDetails.exception?.description ?? 'the page threw something')
    },
    memory: () => memoryOf(child.pid ?? 0),
    cpu: () => cpuOf(child.pid ?? 0),
    signal: (name) => {
      child.kill(name)
    },
    end: async () => {
      child.kill('SIGTERM')
      const isGone = await Promise.race([exited, wait(patience, undefined, { ref: false })])
      if (isGone === undefined) endGroup(child, 'SIGKILL')
      await exited
      ending.now()
    },
  }
}
