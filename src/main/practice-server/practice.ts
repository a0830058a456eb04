import type { PracticeWay } from '../../shared/contract.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import type { Engine } from '../engine/engine-api.ts'
import type { Log } from '../engine/ports.ts'

export interface Practice {
  /**
   * Starts the practice server, if it is not running, creates its profile for this way and gets a
   * token. Of a sign-in, resolves once it has begun: it may wait minutes for the user. Throws
   * `Failure` `practice-server-failed`.
   */
  start(way: PracticeWay): Promise<ProfileId>
}

/**
 * Offers the practice server to the user as one profile for each way. `launch` resolves to the draft
 * of a profile for a running server.
 */
export function createPractice(
  engine: Engine,
  launch: (way: PracticeWay) => Promise<ProfileDraft>,
  log: Log,
): Practice {
  const latest = new Map<PracticeWay, ProfileId>()

  async function profileFor(way: PracticeWay, draft: ProfileDraft): Promise<ProfileId> {
    const existing = engine.profiles().find(({ id }) => id === latest.get(way))
    if (existing === undefined) return engine.create(draft, 'session')
    // After a restart, the server's address and credentials are different.
    if (existing.settings.server.tokenEndpoint !== draft.settings.server.tokenEndpoint) {
      await engine.update(existing.id, draft)
    }
    return existing.id
  }

  /** Begins a run, or joins the one that waits; resolves when it can be seen. */
  async function beginRun(id: ProfileId): Promise<void> {
    const isRunning = () =>
      engine.profiles().some((each) => each.id === id && each.tokenRun !== null)
    let unsubscribe = () => {}
    const begun = new Promise<void>((resolve) => {
      unsubscribe = engine.subscribe(() => isRunning() && resolve())
    })
    let isOver = false
    const ended = engine.obtain(id)
    // Failures come before a run; after that, only a bug rejects.
    ended.catch((cause: unknown) => isOver && log.incident('practice', cause))
    try {
      if (!isRunning()) await Promise.race([begun, ended])
    } finally {
      isOver = true
      unsubscribe()
    }
  }

  async function begin(way: PracticeWay): Promise<ProfileId> {
    const id = await profileFor(way, await launch(way))
    latest.set(way, id)
    if (way === 'password') {
      await engine.obtain(id)
      return id
    }
    await beginRun(id)
    return id
  }

  const starting = new Map<PracticeWay, Promise<ProfileId>>()
  return {
    // A second click joins the first.
    start(way) {
      const present = starting.get(way)
      if (present !== undefined) return present
      const started = begin(way).finally(() => starting.delete(way))
      starting.set(way, started)
      return started
    },
  }
}
