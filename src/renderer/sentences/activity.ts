import type { ActivityEntry } from '../../shared/profile-view.ts'
import type { Translate } from '../language.ts'

/** What happened, in one sentence. */
export function activityText(t: Translate, { what, by, outcome }: ActivityEntry): string {
  if (outcome.kind === 'obtained') {
    return what === 'other-ways' ? t('activity.foundWay') : t(`activity.${what}.${by}`)
  }
  const title = t(`outcome.${outcome.kind}.title`)
  if (outcome.kind === 'cancelled') return title
  return t(`activity.failed.${what}`, { what: title })
}
