import type { EngineClock } from '../engine/ports.ts'
import { type Answer, answer, type Order } from './orders.ts'

/** A started process that runs `process.ts`. It calls its listeners later, never at once. */
export interface BackupProcess {
  /** Sends its only order. */
  send(order: Order): void
  /** Calls `listener` with every message of the process, as it came. */
  onMessage(listener: (message: unknown) => void): void
  /** Calls `listener` when the process is gone, or could not be started. */
  onExit(listener: () => void): void
  kill(): void
}

/** Milliseconds after which an order is given up: some twenty times what the usual one takes. */
const maxWork = 60_000

/**
 * Carries out an order in a process that is ended afterwards; `undefined` if it ended before,
 * as it does when a file makes it take too much memory, or took too long.
 */
export function carryOutBeside(
  fork: () => BackupProcess,
  clock: EngineClock,
  order: Order,
): Promise<Answer | undefined> {
  const child = fork()
  const ended = new Promise<Answer | undefined>((resolve, reject) => {
    const stopWaiting = clock.after(maxWork, () => resolve(undefined))
    child.onExit(() => {
      stopWaiting()
      resolve(undefined)
    })
    child.onMessage((message) => {
      stopWaiting()
      try {
        resolve(answer.parse(message))
      } catch (cause) {
        reject(cause)
      }
    })
  })
  child.send(order)
  return ended.finally(() => child.kill())
}
