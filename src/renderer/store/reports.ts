import type { StoreApi } from 'zustand/vanilla'
import { maxFirstRows } from '../../shared/limits.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Client } from '../client.ts'
import { type AppState, chosenIn, profilesStateIn } from './app-state.ts'
import { rowsOf } from './list-rows.ts'
import type { ProfilesState } from './profiles-state.ts'

type Store = Pick<StoreApi<AppState>, 'subscribe'>

/** Reports the profile on show to main, which then sends no notification about it. */
export function reportShown(state: Store, client: Pick<Client, 'send'>): void {
  let reported: ProfileId | null = null
  state.subscribe((now) => {
    const id = chosenIn(now)
    if (id === reported) return
    reported = id
    void client.send('reportShown', { id })
  })
}

const noneClosed: ReadonlySet<string> = new Set()

/**
 * Returns the profiles at the top of the list as it opens, and the one that is shown then. None
 * if the list is sorted by something that changes with time: rows that move under the pointer are
 * worse than rows that appear later.
 */
function firstRowsOf({
  order,
  folderIndex,
  profiles,
  settings,
}: ProfilesState): readonly ProfileId[] {
  const [shown] = order
  if (shown === undefined || settings.listSort !== 'name') return []
  const { keys } = rowsOf(order, settings.showFolders ? folderIndex : null, noneClosed)
  const rows = keys.slice(0, maxFirstRows).filter((key) => profiles.has(key))
  return [...new Set([shown, ...rows])].slice(0, maxFirstRows)
}

/** Reports to main which profiles to read first at the next start, each time they change. */
export function reportFirstRows(state: Store, client: Pick<Client, 'send'>): void {
  let seen: Pick<ProfilesState, 'order' | 'folderIndex' | 'settings'> | undefined
  let reported: readonly ProfileId[] | undefined
  state.subscribe((now) => {
    const profilesState = profilesStateIn(now)
    // A locked window has no profiles, and one that is being opened not all of them.
    if (
      profilesState === undefined ||
      profilesState.toCome > 0 ||
      profilesState.vault.protection.kind === 'locked'
    )
      return
    const { order, folderIndex, settings } = profilesState
    if (order === seen?.order && folderIndex === seen.folderIndex && settings === seen.settings)
      return
    seen = profilesState
    const ids = firstRowsOf(profilesState)
    if (ids.length === reported?.length && ids.every((id, index) => id === reported?.[index]))
      return
    reported = ids
    void client.send('reportFirstRows', { ids: [...ids] })
  })
}
