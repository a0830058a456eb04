import type { ProfileView } from '../../../shared/profile-view.ts'
import { activityText } from '../../sentences/activity.ts'
import { isFailed } from '../../sentences/failed-request.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import classes from './ActivityPanel.module.css'

/** What happened to the profile, newest first. */
export function ActivityPanel({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  if (profile.activity.length === 0) {
    return <p className={classes['none']}>{t('activity.empty')}</p>
  }
  return (
    <ol className={classes['activity']}>
      {profile.activity.map((entry) => (
        <li
          key={`${entry.at} ${entry.what} ${entry.outcome.kind}`}
          data-failed={isFailed(entry.outcome) || undefined}
        >
          <time dateTime={new Date(entry.at).toISOString()}>{moments.exact(entry.at)}</time>
          <span>
            {activityText(t, entry)}
            {entry.outcome.kind !== 'obtained' && entry.by === 'renewal' && (
              <small> {t('activity.byRenewal')}</small>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}
