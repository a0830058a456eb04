import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { snippetForms } from '../../../shared/copying.ts'
import type { ProfileId } from '../../../shared/profile.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useAppState, useRequest } from '../../store/app-context.ts'
import { apiAddressIn } from '../../store/app-state.ts'
import classes from './CopyAs.module.css'

interface Props {
  readonly id: ProfileId
  /** The button that opens the menu. */
  readonly children: ReactNode
}

/** The token in the words of the tool where it is needed. */
export function CopyAs({ id, children }: Props) {
  const { t } = useTexts()
  const address = useAppState((state) => apiAddressIn(state, id))
  const copyHeader = useRequest('copyHeader')
  const copyToken = useRequest('copyToken')
  const copySnippet = useRequest('copySnippet')
  return (
    <Menu
      position="bottom-start"
      width={280}
      transitionProps={{ duration: 0 }}
      // Within the main landmark for screen readers, and with menu items only.
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      classNames={{
        dropdown: classes['menu'] ?? '',
        item: classes['item'] ?? '',
        divider: classes['divider'] ?? '',
      }}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void copyHeader.run({ id })}>{t('copyAs.form.header')}</Menu.Item>
        <Menu.Item onClick={() => void copyToken.run({ id })}>{t('copyAs.form.token')}</Menu.Item>
        <Menu.Divider />
        <fieldset className={classes['requests']}>
          <legend>
            {address === null
              ? t('copyAs.noAddress')
              : t('copyAs.goesTo', { server: new URL(address).host })}
          </legend>
          {snippetForms.map((form) => (
            <Menu.Item key={form} onClick={() => void copySnippet.run({ id, form })}>
              {t(`copyAs.form.${form}`)}
            </Menu.Item>
          ))}
        </fieldset>
      </Menu.Dropdown>
    </Menu>
  )
}
