import { IconFolder } from '@tabler/icons-react'
import { memo } from 'react'
import { listSorts } from '../../../shared/window.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { IconButton, Select } from '../../parts/parts.tsx'
import { useActions, useAppState } from '../../store/app-context.ts'
import { openingIn, profilesStateIn } from '../../store/app-state.ts'
import classes from './ListTools.module.css'

/** The number of profiles, or of those found, and the settings of the list. */
export function ListTools({ found }: { readonly found: number }) {
  const { t } = useTexts()
  const isSearching = useAppState((state) => state.search.trim() !== '')
  const opening = useAppState(openingIn)
  const foundText = found === 0 ? t('groups.none') : t('groups.found', { count: found })
  return (
    <div className={classes['tools']}>
      <p className={classes['count']} aria-live="polite">
        {opening > 0 && t('groups.opening', { count: opening })}
        {opening === 0 && isSearching && foundText}
        {opening === 0 && !isSearching && (
          <span aria-live="off">{t('groups.count', { count: found })}</span>
        )}
      </p>
      <ListLook />
    </div>
  )
}

const ListLook = memo(function ListLook() {
  const { t } = useTexts()
  const { changeSettings } = useActions()
  const settings = useAppState((state) => profilesStateIn(state)?.settings)
  const hasFolders = useAppState((state) => (profilesStateIn(state)?.folderIndex ?? null) !== null)
  return (
    <>
      {hasFolders && (
        <IconButton
          aria-label={t('groups.showFolders')}
          title={t('groups.showFolders')}
          aria-pressed={settings?.showFolders === true}
          className={classes['folders']}
          onClick={() => void changeSettings({ showFolders: settings?.showFolders !== true })}
        >
          <IconFolder size={16} aria-hidden />
        </IconButton>
      )}
      <Select
        aria-label={t('groups.sort.label')}
        className={classes['sort']}
        value={settings?.listSort ?? 'name'}
        onChange={({ currentTarget: { value } }) => {
          const listSort = listSorts.find((sort) => sort === value)
          if (listSort !== undefined) void changeSettings({ listSort })
        }}
      >
        {listSorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`groups.sort.${sort}`)}
          </option>
        ))}
      </Select>
    </>
  )
})
