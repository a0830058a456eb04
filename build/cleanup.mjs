import { constants } from 'node:os'

/** @type {Set<() => void>} */
const pending = new Set()

/** @type {Set<() => Promise<unknown>>} */
const signalHandlers = new Set()

function undoAll() {
  for (const undo of [...pending].reverse()) {
    pending.delete(undo)
    try {
      undo()
    } catch {
      // One thing that can't be undone must not keep the others.
    }
  }
}

let isWatching = false

function watchForTheEnd() {
  if (isWatching) return
  isWatching = true
  process.once('exit', undoAll)
  let isEnding = false
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, async () => {
      // npm passes on the signal that the terminal has sent already.
      if (isEnding) return
      isEnding = true
      await Promise.allSettled([...signalHandlers].map((handler) => handler()))
      process.exit(128 + constants.signals[signal])
    })
  }
}

/**
 * Registers what must be undone when this process ends, however it ends: normally, by an
 * error, or by Ctrl-C. The latest registered is undone first.
 * @param {() => void} undo synchronous, because nothing else runs at exit
 * @returns {{ now: () => void, never: () => void }} undoes it early, or drops it because the
 *   work is complete; whichever is called later does nothing
 */
export function undoAtExit(undo) {
  watchForTheEnd()
  pending.add(undo)
  return {
    now: () => {
      if (pending.delete(undo)) undo()
    },
    never: () => {
      pending.delete(undo)
    },
  }
}

/**
 * Registers what takes a while and must be done first when a signal is to end this process.
 * @param {() => Promise<unknown>} handler
 * @returns {() => void} drops it
 */
export function beforeSignalledEnd(handler) {
  watchForTheEnd()
  signalHandlers.add(handler)
  return () => {
    signalHandlers.delete(handler)
  }
}
