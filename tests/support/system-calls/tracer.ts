import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'

/** One system call of a thread: the `nth` of that name since it was watched. */
export interface SystemCall {
  readonly name: string
  readonly nth: number
  /** As strace shows it, with the paths of its files. */
  readonly text: string
}

export interface Trace {
  /** Stops watching; the thread goes on. Resolves to what it did. */
  stop(): Promise<readonly SystemCall[]>
}

const line = /^([a-z0-9_]+)\(/

function callsIn(output: string): readonly SystemCall[] {
  const counts = new Map<string, number>()
  const calls: SystemCall[] = []
  for (const text of output.split('\n')) {
    const name = line.exec(text)?.[1]
    if (name === undefined) continue
    const nth = (counts.get(name) ?? 0) + 1
    counts.set(name, nth)
    calls.push({ name, nth, text })
  }
  return calls
}

/**
 * The thread on which Node does its file system calls, in a process with
 * `UV_THREADPOOL_SIZE=1` that has already done one: the newest.
 */
export async function fileThreadOf(pid: number): Promise<number> {
  const threads = (await readdir(`/proc/${pid}/task`)).map(Number)
  return Math.max(...threads)
}

/**
 * Watches the system calls of one thread with strace, which writes to `log`, and does to
 * them what `injection` says (strace(1), *Tampering*).
 */
export async function trace(thread: number, log: string, injection?: string): Promise<Trace> {
  const tampering = injection === undefined ? [] : ['-e', `inject=${injection}`]
  const args = ['-y', '-s', '0', '-o', log, ...tampering, '-p', String(thread)]
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(strace, 'exit')
  let said = ''
  for await (const text of strace.stderr.setEncoding('utf8')) {
    said += text
    if (said.includes('attached')) break
  }
  if (!said.includes('attached')) throw new Error(`strace did not attach: ${said.trim()}`)
  return {
    async stop() {
      strace.kill('SIGTERM')
      await ended
      return callsIn(await readFile(log, 'utf8'))
    },
  }
}
