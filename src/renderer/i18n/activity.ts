import type { ActivityEntry, ProfileView } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'
import { isFailed } from './failed-request.ts'
import { whatHappened } from './failure.ts'
import type { Moments } from './moment.ts'
import { refusalTitle } from './refused-client.ts'
import { answerDetails, type TechnicalDetail } from './technical-details.ts'

/** Returns one sentence about an entry of the activity. */
export function activityText(
  t: Translate,
  profile: Pick<ProfileView, 'settings' | 'token'>,
  entry: ActivityEntry,
): string {
  const { what, by, outcome } = entry
  if (outcome.kind === 'obtained') {
    return what === 'other-methods' ? t('activity.foundMethod') : t(`activity.${what}.${by}`)
  }
  if (!isFailed(outcome)) return t('outcome.cancelled.title')
  return t(`activity.failed.${what}`, { what: refusalTitle(t, { ...entry, outcome }, profile) })
}

/** Why it happened, or what exactly went wrong: a sentence each. */
export function activityReasons(
  t: Translate,
  profile: ProfileView,
  entry: ActivityEntry,
): readonly string[] {
  const { outcome, by } = entry
  if (!isFailed(outcome)) {
    const isRenewed = outcome.kind === 'obtained' && by === 'renewal'
    return isRenewed ? [t('activity.keptFresh')] : []
  }
  const failure = whatHappened(t, profile, { ...entry, outcome })
  return by === 'renewal' ? [failure, t('activity.byRenewal')] : [failure]
}

/** Returns the server's response to a failed request: the protocol's codes and their meanings. */
export function activityEvidence(
  t: Translate,
  { outcome }: ActivityEntry,
): readonly TechnicalDetail[] {
  return isFailed(outcome) ? answerDetails(t, outcome).filter(({ code }) => code !== null) : []
}

/** The activity of one day. */
export interface ActivityDay {
  readonly day: string
  readonly entries: readonly ActivityEntry[]
}

/** Newest first, as it comes. */
export function activityDays(
  activity: readonly ActivityEntry[],
  moments: Moments,
): readonly ActivityDay[] {
  const days: { day: string; entries: ActivityEntry[] }[] = []
  for (const entry of activity) {
    const day = moments.day(entry.at)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
