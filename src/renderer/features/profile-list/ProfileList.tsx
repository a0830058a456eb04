import { useVirtualizer } from '@tanstack/react-virtual'
import { type Ref, useId, useImperativeHandle, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProfileId } from '../../../shared/profile.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { chosenIn } from '../../store/app-state.ts'
import { pageOf } from './list-keys.ts'
import classes from './ProfileList.module.css'
import { ProfileRow } from './ProfileRow.tsx'
import { useActiveProfile } from './use-active-profile.ts'
import { useMatchingProfiles } from './use-matching-profiles.ts'

function rowOf(target: EventTarget): Element | null {
  return target instanceof Element ? target.closest('[role="option"]') : null
}

/** Pixels; as in ProfileList.module.css. */
const rowHeight = 68

/**
 * The profiles as a listbox: only the rows in view exist, so it works with 10,000.
 * It keeps the focus itself and names its active row (WAI-ARIA listbox pattern).
 */
export function ProfileList({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation()
  const { goTo } = useActions()
  const ids = useMatchingProfiles()
  const chosen = useAppState(chosenIn)
  const search = useAppState((state) => state.search)
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle<HTMLDivElement | null, HTMLDivElement | null>(ref, () => box.current)
  const prefix = useId()

  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
  })
  const active = useActiveProfile(ids, chosen, (index) => rows.scrollToIndex(index))
  const rowId = (id: ProfileId) => `${prefix}-${id}`
  const choose = (id: ProfileId) => goTo({ kind: 'profile', id })

  return (
    <div className={classes['box']}>
      <div
        ref={box}
        className={classes['list']}
        role="listbox"
        aria-label={t('list.label')}
        aria-activedescendant={active.id === null ? undefined : rowId(active.id)}
        tabIndex={0}
        onFocus={(event) => {
          // The focus belongs to the list; a row that scrolls out of view would take it along.
          if (event.target !== event.currentTarget) event.currentTarget.focus()
        }}
        onClick={(event) => {
          const id = ids.find((candidate) => rowId(candidate) === rowOf(event.target)?.id)
          if (id !== undefined) choose(id)
        }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return
          if ((event.key === 'Enter' || event.key === ' ') && active.id !== null) choose(active.id)
          else if (!active.move(event.key, pageOf(event.currentTarget.clientHeight, rowHeight)))
            return
          event.preventDefault()
        }}
      >
        <div role="none" className={classes['all']} style={{ height: rows.getTotalSize() }}>
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
        </div>
      </div>
      {ids.length === 0 && <p className={classes['none']}>{t('list.noMatch', { search })}</p>}
    </div>
  )
}
