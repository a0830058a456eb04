import type { StoreApi } from 'zustand/vanilla'
import { maxFirstRows } from '../../shared/first-rows.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Client } from '../client.ts'
import { type AppState, profilesStateIn } from './app-state.ts'
import { rowsOf } from './folders.ts'
import type { ProfilesState } from './profiles-state.ts'

const noneClosed: ReadonlySet<string> = new Set()

/**
 * The profiles at the top of the list as it opens, and the one that is shown then. None where
 * the list is sorted by what changes with time: rows that move under the pointer are worse
 * than rows that come later.
 */
export function firstRowsOf({
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

/** Tells main which profiles to read first at the next start, whenever it may be others. */
export function tellFirstRows(
  state: Pick<StoreApi<AppState>, 'subscribe'>,
  client: Pick<Client, 'ask'>,
): void {
  let seen: Pick<ProfilesState, 'order' | 'folderIndex' | 'settings'> | undefined
  let told: readonly ProfileId[] | undefined
  state.subscribe((now) => {
    const profilesState = profilesStateIn(now)
    // A locked window knows no profile, and one that is being opened not all of them.
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
    if (ids.length === told?.length && ids.every((id, index) => id === told?.[index])) return
    told = ids
    void client.ask('reportFirstRows', { ids: [...ids] })
  })
}
