import { useEffect, useMemo, useState } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useApp, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { type ListRows, nextEnd, ordered, rowsOf } from '../../store/list-rows.ts'
import { createSearch, type Search } from '../../store/search.ts'
import { useSearchText } from './use-search-text.ts'

const none: readonly ProfileId[] = []
const noSearch: Search = () => none
const noneClosed: ReadonlySet<string> = new Set()

/**
 * Returns the rows of the list: the profiles that match the search, sorted and in their folders.
 */
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
  // A search also shows profiles in collapsed folders.
  const shut = search.trim() === '' ? closed : noneClosed
  const rows = useMemo(() => rowsOf(found, folderIndex, shut), [found, folderIndex, shut])
  return { rows, found: found.length }
}

/** A longer `setTimeout` fires at once. */
const maxTimer = 2 ** 31 - 1

/** However many tokens end one after the other, the list is sorted no more often than this. */
const minRest = 2000

/** Changes when a token ends, and with that the order by expiry; `isNeeded`: it is sorted so. */
function useEndTick(
  profiles: ReadonlyMap<ProfileId, ProfileView> | undefined,
  isNeeded: boolean,
): number {
  const { now } = useApp()
  const [tick, setTick] = useState(0)
  useEffect(() => {
    if (!isNeeded || profiles === undefined) return
    const end = nextEnd(profiles, now.get())
    if (end === null) return
    const wait = Math.min(maxTimer, Math.max(minRest, end - now.get() + 1))
    const timer = setTimeout(() => setTick(tick + 1), wait)
    return () => clearTimeout(timer)
  }, [profiles, isNeeded, now, tick])
  return tick
}
