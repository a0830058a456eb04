import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type AppSettings, clearChoices } from '../../../shared/app-settings.ts'
import type { Translate } from '../../language.ts'
import { useActions } from '../../store/app-context.ts'
import classes from './Settings.module.css'

function clearText(t: Translate, seconds: AppSettings['clearClipboardAfter']): string {
  if (seconds === null) return t('settings.clear.atClose')
  if (seconds < 60) return t('settings.clear.seconds', { count: seconds })
  return t('settings.clear.minutes', { count: seconds / 60 })
}

/** What becomes of a token on the clipboard. */
export function CopyingChoices({ settings }: { readonly settings: AppSettings }) {
  const { t } = useTranslation()
  const { changeSettings } = useActions()
  return (
    <NativeSelect
      classNames={{ root: classes['choice'] ?? '', wrapper: classes['box'] ?? '' }}
      label={t('settings.clear.label')}
      description={t('settings.clear.hint')}
      value={String(settings.clearClipboardAfter)}
      data={clearChoices.map((seconds) => ({
        value: String(seconds),
        label: clearText(t, seconds),
      }))}
      onChange={({ currentTarget: { value } }) => {
        const seconds = clearChoices.find((choice) => String(choice) === value)
        if (seconds !== undefined) void changeSettings({ clearClipboardAfter: seconds })
      }}
    />
  )
}
