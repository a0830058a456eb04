import { CloseButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { sayingText } from '../../i18n/saying.ts'
import { useSentences } from '../../i18n/use-sentences.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { spokenOfIn, type ToastMessage } from '../../store/app-state.ts'
import classes from './Toast.module.css'

/** Long enough to be read twice. */
const readingTime = 6000

/** What came to nothing gets no tick. */
const isDone = ({ kind }: ToastMessage) => kind !== 'cancelled' && kind !== 'nothing-to-copy'

/**
 * What the window says in passing. The live region is always there: a screen reader
 * reads out only what changes in a region that it knows.
 */
export function Toast() {
  const toast = useAppState((state) => state.toast)
  const profile = useAppState(spokenOfIn)
  const { hideToast } = useActions()
  const { t } = useSentences()

  useEffect(() => {
    if (toast === null) return
    const timer = setTimeout(hideToast, readingTime)
    return () => clearTimeout(timer)
  }, [toast, hideToast])

  return (
    <div className={classes['region']} role="status">
      {toast !== null && (
        <div key={toast.number} className={classes['toast']}>
          {isDone(toast.message) && <IconCheck size={18} aria-hidden className={classes['icon']} />}
          <span>{sayingText(t, toast.message, profile)}</span>
          <CloseButton size="sm" aria-label={t('app.dismiss')} onClick={hideToast} />
        </div>
      )}
    </div>
  )
}
