import { useInViewport } from '@mantine/hooks'
import { type ProfileState, stateOf } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { useCountdown } from '../../now/use-now.ts'
import { lifeHeadline, lifeHint } from '../../sentences/life.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { StateMark } from '../state/StateMark.tsx'
import { KeepFresh } from './KeepFresh.tsx'
import classes from './LifeCard.module.css'
import { LifeRing } from './LifeRing.tsx'
import { TokenActions } from './TokenActions.tsx'

/** State, remaining life and what can be done, at a glance. */
export function LifeCard({ profile }: { readonly profile: ProfileView }) {
  const state = useCountdown(profile, (now) => stateOf(profile, now))
  const { ref, inViewport: isInSight } = useInViewport()
  return (
    <section className={classes['card']} data-tag={profile.settings.tag?.color}>
      <div className={classes['life']} ref={ref}>
        <LifeRing profile={profile} state={state} isInSight={isInSight} />
        <LifeWords profile={profile} state={state} isInSight={isInSight} />
      </div>
      {!profile.locked && <TokenActions profile={profile} state={state} />}
      {!profile.locked && <KeepFresh profile={profile} />}
    </section>
  )
}

interface Props {
  readonly profile: ProfileView
  readonly state: ProfileState
  readonly isInSight: boolean
}

/** Apart from the rest, because this is what changes every second. */
function LifeWords({ profile, state, isInSight }: Props) {
  const { t, moments } = useSentences()
  const headline = useCountdown(profile, (now) => lifeHeadline(t, profile, state, now), isInSight)
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
