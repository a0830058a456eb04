import { useTranslation } from 'react-i18next'
import { useAppState } from '../../store/app-context.ts'
import { profilesStateIn } from '../../store/app-state.ts'
import { Page } from '../shell/Place.tsx'
import { Restore } from './Restore.tsx'
import { WriteBackup } from './WriteBackup.tsx'

/** All profiles into one file, and back. */
export function Backup() {
  const { t } = useTranslation()
  const protection = useAppState((state) => profilesStateIn(state)?.vault.protection)
  if (protection === undefined) return null
  return (
    <Page title={t('backup.title')} intro={t('backup.intro')} close={t('backup.close')} hasParts>
      <WriteBackup />
      {protection.kind !== 'read-only' && (
        <Restore isMemoryOnly={protection.kind === 'memory-only'} />
      )}
    </Page>
  )
}
