import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions, useApp } from '../../store/app-context.ts'
import { chosenIn } from '../../store/app-state.ts'

/** Leads to the licences; quiet, because few want to know. */
export function LicencesLink() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo } = useActions()
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      onClick={() => goTo({ kind: 'licences', from: chosenIn(store.state.getState()) })}
    >
      {t('licences.open')}
    </Button>
  )
}
