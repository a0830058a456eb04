import { errorText } from '../../sentences/app-error.ts'
import { useSentences } from '../../sentences/use-sentences.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { Notice } from './Notice.tsx'
import classes from './VaultNotices.module.css'

/** What became of the last lock, where it is not as somebody would expect. */
export function LockNotice() {
  const notice = useAppState((state) => state.lockNotice)
  const { dismissLockNotice } = useActions()
  const { t } = useSentences()
  if (notice === null) return null
  const isRefused = notice.kind === 'refused'
  return (
    <div className={classes['notices']}>
      <Notice
        kind={isRefused ? 'trouble' : 'info'}
        title={isRefused ? t('security.lock.refused') : null}
        onDismiss={dismissLockNotice}
      >
        {isRefused ? errorText(t, notice.error) : t('security.lock.typingLost')}
      </Notice>
    </div>
  )
}
