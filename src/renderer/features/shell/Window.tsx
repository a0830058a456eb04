import { assertNever } from '../../../shared/assert-never.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Button } from '../../parts/parts.tsx'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { FullPage, Waiting } from './FullPage.tsx'
import { MainScreen } from './MainScreen.tsx'
import { useFocusAfterUnlock } from './use-focus.ts'
import { useSecondChunk } from './use-second-chunk.ts'
import classes from './Window.module.css'

/** Everything that the window shows. */
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
  const locked = useSecondChunk(isLocked)
  const open = protection === undefined ? 'neither' : 'open'
  useFocusAfterUnlock(isLocked ? 'locked' : open)
  switch (phase.kind) {
    case 'loading':
      return <Waiting />
    case 'failed':
      return (
        <FullPage title={t('app.failed')} text={errorText(t, phase.error)} role="alert">
          <Button look="filled" onClick={() => void load()}>
            {t('app.tryAgain')}
          </Button>
        </FullPage>
      )
    case 'ready':
      if (!isLocked) return <MainScreen />
      return locked === undefined ? <Waiting /> : <locked.LockedScreen />
    default:
      return assertNever(phase)
  }
}

/**
 * Renders the live region of toasts. It always exists, because a screen reader reads out only what
 * changes in a region that it knows.
 */
function Toast() {
  const toast = useAppState((state) => state.toast)
  const rest = useSecondChunk(toast !== null)
  return (
    <div className={classes['region']} role="status">
      {toast !== null && rest !== undefined && (
        <rest.ToastContent key={toast.number} message={toast.message} />
      )}
    </div>
  )
}
