import { useEffect, useRef } from 'react'
import type { ProfileState } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { lifeFraction } from '../../i18n/life.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useCountdown } from '../../now/use-now.ts'
import { stateIcons } from '../state/state-icons.ts'
import classes from './LifeRing.module.css'

interface Props {
  readonly profile: ProfileView
  readonly state: ProfileState
  readonly isInSight: boolean
}

/** Of the ring, in its own units; a line of 9 is drawn on it. */
const radius = 49
const around = 2 * Math.PI * radius
/** More at once is no second that went by but another token: the eye may follow. */
const jump = 0.02

/** Shows the rest of a token's life as a ring that empties, with a text for screen readers. */
export function LifeRing({ profile, state, isInSight }: Props) {
  const { t, locale } = useSentences()
  const fraction = useCountdown(profile, (now) => lifeFraction(profile, now), isInSight)
  const drawn = useRef(fraction)
  const isMoving = Math.abs(fraction - drawn.current) > jump
  useEffect(() => {
    drawn.current = fraction
  })
  const Icon = stateIcons[state]
  const tone = `var(--app-${state})`
  const isKnown = !profile.locked && typeof profile.token?.expiresAt === 'number'
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(fraction)
  return (
    <div
      className={classes['ring']}
      {...(isKnown
        ? { role: 'img', 'aria-label': t('detail.ring', { percent }) }
        : { 'aria-hidden': true })}
    >
      <svg viewBox="0 0 116 116" aria-hidden>
        <circle cx="58" cy="58" r={radius} />
        {!profile.locked && fraction > 0 && (
          <circle
            className={classes['arc']}
            data-moving={isMoving || undefined}
            cx="58"
            cy="58"
            r={radius}
            style={{ stroke: tone, strokeDasharray: `${fraction * around} ${around}` }}
          />
        )}
      </svg>
      <Icon size={36} stroke={1.6} color={tone} aria-hidden />
    </div>
  )
}
