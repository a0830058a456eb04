import type { ProfileId } from '../../../shared/profile.ts'
import { useProfile } from '../../store/app-context.ts'
import { TroubleNotice } from '../notices/TroubleNotice.tsx'
import { DetailHeader } from './DetailHeader.tsx'
import { DetailTabs } from './DetailTabs.tsx'
import { FailureCard } from './FailureCard.tsx'
import { LifeCard } from './LifeCard.tsx'
import classes from './ProfileDetail.module.css'
import { ProfileNotices } from './ProfileNotices.tsx'

/** The chosen profile. Nothing, until main has told about it. */
export function ProfileDetail({ id }: { readonly id: ProfileId }) {
  const profile = useProfile(id)
  if (profile === undefined) return null
  return (
    <article className={classes['detail']} aria-labelledby="profile-name">
      <DetailHeader profile={profile} />
      <TroubleNotice />
      <LifeCard profile={profile} />
      <FailureCard profile={profile} />
      <ProfileNotices profile={profile} />
      <DetailTabs profile={profile} />
    </article>
  )
}
