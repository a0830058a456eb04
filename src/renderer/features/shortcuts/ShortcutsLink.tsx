import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../store/app-context.ts'

/** Leads to the list of all keys, for those who don't know the key for it. */
export function ShortcutsLink() {
  const { t } = useTranslation()
  const { showOverlay } = useActions()
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      onClick={() => showOverlay('shortcuts')}
    >
      {t('shortcuts.open')}
    </Button>
  )
}
