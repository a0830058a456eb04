import { Button, CloseButton, TextInput } from '@mantine/core'
import {
  IconClipboardText,
  IconEye,
  IconKeyboard,
  IconSearch,
  IconSettings,
  IconShieldLock,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { originIn } from '../../store/app-state.ts'
import { PaletteHint } from '../palette/PaletteHint.tsx'
import { searchFieldId } from '../shell/use-search-focus.ts'
import { ListTools } from './ListTools.tsx'
import { NewProfileButton } from './NewProfileButton.tsx'
import { type ListHandle, ProfileList } from './ProfileList.tsx'
import classes from './Sidebar.module.css'
import { useListRows } from './use-list-rows.ts'

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

/** The left side: find a profile, or make one. */
export function Sidebar() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo, search, showOverlay } = useActions()
  const here = useAppState((state) => state.place.kind)
  const text = useAppState((state) => state.search)
  const list = useRef<ListHandle>(null)
  const { rows, found } = useListRows()
  return (
    <aside className={classes['sidebar']}>
      <div className={classes['top']}>
        <TextInput
          id={searchFieldId}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={text}
          leftSection={<IconSearch size={17} aria-hidden />}
          {...(text === ''
            ? { rightSection: <PaletteHint />, rightSectionWidth: '5.25rem' }
            : {
                rightSection: (
                  <CloseButton size="sm" aria-label={t('list.clear')} onClick={() => search('')} />
                ),
              })}
          onChange={(event) => search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') search('')
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            list.current?.focus()
          }}
        />
        <ListTools found={found} />
      </div>
      <ProfileList rows={rows} ref={list} />
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
          onClick={() => showOverlay('shortcuts')}
        >
          {t('shortcuts.open')}
        </Button>
      </div>
    </aside>
  )
}
