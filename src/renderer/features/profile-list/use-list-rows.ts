import { useMemo } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import { useApp, useAppState } from '../../store/app-context.ts'
import { deskIn } from '../../store/app-state.ts'
import { createSearch, type Search } from '../../store/desk.ts'
import { type ListRows, rowsOf } from '../../store/folders.ts'
import { ordered } from '../../store/profile-order.ts'
import { useEndTick } from './use-end-tick.ts'
import { useSearchText } from './use-search-text.ts'

const none: readonly ProfileId[] = []
const noSearch: Search = () => none
const noneClosed: ReadonlySet<string> = new Set()

/** What the list shows: the profiles that the search leaves, sorted and in their folders. */
export function useListRows(): { readonly rows: ListRows; readonly found: number } {
  const { now } = useApp()
  const desk = useAppState(deskIn)
  // At once, not deferred: ten thousand texts that were made ahead are searched in a millisecond
  // or two, and the result comes a frame earlier.
  const search = useAppState((state) => state.search)
  const closed = useAppState((state) => state.closedFolders)
  const listSort = desk?.settings.listSort ?? 'name'
  const showFolders = desk?.settings.showFolders === true
  const tick = useEndTick(desk?.profiles, listSort === 'expiry')
  const textOf = useSearchText()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a tick is the news that time has passed.
  const order = useMemo(
    () => (desk === undefined ? none : ordered(desk, listSort, now.get())),
    [desk, listSort, now, tick],
  )
  const find = useMemo(
    () => (desk === undefined ? noSearch : createSearch(desk, order, textOf)),
    [desk, order, textOf],
  )
  const found = useMemo(() => find(search), [find, search])
  const filing = showFolders ? (desk?.filing ?? null) : null
  // What is searched for is shown wherever it is.
  const shut = search.trim() === '' ? closed : noneClosed
  const rows = useMemo(() => rowsOf(found, filing, shut), [found, filing, shut])
  return { rows, found: found.length }
}
