import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type AppSettings, themes } from '../../../shared/app-settings.ts'
import { useActions } from '../../store/app-context.ts'
import classes from './Settings.module.css'

/** How the window looks. */
export function AppearanceChoices({ settings }: { readonly settings: AppSettings }) {
  const { t } = useTranslation()
  const { changeSettings } = useActions()
  return (
    <NativeSelect
      classNames={{ root: classes['choice'] ?? '', wrapper: classes['box'] ?? '' }}
      label={t('settings.theme.label')}
      value={settings.theme}
      data={themes.map((theme) => ({ value: theme, label: t(`settings.theme.${theme}`) }))}
      onChange={({ currentTarget: { value } }) => {
        const theme = themes.find((choice) => choice === value)
        if (theme !== undefined) void changeSettings({ theme })
      }}
    />
  )
}
