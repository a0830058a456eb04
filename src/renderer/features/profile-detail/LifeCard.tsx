import { type ProfileState, stateOf } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useCountdown } from '../../now/use-now.ts'
import { lifeFraction, lifeHeadline, lifeHint } from '../../sentences/life.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { StateMark } from '../state/StateMark.tsx'
import { stateIcons } from '../state/state-icons.ts'
import { KeepFresh } from './KeepFresh.tsx'
import classes from './LifeCard.module.css'
import { TokenActions } from './TokenActions.tsx'

/** State, remaining life and what can be done, at a glance. */
export function LifeCard({ profile }: { readonly profile: ProfileView }) {
  const state = useCountdown(profile, (now) => stateOf(profile, now))
  return (
    <section className={classes['card']}>
      <div className={classes['life']}>
        <LifeRing profile={profile} state={state} />
        <LifeWords profile={profile} state={state} />
      </div>
      {!profile.locked && <TokenActions profile={profile} state={state} />}
      {!profile.locked && <KeepFresh profile={profile} />}
    </section>
  )
}

interface Props {
  readonly profile: ProfileView
  readonly state: ProfileState
}

/** Apart from the rest, because this is what changes every second. */
function LifeWords({ profile, state }: Props) {
  const { t, moments } = useSentences()
  const headline = useCountdown(profile, (now) => lifeHeadline(t, profile, state, now))
  const hint = useCountdown(profile, (now) => lifeHint(t, profile, state, moments, now))
  const isAlive = state === 'valid' || state === 'expiring-soon'
  const isCounting = isAlive && typeof profile.token?.expiresAt === 'number'
  return (
    <div className={classes['words']}>
      <StateMark state={state} size="large" />
      <p className={classes['headline']} data-counting={isCounting || undefined}>
        {headline}
        {isCounting && <span className={classes['left']}> {t('detail.remaining')}</span>}
      </p>
      <p className={classes['hint']} aria-live="polite">
        {profile.flight === null ? hint : t(`detail.flight.${profile.flight}`)}
      </p>
    </div>
  )
}

/** Of the ring, in its own units; a line of 9 is drawn on it. */
const radius = 49
const around = 2 * Math.PI * radius

function LifeRing({ profile, state }: Props) {
  const fraction = useCountdown(profile, (now) => lifeFraction(profile, now))
  const Icon = stateIcons[state]
  const tone = `var(--desk-${state})`
  return (
    <div className={classes['ring']}>
      <svg viewBox="0 0 116 116" aria-hidden>
        <circle cx="58" cy="58" r={radius} />
        {!profile.locked && fraction > 0 && (
          <circle
            className={classes['arc']}
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
