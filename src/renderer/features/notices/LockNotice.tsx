import { lockRefusalText } from '../../i18n/lock-refusal.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { Notice } from './Notice.tsx'
import classes from './VaultNotices.module.css'

/** What became of the last lock, where it is not as somebody would expect. */
export function LockNotice() {
  const notice = useAppState((state) => state.lockNotice)
  const { dismissLockNotice } = useActions()
  const { t } = useSentences()
  if (notice === null) return null
  const { refused, lostTyping } = notice
  return (
    <div className={classes['notices']}>
      <Notice
        kind={refused === null ? 'info' : 'trouble'}
        title={refused === null ? null : t('security.lock.refused')}
        onDismiss={dismissLockNotice}
      >
        {refused !== null && <p>{lockRefusalText(t, refused)}</p>}
        {lostTyping && <p>{t('security.lock.typingLost')}</p>}
      </Notice>
    </div>
  )
}
