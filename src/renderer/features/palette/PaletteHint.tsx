import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions } from '../../store/app-context.ts'
import { Keys } from '../shortcuts/Keys.tsx'
import { shortcuts } from '../shortcuts/shortcuts.ts'
import classes from './PaletteHint.module.css'

const key = shortcuts.find(({ id }) => id === 'palette')?.keys[0]

/** Shows the key of the palette where one searches anyway; a click opens it, too. */
export function PaletteHint() {
  const { t } = useTranslation()
  const { showOverlay } = useActions()
  if (key === undefined) return null
  return (
    <UnstyledButton
      className={classes['hint'] ?? ''}
      title={t('palette.label')}
      onClick={() => showOverlay('palette')}
    >
      <VisuallyHidden>{t('palette.label')}</VisuallyHidden>
      <Keys of={key} />
    </UnstyledButton>
  )
}
