import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useCallback, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileId } from '../../../shared/profile.ts'
import { useAppState } from '../../store/app-context.ts'
import { chosenIn } from '../../store/app-state.ts'
import { pageOf } from './list-keys.ts'
import classes from './ProfileList.module.css'
import { ProfileRow } from './ProfileRow.tsx'
import { useActiveProfile } from './use-active-profile.ts'
import { useMatchingProfiles } from './use-matching-profiles.ts'

export interface ListHandle {
  /** Puts the focus on the row where the keyboard stands. */
  focus(): void
}

/** Pixels; as in ProfileList.module.css. */
const rowHeight = 68
const estimateRow = () => rowHeight

/**
 * The profiles. Only the rows in view exist, and the one where the keyboard stands, so
 * it works with 10,000. The list is one stop for the Tab key; arrow keys move within it.
 */
export function ProfileList({ ref }: { readonly ref: Ref<ListHandle> }) {
  const { t } = useTranslation()
  const ids = useMatchingProfiles()
  const chosen = useAppState(chosenIn)
  const search = useAppState((state) => state.search)
  const box = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const rowId = (id: ProfileId) => `${prefix}-${id}`

  const active = useActiveProfile(ids, chosen, (index) => rows.scrollToIndex(index))
  const activeIndex = active.id === null ? -1 : ids.indexOf(active.id)
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: estimateRow,
    // Another function would have all rows measured anew.
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    overscan: 6,
    // A row that has the focus must not vanish when it scrolls out of view.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      if (activeIndex < 0 || inView.includes(activeIndex)) return inView
      return [...inView, activeIndex].sort((one, other) => one - other)
    },
  })

  const focusActive = () => {
    if (active.id !== null) document.getElementById(rowId(active.id))?.focus()
  }
  useImperativeHandle(ref, () => ({ focus: focusActive }))
  const hasMoved = useRef(false)
  useEffect(() => {
    if (hasMoved.current) focusActive()
    hasMoved.current = false
  })

  return (
    <div ref={box} className={classes['list']}>
      <ul
        className={classes['all']}
        aria-label={t('list.label')}
        style={{ height: rows.getTotalSize() }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          const page = pageOf(box.current?.clientHeight ?? 0, rowHeight)
          if (!active.move(event.key, page)) return
          hasMoved.current = true
          event.preventDefault()
        }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const id = ids[index]
          return (
            id !== undefined && (
              <ProfileRow
                key={id}
                id={id}
                domId={rowId(id)}
                start={start}
                position={index + 1}
                count={ids.length}
                isChosen={id === chosen}
                isActive={id === active.id}
              />
            )
          )
        })}
      </ul>
      {ids.length === 0 && <p className={classes['none']}>{t('list.noMatch', { search })}</p>}
    </div>
  )
}
