import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../shared/clock.ts'
import type { Clipboard, EngineClock, Log } from '../engine/ports.ts'

interface Parts {
  readonly clipboard: Clipboard
  readonly clock: EngineClock
  readonly log: Pick<Log, 'incident'>
  /** Returns after how many seconds a secret is removed; `null`: not before `clear`. */
  readonly secondsToStay: () => number | null
  /** Random bytes, new at each start of the app. */
  readonly key: Uint8Array
}

export interface SecretClipboard {
  /** Copies a secret. Resolves with the seconds after which it is removed. */
  copySecret(text: string): Promise<number | null>
  copyText(text: string): Promise<void>
  /** Removes an overdue secret, such as after sleep, when timers run late. */
  wake(): void
  /** Removes the last secret if it is still there, such as when the app closes. */
  clear(): Promise<void>
}

interface Held {
  /** Recognizes the text without revealing it. */
  readonly mark: Buffer
  readonly until: Instant | null
  readonly stopTimer: () => void
  readonly retryAfter: number
}

/** Milliseconds until a failed removal is retried; doubled each time. */
const firstRetryAfter = 5000

/**
 * Copies secrets and removes them from the clipboard later, unless something else was copied since.
 * Only an HMAC of a copied secret stays in memory, under a key that is new at each start.
 */
export function createSecretClipboard(parts: Parts): SecretClipboard {
  const { clipboard, clock, log, secondsToStay, key } = parts
  let held: Held | null = null
  let writes = 0
  /** The write under way: until it ends, the content of the clipboard is unknown. */
  let writing: Promise<unknown> = Promise.resolve()

  const markOf = (text: string) => createHmac('sha256', key).update(text, 'utf8').digest()

  function forget(): Held | null {
    const before = held
    held?.stopTimer()
    held = null
    return before
  }

  function write(work: () => Promise<void>): Promise<void> {
    writes += 1
    const mine = writing.then(work)
    writing = mine.catch(() => undefined)
    return mine
  }

  async function remove(): Promise<void> {
    const ours = forget()
    if (ours === null) return
    const before = writes
    try {
      const isStillOurs = timingSafeEqual(markOf(await clipboard.readText()), ours.mark)
      // A newer text may have been copied while the clipboard was read.
      if (isStillOurs && writes === before) await clipboard.clear()
    } catch (cause) {
      // Another program has the clipboard open for a moment; the token must not stay because of it.
      if (writes === before) {
        const stopTimer = clock.after(ours.retryAfter, clearLater)
        held = { ...ours, retryAfter: 2 * ours.retryAfter, stopTimer }
      }
      throw cause
    }
  }

  async function clear(): Promise<void> {
    const before = writes
    await writing
    // A text that is copied from now on is left to the next call.
    if (writes === before) await remove()
  }

  function clearLater(): void {
    remove().catch((cause: unknown) => log.incident('clipboard-not-cleared', cause))
  }

  return {
    copySecret: async (text) => {
      const seconds = secondsToStay()
      const stays = seconds === null ? null : seconds * 1000
      await write(async () => {
        await clipboard.writeSecret(text)
        forget()
        held = {
          mark: markOf(text),
          retryAfter: firstRetryAfter,
          until: stays === null ? null : clock.now() + stays,
          stopTimer: stays === null ? () => {} : clock.after(stays, clearLater),
        }
      })
      return seconds
    },
    copyText: (text) =>
      write(async () => {
        await clipboard.writeText(text)
        forget()
      }),
    wake: () => {
      if (held !== null && held.until !== null && clock.now() >= held.until) clearLater()
    },
    clear,
  }
}
