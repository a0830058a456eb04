import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { snippetForms } from '../../../shared/copying.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import { useActions } from '../../store/app-context.ts'
import classes from './CopyAs.module.css'
import { CopyAsButton } from './CopyAsButton.tsx'

/** The token in the words of the tool where it is needed. */
export function CopyAs({ id }: { readonly id: ProfileId }) {
  const { t } = useTranslation()
  const { copyHeader, copyToken, copySnippet } = useActions()
  return (
    <Menu
      position="bottom-start"
      width={280}
      transitionProps={{ duration: 0 }}
      // Within the page's main part, where a screen reader looks for it, with items alone in it.
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      classNames={{
        dropdown: classes['menu'] ?? '',
        item: classes['item'] ?? '',
        divider: classes['divider'] ?? '',
      }}
    >
      <Menu.Target>
        <CopyAsButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copyHeader(id)}>{t('copyAs.form.header')}</Menu.Item>
        <Menu.Item onClick={() => void copyToken(id)}>{t('copyAs.form.token')}</Menu.Item>
        <Menu.Divider />
        {snippetForms.map((form) => (
          <Menu.Item key={form} onClick={() => void copySnippet(id, form)}>
            {t(`copyAs.form.${form}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
