import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActions, useApp } from '../../store/app-context.ts'
import { originIn } from '../../store/app-state.ts'
import classes from '../shell/Place.module.css'

/** Leads from how secrets are kept to keeping a copy of them. */
export function BackupLink() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { goTo } = useActions()

  return (
    <section className={classes['part']}>
      <h2>{t('backup.link.title')}</h2>
      <p className={classes['soft']}>{t('backup.link.hint')}</p>
      <Button
        variant="default"
        onClick={() =>
          goTo({ kind: 'backup', from: originIn(store.state.getState()), through: 'security' })
        }
      >
        {t('backup.link.open')}
      </Button>
    </section>
  )
}
