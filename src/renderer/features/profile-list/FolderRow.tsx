import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isolatedName } from '../../../shared/names.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { isWholeIn } from '../../store/app-state.ts'
import type { Folder } from '../../store/folders.ts'
import { Name } from '../name/Name.tsx'
import { isMac } from '../shortcuts/is-mac.ts'
import { shortcutFor } from '../shortcuts/shortcuts.ts'
import classes from './ProfileList.module.css'

interface Props {
  readonly folder: Folder
  readonly domId: string
  /** Pixels from the top of the list. */
  readonly start: number
  /** Counted from one. */
  readonly position: number
  readonly count: number
  /** Whether the Tab key leads here. */
  readonly isActive: boolean
}

/** The heading of a folder. A click, or the arrow keys to the sides, open and close it. */
export const FolderRow = memo(function FolderRow({ folder, ...props }: Props) {
  const { t } = useTranslation()
  const { openFolder } = useActions()
  const isWhole = useAppState(isWholeIn)
  const { key, name, count, isOpen } = folder
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li
      className={classes['folderRow']}
      style={{ transform: `translateY(${props.start}px)` }}
      aria-posinset={props.position}
      aria-setsize={props.count}
    >
      <button
        id={props.domId}
        type="button"
        className={classes['folder']}
        aria-expanded={isOpen}
        tabIndex={props.isActive ? 0 : -1}
        onClick={() => openFolder(key, !isOpen)}
        onKeyDown={(event) => {
          if (shortcutFor(['list'], event, isMac) === 'list-folder') {
            openFolder(key, event.key === 'ArrowRight')
          }
        }}
      >
        <Chevron size={16} aria-hidden />
        <span className={classes['folderName']} title={isolatedName(name)}>
          {name === '' ? t('groups.without') : <Name>{name}</Name>}
        </span>
        {isWhole && <span className={classes['folderCount']}>{t('groups.count', { count })}</span>}
      </button>
    </li>
  )
})
