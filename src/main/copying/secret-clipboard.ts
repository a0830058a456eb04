import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../../shared/clock.ts'
import type { Clipboard, EngineClock, Log } from '../engine/ports.ts'

interface Parts {
  readonly clipboard: Clipboard
  readonly clock: EngineClock
  readonly log: Pick<Log, 'incident'>
  /** Seconds that a secret may stay; `null`: until `clear`. Asked at each copy. */
  readonly secondsToStay: () => number | null
  /** Random bytes of this start of the app. */
  readonly key: Uint8Array
}

export interface ClipboardKeeper {
  /** Puts a secret on the clipboard and says after how many seconds it is taken off again. */
  copySecret(text: string): Promise<number | null>
  copyText(text: string): Promise<void>
  /** Takes off what is overdue, such as after sleep, when timers run late. */
  wake(): void
  /** Takes the last secret off now, if it is still there: when the app is closed. */
  clear(): Promise<void>
}

interface Held {
  /** Tells the text again, and nothing about it. */
  readonly mark: Buffer
  readonly until: Instant | null
  readonly stopTimer: () => void
  readonly retryAfter: number
}

/** Milliseconds until what could not be taken off is tried again; each time twice as many. */
const firstRetryAfter = 5000

/**
 * Takes secrets off the clipboard again, unless something else was copied since. Of what was
 * copied only an HMAC stays in memory, under a key of this start of the app.
 */
export function createClipboardKeeper(parts: Parts): ClipboardKeeper {
  const { clipboard, clock, log, secondsToStay, key } = parts
  let held: Held | null = null
  let writes = 0
  /** Under way: until it ends nobody knows what there is to take off. */
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

  async function takeOff(): Promise<void> {
    const ours = forget()
    if (ours === null) return
    const before = writes
    try {
      const isStillOurs = timingSafeEqual(markOf(await clipboard.readText()), ours.mark)
      // Something newer may have been copied while it was read.
      if (isStillOurs && writes === before) await clipboard.clear()
    } catch (cause) {
      // Another program has it open, which passes: a token must not stay for good because of it.
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
    // What is copied from now on is for whoever clears next.
    if (writes === before) await takeOff()
  }

  function clearLater(): void {
    takeOff().catch((cause: unknown) => log.incident('clipboard-not-cleared', cause))
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
