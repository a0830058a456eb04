import { useMemo } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import { useApp, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { type ListRows, rowsOf } from '../../store/folders.ts'
import { ordered } from '../../store/profile-order.ts'
import { createSearch, type Search } from '../../store/profiles-state.ts'
import { useEndTick } from './use-end-tick.ts'
import { useSearchText } from './use-search-text.ts'

const none: readonly ProfileId[] = []
const noSearch: Search = () => none
const noneClosed: ReadonlySet<string> = new Set()

/** What the list shows: the profiles that the search leaves, sorted and in their folders. */
export function useListRows(): { readonly rows: ListRows; readonly found: number } {
  const { now } = useApp()
  const profilesState = useAppState(profilesStateIn)
  // At once, not deferred: ten thousand texts that were made ahead are searched in a millisecond
  // or two, and the result comes a frame earlier.
  const search = useAppState((state) => state.search)
  const closed = useAppState((state) => state.closedFolders)
  const listSort = profilesState?.settings.listSort ?? 'name'
  const showFolders = profilesState?.settings.showFolders === true
  const tick = useEndTick(profilesState?.profiles, listSort === 'expiry')
  const textOf = useSearchText()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick is the news that time has passed.
  const order = useMemo(
    () => (profilesState === undefined ? none : ordered(profilesState, listSort, now.get())),
    [profilesState, listSort, now, tick],
  )
  const find = useMemo(
    () => (profilesState === undefined ? noSearch : createSearch(profilesState, order, textOf)),
    [profilesState, order, textOf],
  )
  const found = useMemo(() => find(search), [find, search])
  const folderIndex = showFolders ? (profilesState?.folderIndex ?? null) : null
  // What is searched for is shown wherever it is.
  const shut = search.trim() === '' ? closed : noneClosed
  const rows = useMemo(() => rowsOf(found, folderIndex, shut), [found, folderIndex, shut])
  return { rows, found: found.length }
}
