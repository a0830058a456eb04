import { writeSync } from 'node:fs'
import type { Writable } from 'node:stream'
import type { Log } from '../engine/ports.ts'

type Output = Pick<Writable, 'write'>
type ProcessEvent = 'uncaughtException' | 'unhandledRejection' | 'warning'

/** The used part of `process`. */
export interface OwnProcess {
  readonly stdout: Output
  readonly stderr: Output
  on(event: ProcessEvent, listener: (thrown: Error) => void): unknown
  removeAllListeners(event: ProcessEvent): unknown
}

/** Limits log lines, so that one noisy library does not push everything else out of the log. */
const maxLines = 50

/** Replaces a stream's `write` with one that discards everything. */
function swallow(stream: Output, notice: () => void): void {
  stream.write = (_chunk: unknown, ...rest: readonly unknown[]): boolean => {
    notice()
    const done = rest.at(-1)
    if (typeof done === 'function') queueMicrotask(() => done())
    return true
  }
}

/**
 * Discards the output of a process: console, standard output and error, warnings, uncaught errors and
 * rejections. Each may quote a secret, and the system may store output, as the journal of a Linux
 * desktop does. The log records that there was output and its channel, and the origin of an error.
 * `tell` gets one line per error, with its incident number.
 *
 * The process continues after an error, as with Electron's own handler, because unsaved data may be in
 * memory.
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

/** Bypasses Node's streams, which are silenced. */
function tellStandardError(line: string): void {
  try {
    writeSync(2, line)
  } catch {
    // Standard error is closed; the log has the incident.
  }
}
