import { lazy, Suspense, useLayoutEffect, useRef } from 'react'
import type { ProfileId } from '../../../shared/profile.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { clockText } from '../../i18n/duration.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import { useAppState, useProfile } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { DetailHeader } from './DetailHeader.tsx'
import { DetailTabs } from './DetailTabs.tsx'
import { FailureCard } from './FailureCard.tsx'
import { LifeCard } from './LifeCard.tsx'
import { waitsForUser } from './offered-actions.ts'
import classes from './ProfileDetail.module.css'

const BrowserCard = lazy(async () => {
  const { BrowserCard } = await import('./BrowserCard.tsx')
  return { default: BrowserCard }
})

const DeviceCard = lazy(async () => {
  const { DeviceCard } = await import('./DeviceCard.tsx')
  return { default: DeviceCard }
})

/** The chosen profile, once main has reported it. */
export function ProfileDetail({ id }: { readonly id: ProfileId }) {
  const profile = useProfile(id)
  if (profile === undefined) return null
  return (
    <article className={classes['detail']} aria-labelledby="profile-name">
      <DetailHeader profile={profile} />
      <TroubleNotice />
      <WaitingSignIn profile={profile} />
      <LifeCard profile={profile} />
      <FailureCard profile={profile} />
      <ProfileNotices profile={profile} />
      <DetailTabs profile={profile} />
    </article>
  )
}

/** Shows the steps of the user in a browser, while the run under way waits for them. */
function WaitingSignIn({ profile }: { readonly profile: ProfileView }) {
  const progress = profile.tokenRun?.progress
  useFocusAfterSignIn(waitsForUser(profile))
  return (
    <Suspense>
      {progress?.kind === 'waiting-for-browser' && (
        <BrowserCard profile={profile} progress={progress} />
      )}
      {progress?.kind === 'showing-device-code' && (
        <DeviceCard id={profile.id} progress={progress} />
      )}
    </Suspense>
  )
}

/**
 * Moves the focus on when the card of a sign-in goes with it: to the button that comes back, which
 * repeats the sign-in.
 */
function useFocusAfterSignIn(isWaiting: boolean): void {
  const wasWaiting = useRef(isWaiting)
  useLayoutEffect(() => {
    const isOver = wasWaiting.current && !isWaiting
    wasWaiting.current = isWaiting
    if (!isOver || document.activeElement?.tagName !== 'MAIN') return
    const next = document.querySelector<HTMLElement>('[data-next-after-sign-in]')
    next?.focus({ preventScroll: true })
  }, [isWaiting])
}

/** Notices about this profile. */
function ProfileNotices({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  // Without a key no secret is ever on disk, and a notice above explains it.
  const protection = useAppState((state) => profilesStateIn(state)?.vault.protection.kind)
  const isKept = protection === 'key-store' || protection === 'passphrase'
  const clockOffset = profile.token?.clockOffset ?? null
  const isPractice = profile.lifetime === 'session'
  return (
    <>
      {isPractice && <Notice kind="info">{t('detail.practice')}</Notice>}
      {profile.isOlderGeneration && <Notice kind="warning">{t('detail.olderGeneration')}</Notice>}
      {!isPractice && !profile.saved && isKept && (
        <Notice kind="warning">{t('detail.notSaved')}</Notice>
      )}
      {profile.token?.madeWithOlderSettings === true && (
        <Notice kind="info">{t('detail.olderSettings')}</Notice>
      )}
      {clockOffset !== null && <Notice kind="info">{clockText(t, clockOffset)}</Notice>}
    </>
  )
}
