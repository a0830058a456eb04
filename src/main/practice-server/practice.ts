import type { ProfileDraft, ProfileId } from '../../shared/profile.ts'
import type { Engine } from '../engine/engine-api.ts'

export interface Practice {
  /**
   * Starts the practice server, if it is not running, creates its profile and gets a
   * token. Throws `Failure` `practice-server-failed`.
   */
  start(): Promise<ProfileId>
}

/**
 * Offers the practice server to the user as a single profile. `launch` resolves to the draft of a
 * profile for a running server.
 */
export function createPractice(engine: Engine, launch: () => Promise<ProfileDraft>): Practice {
  let latest: ProfileId | undefined

  async function profileFor(draft: ProfileDraft): Promise<ProfileId> {
    const existing = engine.profiles().find(({ id }) => id === latest)
    if (existing === undefined) return engine.create(draft, 'session')
    // After a restart, the server's address and credentials are different.
    if (existing.settings.server.tokenEndpoint !== draft.settings.server.tokenEndpoint) {
      await engine.update(existing.id, draft)
    }
    return existing.id
  }

  async function begin(): Promise<ProfileId> {
    latest = await profileFor(await launch())
    await engine.obtain(latest)
    return latest
  }

  let starting: Promise<ProfileId> | undefined
  return {
    // A second click joins the first.
    start() {
      starting ??= begin().finally(() => {
        starting = undefined
      })
      return starting
    },
  }
}
