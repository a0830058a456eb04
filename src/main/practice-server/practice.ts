import type { PracticeWay } from '../../shared/contract.ts'
import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import type { Engine } from '../engine/engine-api.ts'

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

  /** Resolves when the run of a profile can be seen. */
  function runBegins(id: ProfileId): { readonly begun: Promise<void>; stop(): void } {
    let stop = () => {}
    const begun = new Promise<void>((resolve) => {
      const check = () => {
        const hasBegun = engine.profiles().some((each) => each.id === id && each.tokenRun !== null)
        if (hasBegun) resolve()
      }
      stop = engine.subscribe(check)
    })
    return { begun, stop: () => stop() }
  }

  async function begin(way: PracticeWay): Promise<ProfileId> {
    const id = await profileFor(way, await launch(way))
    latest.set(way, id)
    if (way === 'password') {
      await engine.obtain(id)
      return id
    }
    // Subscribed before, because the run is seen at once.
    const { begun, stop } = runBegins(id)
    try {
      const ended = engine.obtain(id)
      await Promise.race([begun, ended])
    } finally {
      stop()
    }
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
