import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useAppState } from '../../store/app-context.ts'
import { profileIn } from '../../store/app-state.ts'
import classes from './DeleteDialog.module.css'

/** Asks before a profile is deleted. It stays when it closes, so that it can fade. */
export function DeleteDialog({ onClosed }: { readonly onClosed: () => void }) {
  const { t } = useTranslation()
  const { askToDelete, deleteProfile } = useActions()
  const deleting = useAppState((state) =>
    state.deleting === null ? undefined : profileIn(state, state.deleting),
  )
  // The words stay while the dialog fades.
  const [shown, setShown] = useState(deleting)
  if (deleting !== undefined && deleting !== shown) setShown(deleting)
  const close = () => askToDelete(null)
  return (
    // The page itself never scrolls, so nothing has to be locked.
    <Modal
      opened={deleting !== undefined}
      centered
      lockScroll={false}
      withCloseButton={false}
      returnFocus={false}
      onClose={close}
      onExitTransitionEnd={onClosed}
      title={t('detail.deleteTitle', { name: shown?.settings.name ?? '' })}
      classNames={{ title: classes['title'] ?? '' }}
    >
      <p>{t('detail.deleteWhat')}</p>
      <div className={classes['buttons']}>
        <Button variant="default" data-autofocus onClick={close}>
          {t('detail.cancel')}
        </Button>
        <Button
          color="rust"
          onClick={() => {
            if (deleting !== undefined) void deleteProfile(deleting.id)
          }}
        >
          {t('detail.confirmDelete')}
        </Button>
      </div>
    </Modal>
  )
}
