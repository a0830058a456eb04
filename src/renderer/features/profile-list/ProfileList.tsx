import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useCallback, useEffect, useId, useImperativeHandle, useRef } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { chosenIn } from '../../store/app-state.ts'
import type { ListRows } from '../../store/list-rows.ts'
import { isMac } from '../shortcuts/is-mac.ts'
import { shortcutFor } from '../shortcuts/shortcuts.ts'
import { FolderRow, ProfileRow } from './ListRow.tsx'
import classes from './ProfileList.module.css'
import { pageOf, useActiveProfile } from './use-active-profile.ts'

export interface ListHandle {
  /** Focuses the active row. */
  focus(): void
}

/** Pixels; as in ProfileList.module.css, with the room between rows. */
const rowHeight = 68
const folderHeight = 40

interface Props {
  readonly rows: ListRows
  readonly ref: Ref<ListHandle>
}

/**
 * Lists the profiles. Only the rows in view and the active one exist, so it works with 10,000. The list is one stop for the Tab key; arrow keys move within it.
 */
export function ProfileList({ rows: { keys, folders }, ref }: Props) {
  const { t } = useTexts()
  const chosen = useAppState(chosenIn)
  const { showAndCopy } = useActions()
  const search = useAppState((state) => state.search)
  const box = useRef<HTMLDivElement>(null)
  const prefix = useId()
  const rowId = (key: string) => `${prefix}-${key}`

  const active = useActiveProfile(keys, chosen, (index) => rows.scrollToIndex(index))
  const activeIndex = active.key === null ? -1 : keys.indexOf(active.key)
  const rows = useVirtualizer({
    count: keys.length,
    getScrollElement: () => box.current,
    // New functions would make the list measure all rows again.
    estimateSize: useCallback(
      (index: number) => (folders.has(keys[index] ?? '') ? folderHeight : rowHeight),
      [keys, folders],
    ),
    getItemKey: useCallback((index: number) => keys[index] ?? index, [keys]),
    overscan: 3,
    // A row that has the focus must not vanish when it scrolls out of view.
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      if (activeIndex < 0 || inView.includes(activeIndex)) return inView
      return [...inView, activeIndex].sort((one, other) => one - other)
    },
  })

  const focusActive = () => {
    if (active.key !== null) document.getElementById(rowId(active.key))?.focus()
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
          const id = shortcutFor(['list'], event, isMac)
          if (id === 'list-move') {
            const page = pageOf(box.current?.clientHeight ?? 0, rowHeight)
            if (!active.move(event.key, page)) return
            hasMoved.current = true
          } else if (id === 'list-copy' && active.key !== null && !folders.has(active.key)) {
            showAndCopy(active.key)
          } else return
          event.preventDefault()
        }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const key = keys[index]
          if (key === undefined) return null
          const page = { domId: rowId(key), start, position: index + 1, count: keys.length }
          const isActive = key === active.key
          const folder = folders.get(key)
          return folder === undefined ? (
            <ProfileRow
              key={key}
              id={key}
              {...page}
              isChosen={key === chosen}
              isActive={isActive}
            />
          ) : (
            <FolderRow key={key} folder={folder} {...page} isActive={isActive} />
          )
        })}
      </ul>
      {keys.length === 0 && <p className={classes['none']}>{t('list.noMatch', { search })}</p>}
    </div>
  )
}
