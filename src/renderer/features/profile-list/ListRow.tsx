import { IconChevronDown, IconChevronRight, IconStarFilled } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { isolatedName } from '../../../shared/names.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import { stateOf } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { hasRemaining, remainingText } from '../../i18n/life.ts'
import { providerName, shortProviderName } from '../../i18n/provider-name.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useCountdown } from '../../now/use-now.ts'
import { useActions, useAppState, useProfile } from '../../store/app-context.ts'
import { isWholeIn, profilesStateIn } from '../../store/app-state.ts'
import type { Folder } from '../../store/list-rows.ts'
import { Countdown } from '../countdown/Countdown.tsx'
import { Name } from '../name/Name.tsx'
import { isMac } from '../shortcuts/is-mac.ts'
import { shortcutFor } from '../shortcuts/shortcuts.ts'
import { StateMark } from '../state/StateMark.tsx'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './ProfileList.module.css'

/** The place of a row in the list. */
interface RowProps {
  readonly domId: string
  /** Pixels from the top of the list. */
  readonly start: number
  /** Counted from one. */
  readonly position: number
  readonly count: number
  /** True for the row that the Tab key leads to. */
  readonly isActive: boolean
}

interface ItemProps {
  readonly row: Pick<RowProps, 'start' | 'position' | 'count'>
  readonly className: string | undefined
  readonly children: ReactNode
}

/** Positions a row; a screen reader counts all rows, though only those in view exist. */
function Item({ row: { start, position, count }, className, children }: ItemProps) {
  return (
    <li
      className={className}
      style={{ transform: `translateY(${start}px)` }}
      aria-posinset={position}
      aria-setsize={count}
    >
      {children}
    </li>
  )
}

interface ProfileRowProps extends RowProps {
  readonly id: ProfileId
  readonly isChosen: boolean
}

/** A profile in the list. */
export const ProfileRow = memo(function ProfileRow({
  id,
  isChosen,
  domId,
  isActive,
  ...row
}: ProfileRowProps) {
  const profile = useProfile(id)
  const { goTo } = useActions()
  if (profile === undefined) return null
  return (
    <Item row={row} className={classes['row']}>
      <button
        id={domId}
        type="button"
        className={classes['profile']}
        aria-current={isChosen || undefined}
        data-tag={profile.settings.about.tag?.color}
        tabIndex={isActive ? 0 : -1}
        onClick={() => goTo({ kind: 'profile', id })}
      >
        <RowContent profile={profile} />
      </button>
    </Item>
  )
})

/** Most of a row; it does not render again when the row only moves. */
const RowContent = memo(function RowContent({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTexts()
  const presets = useAppState((state) => profilesStateIn(state)?.presets)
  const state = useCountdown(profile, (now) => stateOf(profile, now))
  const isTimed = useCountdown(profile, (now) => hasRemaining(profile, now))
  const progress = profile.tokenRun?.progress.kind ?? 'requesting'
  const asked = [t, presets ?? [], profile] as const
  const { name, tag, favourite } = profile.settings.about
  return (
    <>
      <span
        className={classes['name']}
        data-timed={isTimed || undefined}
        title={isolatedName(name)}
      >
        {favourite && (
          <>
            <IconStarFilled
              className={classes['star']}
              size={13}
              role="img"
              aria-label={t('detail.favourite')}
            />{' '}
          </>
        )}
        <Name>{name}</Name>
      </span>
      {isTimed && (
        <span className={classes['remaining']}>
          <Countdown profile={profile} textAt={(now) => remainingText(t, profile, now)} />
        </span>
      )}
      <span className={classes['from']}>
        {tag !== undefined && <TagChip tag={tag} />}
        <span className={classes['provider']} title={providerName(...asked)}>
          {shortProviderName(...asked)}
        </span>
      </span>
      {progress === 'requesting' ? (
        <StateMark state={state} size="small" />
      ) : (
        <StateMark state="needs-sign-in" size="small" text={t('list.signIn')} />
      )}
    </>
  )
})

interface FolderRowProps extends RowProps {
  readonly folder: Folder
}

/** The heading of a folder. A click, or the left and right arrow keys, expand and collapse it. */
export const FolderRow = memo(function FolderRow({
  folder,
  domId,
  isActive,
  ...row
}: FolderRowProps) {
  const { t } = useTexts()
  const { openFolder } = useActions()
  const isWhole = useAppState(isWholeIn)
  const { key, name, count, isOpen } = folder
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <Item row={row} className={classes['folderRow']}>
      <button
        id={domId}
        type="button"
        className={classes['folder']}
        aria-expanded={isOpen}
        tabIndex={isActive ? 0 : -1}
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
    </Item>
  )
})
