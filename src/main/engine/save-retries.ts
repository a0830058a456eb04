import type { ProfileId } from '../../shared/profile.ts'
import type { EngineClock } from './ports.ts'

const shortest = 1000
const longest = 60_000

export interface SaveRetries {
  /** Begins to try again, if it did not yet. */
  add(id: ProfileId): void
  /** Tries everything once more, now, and stops. */
  finish(): Promise<void>
}

/**
 * Tries again and again to write what could not be written: after 1 s, 2 s, 4 s …
 * up to a minute. One timer for all, and one failure ends a round: a full disk is
 * full for everybody. The next round begins with another profile, so that one that can
 * never be written does not stand in the way of the rest.
 */
export function createSaveRetries(
  clock: EngineClock,
  saveAgain: (id: ProfileId) => Promise<boolean>,
): SaveRetries {
  const unsaved = new Set<ProfileId>()
  let wait = shortest
  let stopTimer: (() => void) | undefined
  let isFinished = false

  function arm(): void {
    if (unsaved.size === 0 || isFinished || stopTimer !== undefined) return
    stopTimer = clock.after(wait, () => void round())
  }

  async function round(): Promise<void> {
    for (const id of [...unsaved]) {
      if (!(await saveAgain(id))) {
        unsaved.delete(id)
        unsaved.add(id)
        wait = Math.min(wait * 2, longest)
        break
      }
      unsaved.delete(id)
      wait = shortest
    }
    stopTimer = undefined
    arm()
  }

  return {
    add: (id) => {
      unsaved.add(id)
      arm()
    },
    finish: async () => {
      isFinished = true
      stopTimer?.()
      for (const id of unsaved) await saveAgain(id)
    },
  }
}
