import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions, useApp, useAppState } from '../../store/app-context.ts'
import { deskIn, placeBefore } from '../../store/app-state.ts'

import classes from './Backup.module.css'
import { Restore } from './Restore.tsx'
import { WriteBackup } from './WriteBackup.tsx'

/** All profiles into one file, and back. */
export function Backup() {
  const { t } = useTranslation()
  const { store } = useApp()
  const { leaveFor } = useActions()
  const titleId = useId()
  const protection = useAppState((state) => deskIn(state)?.vault.protection)
  if (protection === undefined) return null
  return (
    <section className={classes['place']} aria-labelledby={titleId}>
      <header className={classes['header']}>
        <h1 id={titleId}>{t('backup.title')}</h1>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={16} aria-hidden />}
          onClick={() => leaveFor(placeBefore(store.state.getState()))}
        >
          {t('backup.close')}
        </Button>
        <p className={classes['intro']}>{t('backup.intro')}</p>
      </header>
      <WriteBackup />
      {protection.kind !== 'read-only' && (
        <Restore isMemoryOnly={protection.kind === 'memory-only'} />
      )}
    </section>
  )
}
