import {
  IconClipboardText,
  IconEye,
  IconKeyboard,
  IconSettings,
  IconShieldLock,
} from '@tabler/icons-react'
import { memo } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { Button } from '../../parts/parts.tsx'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { originIn } from '../../store/app-state.ts'
import { NewProfileButton } from './NewProfileButton.tsx'
import classes from './Sidebar.module.css'

/** The pages beside the profiles. */
const pages = [
  { kind: 'import', Icon: IconClipboardText, words: 'imports.open' },
  { kind: 'inspect', Icon: IconEye, words: 'claims.inspect.open' },
  { kind: 'security', Icon: IconShieldLock, words: 'security.open' },
  { kind: 'settings', Icon: IconSettings, words: 'settings.open' },
] as const

const entry = { look: 'quiet', size: 'compact', isWide: true, className: classes['entry'] } as const

/** Opens everything besides profiles. Memoized, so that typing in the search does not render it. */
export const OtherPages = memo(function OtherPages() {
  const { t } = useTexts()
  const { store } = useApp()
  const { goTo, set } = useActions()
  const here = useAppState((state) => state.page.kind)
  return (
    <div className={classes['bottom']}>
      <NewProfileButton look="default" isWide />
      {pages.map(({ kind, Icon, words }) => (
        <Button
          key={kind}
          {...entry}
          aria-current={kind === here ? 'page' : undefined}
          icon={<Icon size={17} aria-hidden />}
          onClick={() => goTo({ kind, from: originIn(store.state.getState()) })}
        >
          {t(words)}
        </Button>
      ))}
      <Button
        {...entry}
        icon={<IconKeyboard size={17} aria-hidden />}
        onClick={() => set({ overlay: 'shortcuts' })}
      >
        {t('shortcuts.open')}
      </Button>
    </div>
  )
})
