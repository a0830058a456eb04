import type { StoreApi } from 'zustand/vanilla'
import { mostFirstRows } from '../../shared/first-rows.ts'
import type { ProfileId } from '../../shared/profile.ts'
import type { Client } from '../client.ts'
import { type AppState, deskIn } from './app-state.ts'
import type { Desk } from './desk.ts'
import { rowsOf } from './folders.ts'

const noneClosed: ReadonlySet<string> = new Set()

/**
 * The profiles at the top of the list as it opens, and the one that is shown then. None where
 * the list is sorted by what changes with time: rows that move under the pointer are worse
 * than rows that come later.
 */
export function firstRowsOf({ order, filing, profiles, settings }: Desk): readonly ProfileId[] {
  const [shown] = order
  if (shown === undefined || settings.listSort !== 'name') return []
  const { keys } = rowsOf(order, settings.showFolders ? filing : null, noneClosed)
  const rows = keys.slice(0, mostFirstRows).filter((key) => profiles.has(key))
  return [...new Set([shown, ...rows])].slice(0, mostFirstRows)
}

/** Tells main which profiles to read first at the next start, whenever it may be others. */
export function tellFirstRows(
  state: Pick<StoreApi<AppState>, 'subscribe'>,
  client: Pick<Client, 'ask'>,
): void {
  let seen: Pick<Desk, 'order' | 'filing' | 'settings'> | undefined
  let told: readonly ProfileId[] | undefined
  state.subscribe((now) => {
    const desk = deskIn(now)
    // A locked window knows no profile, and one that is being opened not all of them.
    if (desk === undefined || desk.toCome > 0 || desk.vault.protection.kind === 'locked') return
    const { order, filing, settings } = desk
    if (order === seen?.order && filing === seen.filing && settings === seen.settings) return
    seen = desk
    const ids = firstRowsOf(desk)
    if (ids.length === told?.length && ids.every((id, index) => id === told?.[index])) return
    told = ids
    void client.ask('noteFirstRows', { ids: [...ids] })
  })
}
