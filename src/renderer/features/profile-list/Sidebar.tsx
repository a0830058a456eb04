import { IconSearch } from '@tabler/icons-react'
import { useMemo, useRef } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'
import { CloseButton, HiddenText, TextField } from '../../parts/parts.tsx'
import { useActions, useAppState } from '../../store/app-context.ts'
import { searchFieldId } from '../shell/use-search-focus.ts'
import { Keys } from '../shortcuts/Keys.tsx'
import { shortcuts } from '../shortcuts/shortcuts.ts'
import { ListTools } from './ListTools.tsx'
import { OtherPages } from './OtherPages.tsx'
import { type ListHandle, ProfileList } from './ProfileList.tsx'
import classes from './Sidebar.module.css'
import { useListRows } from './use-list-rows.ts'

const glass = <IconSearch size={17} aria-hidden />

/** The left side: finds a profile or creates one. */
export function Sidebar() {
  const { t } = useTexts()
  const { set } = useActions()
  const text = useAppState((state) => state.search)
  const list = useRef<ListHandle>(null)
  const { rows, found } = useListRows()
  // The same element for every key pressed, so React skips it.
  const clear = useMemo(
    () => <CloseButton aria-label={t('list.clear')} onClick={() => set({ search: '' })} />,
    [t, set],
  )
  return (
    <aside className={classes['sidebar']}>
      <div className={classes['top']}>
        <TextField
          id={searchFieldId}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          value={text}
          left={glass}
          {...(text === '' ? { right: <PaletteHint />, rightWidth: '5.25rem' } : { right: clear })}
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
      <OtherPages />
    </aside>
  )
}

const key = shortcuts.find(({ id }) => id === 'palette')?.keys[0]

/** Shows the palette's shortcut in the search field; a click opens the palette too. */
function PaletteHint() {
  const { t } = useTexts()
  const { set } = useActions()
  if (key === undefined) return null
  return (
    <button
      type="button"
      className={classes['hint']}
      title={t('palette.label')}
      onClick={() => set({ overlay: 'palette' })}
    >
      <HiddenText>{t('palette.label')}</HiddenText>
      <Keys of={key} />
    </button>
  )
}
