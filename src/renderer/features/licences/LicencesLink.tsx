import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions, useApp } from '../../store/app-context.ts'

/** Leads to the licences. */
export function LicencesLink() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo } = useActions()
  return (
    <Button
      variant="default"
      size="xs"
      onClick={() => {
        const { place } = store.state.getState()
        goTo({ kind: 'licences', from: place.kind === 'settings' ? place.from : null })
      }}
    >
      {t('licences.open')}
    </Button>
  )
}
