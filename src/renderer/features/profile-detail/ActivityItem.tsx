import { IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import type { ActivityEntry, ProfileView } from '../../../shared/profile-view.ts'
import { activityEvidence, activityReasons, activityText } from '../../i18n/activity.ts'
import { isFailed } from '../../i18n/failed-request.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import classes from './ActivityItem.module.css'

interface Props {
  readonly profile: ProfileView
  readonly entry: ActivityEntry
}

/** One thing that happened: when, what, why, and what the server answered if it failed. */
export function ActivityItem({ profile, entry }: Props) {
  const { t, moments } = useSentences()
  const { at, outcome } = entry
  const kind = isFailed(outcome) ? 'failed' : outcome.kind
  const Icon = { failed: IconAlertTriangle, obtained: IconCircleCheck, cancelled: IconHandStop }[
    kind
  ]
  return (
    <li className={classes['item']} data-kind={kind}>
      <time dateTime={new Date(at).toISOString()} title={moments.exact(at)}>
        {moments.time(at)}
      </time>
      <Icon size={18} aria-hidden className={classes['icon']} />
      <div>
        <p className={classes['what']}>{activityText(t, profile, entry)}</p>
        {activityReasons(t, profile, entry).map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        {activityEvidence(t, entry).map(({ code, text }) => (
          <p key={code} className={classes['evidence']}>
            <code>{code}</code> {text}
          </p>
        ))}
      </div>
    </li>
  )
}
