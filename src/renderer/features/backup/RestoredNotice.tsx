import type { Restored } from '../../../shared/backup.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { Notice } from '../notices/Notice.tsx'

/** What was done. */
export function RestoredNotice({ restored }: { readonly restored: Restored }) {
  const { t } = useSentences()
  const { stoppedBy, ...counts } = restored
  if (stoppedBy !== null) {
    return (
      <Notice kind="trouble" title={errorText(t, stoppedBy)}>
        {t('backup.restore.stopped', counts)}
      </Notice>
    )
  }
  return (
    <div role="status">
      <Notice kind="info" title={t('backup.restore.done', counts)}>
        {t('backup.restore.tokens')}
      </Notice>
    </div>
  )
}
