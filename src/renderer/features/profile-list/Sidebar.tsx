import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconEye, IconSearch, IconShieldLock } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { chosenIn } from '../../store/app-state.ts'
import { LicencesLink } from '../licences/LicencesLink.tsx'
import { SettingsLink } from '../settings/SettingsLink.tsx'
import { searchFieldId } from '../shell/use-search-focus.ts'
import { ShortcutsLink } from '../shortcuts/ShortcutsLink.tsx'
import { ListTools } from './ListTools.tsx'
import { NewProfileButton } from './NewProfileButton.tsx'
import { type ListHandle, ProfileList } from './ProfileList.tsx'
import classes from './Sidebar.module.css'
import { useListRows } from './use-list-rows.ts'

/** The left side: find a profile, or make one. */
export function Sidebar() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo, search } = useActions()
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
          rightSection={
            text !== '' && (
              <CloseButton size="sm" aria-label={t('list.clear')} onClick={() => search('')} />
            )
          }
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
        <Button
          fullWidth
          variant="subtle"
          size="compact-sm"
          leftSection={<IconEye size={16} aria-hidden />}
          onClick={() => goTo({ kind: 'inspect', from: chosenIn(store.state.getState()) })}
        >
          {t('claims.inspect.open')}
        </Button>
        <Button
          fullWidth
          variant="subtle"
          size="compact-sm"
          leftSection={<IconShieldLock size={16} aria-hidden />}
          onClick={() => goTo({ kind: 'security', from: chosenIn(store.state.getState()) })}
        >
          {t('security.open')}
        </Button>
        <div className={classes['links']}>
          <SettingsLink />
          <LicencesLink />
          <ShortcutsLink />
        </div>
      </div>
    </aside>
  )
}
