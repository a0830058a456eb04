import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import {
  importCandidate,
  importSources,
  maxCandidates,
  noImportReasons,
} from '../../shared/import.ts'
import { secrets } from '../../shared/profile.ts'
import type { EngineClock } from '../engine/ports.ts'
import type { Import } from './imported.ts'

/** A running process of `process.ts`. It calls its listeners later, never synchronously. */
export interface ReadingProcess {
  /** Sends a text to read. The process answers each with one message. */
  send(text: string): void
  /** Calls `listener` with every message of the process, unparsed. */
  onMessage(listener: (message: unknown) => void): void
  /** Calls `listener` when the process is gone, or could not be started. */
  onExit(listener: () => void): void
  kill(): void
}

/** Reads foreign texts outside the main thread, with a time limit. */
export interface ImportReader {
  /**
   * Reads a text. One that takes longer than a second, or too much memory, results in `nothing`
   * with `too-complicated`. Rejects with `Failure` `reading-stopped` after `stop`, or when too
   * many newer texts wait; with an `Error` if the process can't be started or its answer does not
   * parse.
   */
  read(text: string): Promise<Import>
  /** Cancels the current and the waiting texts, and ends the process with all of its memory. */
  stop(): void
}

/** The first message of a process, before any text is sent to it. */
export const readyMessage = 'ready'

/** Milliseconds to read a text; most take a few. */
const maxReading = 1000
/** Milliseconds until a process must be ready. Only an overloaded machine takes seconds. */
const maxStart = 20_000
/** Milliseconds that an idle process is kept: the user types on, and its memory must not stay. */
const maxIdle = 10_000
/** Maximum number of waiting texts. A page needs the answer to its last text alone. */
const maxWaiting = 16

const answer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('profiles'),
    source: z.enum(importSources),
    candidates: z
      .array(z.strictObject({ shown: importCandidate, secrets }))
      .min(1)
      .max(maxCandidates),
  }),
  z.strictObject({ kind: z.literal('nothing'), reason: z.enum(noImportReasons) }),
])

interface Job {
  readonly text: string
  readonly resolve: (read: Import) => void
  readonly reject: (cause: unknown) => void
}

interface Parts {
  readonly fork: () => ReadingProcess
  readonly clock: EngineClock
}

const tooComplicated: Import = { kind: 'nothing', reason: 'too-complicated' }

/**
 * Creates a reader of texts, one after another, in a process that is started for the first and
 * ends when idle.
 */
export function createImportReader({ fork, clock }: Parts): ImportReader {
  const waiting: Job[] = []
  let current: Job | undefined
  let child: ReadingProcess | undefined
  let isReady = false
  let stopTimer = () => {}

  function arm(milliseconds: number, onTime: () => void): void {
    stopTimer()
    stopTimer = clock.after(milliseconds, onTime)
  }

  function endProcess(): void {
    stopTimer()
    const ended = child
    child = undefined
    isReady = false
    ended?.kill()
  }

  /** Settles the current text and goes on with the next. */
  function finish(settle: (job: Job) => void): void {
    const job = current
    current = undefined
    if (job !== undefined) settle(job)
    proceed()
  }

  function launch(): void {
    let started: ReadingProcess
    try {
      started = fork()
    } catch (cause) {
      fail(cause)
      return
    }
    child = started
    arm(maxStart, () => fail(new Error('the process that reads texts did not start')))
    started.onExit(() => {
      if (child !== started) return
      // The text exhausted the memory of the process.
      if (isReady && current !== undefined) giveUp()
      else if (current !== undefined) fail(new Error('the process that reads texts ended'))
      else endProcess()
    })
    started.onMessage((message) => {
      if (child === started) take(message)
    })
  }

  function take(message: unknown): void {
    if (!isReady && message === readyMessage) {
      isReady = true
      give()
      return
    }
    try {
      const read: Import = answer.parse(message)
      stopTimer()
      finish((job) => job.resolve(read))
    } catch (cause) {
      fail(cause)
    }
  }

  function giveUp(): void {
    endProcess()
    finish((job) => job.resolve(tooComplicated))
  }

  function fail(cause: unknown): void {
    endProcess()
    finish((job) => job.reject(cause))
  }

  function give(): void {
    if (current === undefined || child === undefined) return
    arm(maxReading, giveUp)
    child.send(current.text)
  }

  function proceed(): void {
    if (current !== undefined) return
    current = waiting.shift()
    if (current === undefined) {
      if (child !== undefined) arm(maxIdle, endProcess)
    } else if (child === undefined) launch()
    else if (isReady) give()
  }

  return {
    read: (text) =>
      new Promise((resolve, reject) => {
        waiting.push({ text, resolve, reject })
        if (waiting.length > maxWaiting) waiting.shift()?.reject(stopped())
        proceed()
      }),
    stop: () => {
      endProcess()
      const ended = [...(current === undefined ? [] : [current]), ...waiting.splice(0)]
      current = undefined
      for (const job of ended) job.reject(stopped())
    },
  }
}

const stopped = () => new Failure({ code: 'reading-stopped' })
