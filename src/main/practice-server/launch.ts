import { Failure } from '../../shared/errors.ts'
import type { Language } from '../../shared/language.ts'
import type { EngineClock, Log } from '../engine/ports.ts'
import { type PracticeAccess, practiceAccess } from './practice-access.ts'

/** A started process that runs `process.ts`. It never calls its listeners synchronously. */
export interface PracticeProcess {
  /** Calls `listener` with every message of the process. */
  onMessage(listener: (message: unknown) => void): void
  /** Calls `listener` when the process has ended, or could not be started. */
  onExit(listener: () => void): void
  /** Sends the language of its pages, also before it listens. */
  send(language: Language): void
  kill(): void
}

/** Starts the process and discards its output, because the server's libraries use the console. */
export type ForkPracticeProcess = () => PracticeProcess

export interface PracticeServer {
  /**
   * Resolves when the practice server is ready: at once if it runs; joins a start in progress. Its
   * credentials are new after it was stopped or crashed.
   * Throws `Failure` `practice-server-failed`.
   */
  start(): Promise<PracticeAccess>
  /** Sends the language to the server, if it runs. Call after each change of it. */
  languageChanged(): void
  /** Ends the server, if it runs; a start in progress fails. */
  stop(): void
}

interface Parts {
  readonly fork: ForkPracticeProcess
  /** Returns the language for the pages of the server. */
  readonly language: () => Language
  readonly clock: EngineClock
  readonly log: Log
}

type Ending = 'stopped' | 'timeout' | 'exited' | 'unexpected-message'

interface Run {
  readonly access: Promise<PracticeAccess>
  send(language: Language): void
  end(why: Ending): void
}

const maxStart = 15_000

/** Starts and ends the practice server: at most one process, and none before the first start. */
export function createPracticeServer({ fork, language, clock, log }: Parts): PracticeServer {
  let current: Run | undefined

  function launch(): Run {
    const startedAt = clock.now()
    const child = fork()
    child.send(language())
    const over = new AbortController()
    const end = (why: Ending) => over.abort(why)
    const stopWaiting = clock.after(maxStart, () => end('timeout'))

    const access = new Promise<PracticeAccess>((resolve, reject) => {
      over.signal.addEventListener('abort', () => {
        reject(new Failure({ code: 'practice-server-failed' }))
      })
      child.onExit(() => end('exited'))
      child.onMessage((message) => {
        const parsed = practiceAccess.safeParse(message)
        if (!parsed.success) return end('unexpected-message')
        stopWaiting()
        log.info('practice-server-ready', { milliseconds: clock.now() - startedAt })
        resolve(parsed.data)
      })
    })
    over.signal.addEventListener('abort', () => {
      current = undefined
      stopWaiting()
      child.kill()
      const why: Ending = over.signal.reason
      if (why === 'stopped') log.info('practice-server-stopped')
      else log.incident(`practice-server-${why}`, undefined)
    })
    return { access, send: child.send, end }
  }

  return {
    async start() {
      current ??= launch()
      return current.access
    },
    languageChanged() {
      current?.send(language())
    },
    stop() {
      current?.end('stopped')
    },
  }
}
