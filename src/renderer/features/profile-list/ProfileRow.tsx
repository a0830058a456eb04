import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { isolatedName } from '../../../shared/names.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import { stateOf } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { hasRemaining, remainingText } from '../../i18n/life.ts'
import { providerName } from '../../i18n/provider-name.ts'
import { useCountdown } from '../../now/use-now.ts'
import { useActions, useAppState, useProfile } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Countdown } from '../countdown/Countdown.tsx'
import { Name } from '../name/Name.tsx'
import { StateMark } from '../state/StateMark.tsx'
import { TagChip } from '../tag/TagChip.tsx'
import classes from './ProfileList.module.css'

interface Props {
  readonly id: ProfileId
  readonly domId: string
  /** Pixels from the top of the list. */
  readonly start: number
  /** Counted from one. */
  readonly position: number
  readonly count: number
  readonly isChosen: boolean
  /** Whether the Tab key leads here. */
  readonly isActive: boolean
}

export const ProfileRow = memo(function ProfileRow(props: Props) {
  const profile = useProfile(props.id)
  const { goTo } = useActions()
  if (profile === undefined) return null
  return (
    <li
      className={classes['row']}
      style={{ transform: `translateY(${props.start}px)` }}
      aria-posinset={props.position}
      aria-setsize={props.count}
    >
      <button
        id={props.domId}
        type="button"
        className={classes['profile']}
        aria-current={props.isChosen || undefined}
        data-tag={profile.settings.tag?.color}
        tabIndex={props.isActive ? 0 : -1}
        onClick={() => goTo({ kind: 'profile', id: props.id })}
      >
        <RowContent profile={profile} />
      </button>
    </li>
  )
})

/** Most of a row, and the same when the row only moves. */
const RowContent = memo(function RowContent({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation()
  const presets = useAppState((state) => profilesStateIn(state)?.presets)
  const state = useCountdown(profile, (now) => stateOf(profile, now))
  const isTimed = useCountdown(profile, (now) => hasRemaining(profile, now))
  const provider = providerName(t, presets ?? [], profile)
  const { name, tag } = profile.settings
  return (
    <>
      <span
        className={classes['name']}
        data-timed={isTimed || undefined}
        title={isolatedName(name)}
      >
        <Name>{name}</Name>
      </span>
      {isTimed && (
        <span className={classes['remaining']}>
          <Countdown profile={profile} textAt={(now) => remainingText(t, profile, now)} />
        </span>
      )}
      <span className={classes['from']}>
        {tag !== null && <TagChip tag={tag} />}
        <span className={classes['provider']} title={provider}>
          {provider}
        </span>
      </span>
      <StateMark state={state} size="small" />
    </>
  )
})
