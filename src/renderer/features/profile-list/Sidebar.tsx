import { CloseButton, TextInput, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { useActions, useAppState } from '../../store/app-context.ts'
import { searchFieldId } from '../shell/use-search-focus.ts'
import { Keys } from '../shortcuts/Keys.tsx'
import { shortcuts } from '../shortcuts/shortcuts.ts'
import { ListTools } from './ListTools.tsx'
import { Places } from './OtherPages.tsx'
import { type ListHandle, ProfileList } from './ProfileList.tsx'
import classes from './Sidebar.module.css'
import { useListRows } from './use-list-rows.ts'

const glass = <IconSearch size={17} aria-hidden />

/** The left side: find a profile, or make one. */
export function Sidebar() {
  const { t } = useTexts()
  const { set } = useActions()
  const text = useAppState((state) => state.search)
  const list = useRef<ListHandle>(null)
  const { rows, found } = useListRows()
  // The same element for every key that is typed: React then leaves it alone.
  const clear = useMemo(
    () => (
      <CloseButton size="sm" aria-label={t('list.clear')} onClick={() => set({ search: '' })} />
    ),
    [t, set],
  )
  return (
    <aside className={classes['sidebar']}>
      <div className={classes['top']}>
        <TextInput
          id={searchFieldId}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={text}
          leftSection={glass}
          {...(text === ''
            ? { rightSection: <PaletteHint />, rightSectionWidth: '5.25rem' }
            : { rightSection: clear })}
          onChange={(event) => set({ search: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') set({ search: '' })
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            list.current?.focus()
          }}
        />
        <ListTools found={found} />
      </div>
      <ProfileList rows={rows} ref={list} />
      <Places />
    </aside>
  )
}

const key = shortcuts.find(({ id }) => id === 'palette')?.keys[0]

/** Shows the key of the palette where one searches anyway; a click opens it, too. */
function PaletteHint() {
  const { t } = useTexts()
  const { set } = useActions()
  if (key === undefined) return null
  return (
    <UnstyledButton
      className={classes['hint'] ?? ''}
      title={t('palette.label')}
      onClick={() => set({ overlay: 'palette' })}
    >
      <VisuallyHidden>{t('palette.label')}</VisuallyHidden>
      <Keys of={key} />
    </UnstyledButton>
  )
}
