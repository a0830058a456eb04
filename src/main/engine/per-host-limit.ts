import type { ProfileId } from '../../shared/profile.ts'

const maxAtOnce = 6

interface Lane {
  readonly waiting: Set<ProfileId>
  running: number
}

export interface PerHostLimit {
  /** Lets `id` take its turn with `host`; asking again while it waits changes nothing. */
  enter(host: string, id: ProfileId): void
  /** Forgets everybody who waits. */
  clear(): void
}

/**
 * Lets at most six run at a time per host, first come first served, so that ten
 * thousand tokens that end together do not fall upon one server together.
 * `run` must not reject.
 */
export function createPerHostLimit(
  run: (id: ProfileId, host: string) => Promise<void>,
): PerHostLimit {
  const lanes = new Map<string, Lane>()

  function pump(host: string, lane: Lane): void {
    while (lane.running < maxAtOnce) {
      const [next] = lane.waiting
      if (next === undefined) break
      lane.waiting.delete(next)
      lane.running += 1
      void run(next, host).then(() => {
        lane.running -= 1
        pump(host, lane)
      })
    }
    if (lane.running === 0) lanes.delete(host)
  }

  return {
    enter: (host, id) => {
      const lane = lanes.get(host) ?? { waiting: new Set<ProfileId>(), running: 0 }
      lanes.set(host, lane)
      lane.waiting.add(id)
      pump(host, lane)
    },
    clear: () => {
      for (const lane of lanes.values()) lane.waiting.clear()
    },
  }
}
