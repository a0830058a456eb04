import type { ProfileView } from '../../../shared/profile-view.ts'
import { clockText } from '../../i18n/clock-difference.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Notice } from '../notices/Notice.tsx'

/** What is particular about this profile. */
export function ProfileNotices({ profile }: { readonly profile: ProfileView }) {
  const { t } = useSentences()
  // Without a key nothing secret is ever on disk, and the window says so above.
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
