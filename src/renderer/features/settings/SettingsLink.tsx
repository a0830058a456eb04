import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions, useApp } from '../../store/app-context.ts'
import { chosenIn } from '../../store/app-state.ts'

/** Leads to what is chosen for the whole app. */
export function SettingsLink() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo } = useActions()
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      onClick={() => goTo({ kind: 'settings', from: chosenIn(store.state.getState()) })}
    >
      {t('settings.open')}
    </Button>
  )
}
