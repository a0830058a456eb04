import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import { errorText } from '../../i18n/app-error.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { UnlockScreen } from '../unlock/UnlockScreen.tsx'
import { FullPage } from './FullPage.tsx'
import { MainScreen } from './MainScreen.tsx'
import { Toast } from './Toast.tsx'
import { useFocusAfterUnlock } from './use-focus-rescue.ts'
import { Waiting } from './Waiting.tsx'

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
  const { t } = useTranslation()
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
