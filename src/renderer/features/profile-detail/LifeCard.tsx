import { Switch } from '@mantine/core'
import { useInViewport } from '@mantine/hooks'
import { IconHourglass } from '@tabler/icons-react'
import { startTransition, useOptimistic } from 'react'
import type { Instant } from '../../../shared/clock.ts'
import { type ProfileState, stateOf } from '../../../shared/profile-state.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { keepFreshText } from '../../i18n/keep-fresh.ts'
import { hasRemaining, lifeHeadline, lifeHint, runHint } from '../../i18n/life.ts'
import { isGrantOfPerson, renewalEnd, signInAgain } from '../../i18n/sign-in.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useCountdown } from '../../now/use-now.ts'
import { useApp, useRequest } from '../../store/app-context.ts'
import { Countdown } from '../countdown/Countdown.tsx'
import { StateMark } from '../state/StateMark.tsx'
import { FetchButton } from './FetchButton.tsx'
import classes from './LifeCard.module.css'
import { LifeRing } from './LifeRing.tsx'
import { waitsForUser } from './offered-actions.ts'
import { TokenActions } from './TokenActions.tsx'

/** State, remaining life and what can be done, at a glance. */
export function LifeCard({ profile }: { readonly profile: ProfileView }) {
  const state = useCountdown(profile, (now) => stateOf(profile, now))
  const { ref, inViewport: isInSight } = useInViewport()
  return (
    <section className={classes['card']} data-tag={profile.settings.about.tag?.color}>
      <div className={classes['life']} ref={ref}>
        <LifeRing profile={profile} state={state} isInSight={isInSight} />
        <LifeWords profile={profile} state={state} isInSight={isInSight} />
      </div>
      {!profile.locked && <TokenActions profile={profile} state={state} />}
      {!profile.locked && <KeepFresh profile={profile} />}
      {!profile.locked && <LongerAccess profile={profile} />}
      {!profile.locked && <RenewalEnd profile={profile} />}
    </section>
  )
}

interface Props {
  readonly profile: ProfileView
  readonly state: ProfileState
  readonly isInSight: boolean
}

function LifeWords({ profile, state, isInSight }: Props) {
  const { now } = useApp()
  const { t, moments } = useSentences()
  // The hint stays the same until this value changes.
  useCountdown(profile, (at) => `${new Date(at).toDateString()} ${hasRemaining(profile, at)}`)
  const isFirstSignIn = state === 'no-token' && isGrantOfPerson(profile)
  const hint = isFirstSignIn ? t('signIn.first') : lifeHint(t, profile, state, moments, now.get())
  const headlineAt = (at: Instant) => lifeHeadline(t, profile, state, at)
  const isAlive = state === 'valid' || state === 'expiring-soon'
  const isCounting = isAlive && typeof profile.token?.expiresAt === 'number'
  return (
    <div className={classes['words']}>
      <StateMark state={state} size="large" />
      <p className={classes['headline']}>
        {isCounting ? (
          <>
            <Countdown profile={profile} textAt={headlineAt} isInSight={isInSight} />
            <span className={classes['left']}> {t('detail.remaining')}</span>
          </>
        ) : (
          headlineAt(now.get())
        )}
      </p>
      <p className={classes['hint']} aria-live="polite">
        {profile.tokenRun === null ? hint : runHint(t, profile.tokenRun)}
      </p>
    </div>
  )
}

function KeepFresh({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const { run: changeMarks } = useRequest('changeMarks')
  const { id, settings } = profile
  // The switch changes at once; main's answer then takes precedence.
  const [isOn, setIsOn] = useOptimistic(settings.about.keepFresh)
  return (
    <div className={classes['row']}>
      <Switch
        label={t('detail.keepFresh')}
        // The label element holds the description too, which is no part of the name.
        aria-label={t('detail.keepFresh')}
        description={keepFreshText(t, profile, isOn, moments)}
        checked={isOn}
        onChange={(event) => {
          const { checked } = event.currentTarget
          startTransition(async () => {
            setIsOn(checked)
            await changeMarks({ id, marks: { keepFresh: checked } })
          })
        }}
      />
    </div>
  )
}

/** Says that the token can't be renewed without the user, and offers to ask for more. */
function LongerAccess({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const { run: applyRemedy } = useRequest('applyRemedy')
  const again = signInAgain(t, profile, moments)
  if (again === null || waitsForUser(profile)) return null
  const { id, tokenRun } = profile
  return (
    <div className={`${classes['row']} ${classes['longer']}`}>
      <div className={classes['again']}>
        <p>{again.text}</p>
        {again.canAsk && <p className={classes['small']}>{t('signIn.longer.hint')}</p>}
      </div>
      {again.canAsk && (
        <FetchButton
          Icon={IconHourglass}
          variant="default"
          isBusy={false}
          isWaiting={tokenRun !== null}
          onClick={() => void applyRemedy({ id, remedy: 'ask-for-longer-access' })}
        >
          {t('signIn.longer.ask')}
        </FetchButton>
      )}
    </div>
  )
}

/** Says when the permission to renew ends, before it does. */
function RenewalEnd({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const end = useCountdown(profile, (now) => renewalEnd(profile, now))
  if (end === null) return null
  return (
    <div className={classes['row']}>
      <p>{t('signIn.longer.ends', { moment: moments.short(end) })}</p>
    </div>
  )
}
