import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions, useApp } from '../../store/app-context.ts'
import { originIn } from '../../store/app-state.ts'

/** Leads to the licences. */
export function LicencesLink() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo } = useActions()
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => goTo({ kind: 'licences', from: originIn(store.state.getState()) })}
    >
      {t('licences.open')}
    </Button>
  )
}
