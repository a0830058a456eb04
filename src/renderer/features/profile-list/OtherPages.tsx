import { Button } from '@mantine/core'
import {
  IconClipboardText,
  IconEye,
  IconKeyboard,
  IconSettings,
  IconShieldLock,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { originIn } from '../../store/app-state.ts'
import { NewProfileButton } from './NewProfileButton.tsx'
import classes from './Sidebar.module.css'

/** What is beside the profiles. */
const places = [
  { kind: 'import', Icon: IconClipboardText, words: 'imports.open' },
  { kind: 'inspect', Icon: IconEye, words: 'claims.inspect.open' },
  { kind: 'security', Icon: IconShieldLock, words: 'security.open' },
  { kind: 'settings', Icon: IconSettings, words: 'settings.open' },
] as const

const entry = {
  fullWidth: true,
  justify: 'flex-start',
  variant: 'subtle',
  color: 'gray',
  size: 'compact-sm',
  className: classes['entry'] ?? '',
} as const

/** The ways to everything that is no profile. No key that is typed above changes it. */
export const Places = memo(function Places() {
  const { t } = useTexts()
  const { store } = useApp()
  const { goTo, set } = useActions()
  const here = useAppState((state) => state.page.kind)
  return (
    <div className={classes['bottom']}>
      <NewProfileButton fullWidth variant="default" />
      {places.map(({ kind, Icon, words }) => (
        <Button
          key={kind}
          {...entry}
          aria-current={kind === here ? 'page' : undefined}
          leftSection={<Icon size={17} aria-hidden />}
          onClick={() => goTo({ kind, from: originIn(store.state.getState()) })}
        >
          {t(words)}
        </Button>
      ))}
      <Button
        {...entry}
        leftSection={<IconKeyboard size={17} aria-hidden />}
        onClick={() => set({ overlay: 'shortcuts' })}
      >
        {t('shortcuts.open')}
      </Button>
    </div>
  )
})
