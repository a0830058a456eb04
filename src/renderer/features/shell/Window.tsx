import { Button, CloseButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import { errorText } from '../../i18n/app-error.ts'
import { sayingText } from '../../i18n/toast.ts'
import { useSentences, useTexts } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn, type ToastMessage, toastProfileIn } from '../../store/app-state.ts'
import { UnlockScreen } from '../unlock/UnlockScreen.tsx'
import { FullPage, Waiting } from './FullPage.tsx'
import { MainScreen } from './MainScreen.tsx'
import { useFocusAfterUnlock } from './use-focus.ts'
import classes from './Window.module.css'

export function Window() {
  return (
    <>
      <Phase />
      <Toast />
    </>
  )
}

function Phase() {
  const phase = useAppState((state) => state.phase)
  const { load } = useActions()
  const { t } = useTexts()
  const protection = useAppState((state) => profilesStateIn(state)?.vault.protection.kind)
  const isLocked = protection === 'locked'
  const open = protection === undefined ? 'neither' : 'open'
  useFocusAfterUnlock(isLocked ? 'locked' : open)
  switch (phase.kind) {
    case 'loading':
      return <Waiting />
    case 'failed':
      return (
        <FullPage title={t('app.failed')} text={errorText(t, phase.error)} role="alert">
          <Button onClick={() => void load()}>{t('app.tryAgain')}</Button>
        </FullPage>
      )
    case 'ready':
      return isLocked ? <UnlockScreen /> : <MainScreen />
    default:
      return assertNever(phase)
  }
}

/** Long enough to be read twice. */
const readingTime = 6000

/** What came to nothing gets no tick. */
const isDone = ({ kind }: ToastMessage) => kind !== 'cancelled' && kind !== 'nothing-to-copy'

/**
 * What the window says in passing. The live region is always there: a screen reader
 * reads out only what changes in a region that it knows.
 */
function Toast() {
  const toast = useAppState((state) => state.toast)
  const profile = useAppState(toastProfileIn)
  const { dismiss } = useActions()
  const { t } = useSentences()

  useEffect(() => {
    if (toast === null) return
    const timer = setTimeout(() => dismiss('toast'), readingTime)
    return () => clearTimeout(timer)
  }, [toast, dismiss])

  return (
    <div className={classes['region']} role="status">
      {toast !== null && (
        <div key={toast.number} className={classes['toast']}>
          {isDone(toast.message) && <IconCheck size={18} aria-hidden className={classes['icon']} />}
          <span>{sayingText(t, toast.message, profile)}</span>
          <CloseButton size="sm" aria-label={t('app.dismiss')} onClick={() => dismiss('toast')} />
        </div>
      )}
    </div>
  )
}
