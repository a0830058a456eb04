import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import type { Log } from '../engine/ports.ts'

type Output = Pick<Writable, 'write'>
type Heard = 'uncaughtException' | 'unhandledRejection' | 'warning'

/** What is needed of a process to silence it. */
export interface OwnProcess {
  readonly stdout: Output
  readonly stderr: Output
  on(event: Heard, listener: (thrown: Error) => void): unknown
  removeAllListeners(event: Heard): unknown
}

/** A library that says the same for ever must not push everything else out of the log. */
const maxLines = 50

/** Takes the place of a stream's `write`: accepts everything and passes none of it on. */
function swallow(stream: Output, notice: () => void): void {
  stream.write = (_chunk: unknown, ...rest: readonly unknown[]): boolean => {
    notice()
    const done = rest.at(-1)
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }
}

/**
 * Keeps to itself what the code of a process says by ways of its own: the console, the standard
 * output and error, warnings, and errors and rejections that nobody caught. Each may quote a
 * secret, and the system may keep what a program says (the journal of a Linux desktop does). The
 * log learns that something was said, and by which way; of an error, as of any incident, where it
 * came from. `tell` gets one line for each error, with the number of its incident.
 *
 * The process goes on after an error, as Electron does when it has shown its own message: what
 * it knows may not be on disk yet.
 */
export function quieten(
  own: OwnProcess,
  log: Log,
  tell: (line: string) => void = tellStandardError,
): void {
  let lines = 0
  function note(event: string, reason: string): void {
    lines += 1
    if (lines <= maxLines) log.info(event, { reason })
  }

  swallow(own.stdout, () => note('output', 'stdout'))
  swallow(own.stderr, () => note('output', 'stderr'))

  // Node's own listener would print the message, or append it to NODE_REDIRECT_WARNINGS.
  own.removeAllListeners('warning')
  own.on('warning', ({ name }) => note('warning', name))

  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    own.on(event, (cause) => tell(`Token Desk: incident ${log.incident(event, cause)}\n`))
  }
}

/** Past the streams of Node, which are silent by now. */
function tellStandardError(line: string): void {
  try {
    writeSync(2, line)
  } catch {
    // Nobody listens there; the log has it.
  }
}
