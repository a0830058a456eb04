import { Button, type ButtonProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { useTexts } from '../../i18n/use-texts.ts'

/** Opens the menu; it is there before the menu is, which is not needed for the first picture. */
export function CopyAsButton(props: ButtonProps & ComponentProps<'button'>) {
  const { t } = useTexts()
  return (
    <Button {...props} variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
      {t('copyAs.open')}
    </Button>
  )
}
