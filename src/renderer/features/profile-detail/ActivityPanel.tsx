import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import { useState } from 'react'
import { maxActivity } from '../../../shared/limits.ts'
import type { ActivityEntry, ProfileView } from '../../../shared/profile-view.ts'
import {
  activityDays,
  activityEvidence,
  activityReasons,
  activityText,
} from '../../i18n/activity.ts'
import { isFailed, isQuiet } from '../../i18n/failed-request.ts'
import { useSentences } from '../../i18n/use-texts.ts'
import classes from './ActivityPanel.module.css'

const shownAtFirst = 20

/** The activity of a profile by day, newest first. */
export function ActivityPanel({ profile }: { readonly profile: ProfileView }) {
  const { t, moments } = useSentences()
  const [showsAll, setShowsAll] = useState(false)
  const { activity } = profile
  if (activity.length === 0) return <p className={classes['soft']}>{t('activity.empty')}</p>
  const shown = showsAll ? activity : activity.slice(0, shownAtFirst)
  const isWhole = shown.length === activity.length
  return (
    <div className={classes['activity']}>
      <p className={classes['soft']}>{t('activity.intro')}</p>
      {activityDays(shown, moments).map(({ day, entries }) => (
        <section key={entries[0]?.at} aria-label={day}>
          <h2 className={classes['day']}>{day}</h2>
          <ol>
            {entries.map((entry) => (
              <ActivityItem
                key={`${entry.at} ${entry.what} ${entry.outcome.kind}`}
                profile={profile}
                entry={entry}
              />
            ))}
          </ol>
        </section>
      ))}
      {!isWhole && (
        <Button
          className={classes['more'] ?? ''}
          variant="subtle"
          size="compact-sm"
          onClick={() => setShowsAll(true)}
        >
          {t('activity.showAll', { count: activity.length })}
        </Button>
      )}
      {isWhole && activity.length === maxActivity && (
        <p className={classes['soft']}>{t('activity.oldest', { count: maxActivity })}</p>
      )}
    </div>
  )
}

interface Props {
  readonly profile: ProfileView
  readonly entry: ActivityEntry
}

/** Shows an event: its time, its trigger, and the server's response if it failed. */
function ActivityItem({ profile, entry }: Props) {
  const { t, moments } = useSentences()
  const { at, outcome } = entry
  const kind = isQuiet(outcome) ? 'cancelled' : isFailed(outcome) ? 'failed' : outcome.kind
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
