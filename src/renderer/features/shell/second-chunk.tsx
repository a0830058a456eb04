import { MantineProvider } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { sayingText } from '../../i18n/toast.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { CloseButton } from '../../parts/parts.tsx'
import { useActions, useAppState } from '../../store/app-context.ts'
import { type ToastMessage, toastProfileIn } from '../../store/app-state.ts'
import { cssVariablesResolver, styleNonce, theme } from '../../theme/theme.ts'
import { UnlockScreen } from '../unlock/UnlockScreen.tsx'
import { MainArea, type MainAreaProps } from './MainArea.tsx'
import classes from './second-chunk.module.css'

// Everything that is not needed for the list, in one file that is loaded after it.

function WithMantine({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  )
}

/** The window while the saved secrets are locked. */
export function LockedScreen() {
  return (
    <WithMantine>
      <UnlockScreen />
    </WithMantine>
  )
}

/** Everything beside the list, and the overlays of the window. */
export function BesideList(props: MainAreaProps) {
  return (
    <WithMantine>
      <MainArea {...props} />
    </WithMantine>
  )
}

/** Milliseconds; long enough to be read twice. */
const readingTime = 6000

/** A tick is for successes only. */
const isDone = ({ kind }: ToastMessage) => kind !== 'cancelled' && kind !== 'nothing-to-copy'

/** A toast; it closes after a while. */
export function ToastContent({ message }: { readonly message: ToastMessage }) {
  const profile = useAppState(toastProfileIn)
  const { dismiss } = useActions()
  const { t } = useTexts()

  useEffect(() => {
    const timer = setTimeout(() => dismiss('toast'), readingTime)
    return () => clearTimeout(timer)
  }, [dismiss])

  return (
    <div className={classes['toast']}>
      {isDone(message) && <IconCheck size={18} aria-hidden className={classes['icon']} />}
      <span>{sayingText(t, message, profile)}</span>
      <CloseButton aria-label={t('app.dismiss')} onClick={() => dismiss('toast')} />
    </div>
  )
}
