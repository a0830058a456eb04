import { Button } from '@mantine/core'
import { useState } from 'react'
import { maxActivity } from '../../../shared/max-activity.ts'
import type { ProfileView } from '../../../shared/profile-view.ts'
import { activityDays } from '../../i18n/activity.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { ActivityItem } from './ActivityItem.tsx'
import classes from './ActivityPanel.module.css'

const shownAtFirst = 20

/** What happened to the profile, newest first, day by day. */
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
