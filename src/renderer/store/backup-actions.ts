import type {
  BackupPreview,
  ChosenBackup,
  RestoreChoice,
  Restored,
  WrittenBackup,
} from '../../shared/backup.ts'
import type { Result } from '../../shared/errors.ts'
import type { Client } from '../client.ts'

/** What the window may ask about backups. Results are for the one who asks to show. */
export interface BackupActions {
  /** `current` is the passphrase of the app, if one is set. */
  writeBackup(passphrase: string, current: string | null): Promise<Result<WrittenBackup>>
  chooseBackup(): Promise<Result<ChosenBackup>>
  openBackup(passphrase: string): Promise<Result<BackupPreview>>
  restoreBackup(choice: RestoreChoice): Promise<Result<Restored>>
  closeBackup(): Promise<Result<unknown>>
}

export function createBackupActions(client: Client): BackupActions {
  return {
    writeBackup: (passphrase, current) =>
      client.ask('writeBackup', { passphrase, ...(current === null ? {} : { current }) }),
    chooseBackup: () => client.ask('chooseBackup', {}),
    openBackup: (passphrase) => client.ask('openBackup', { passphrase }),
    restoreBackup: (choice) => client.ask('restoreBackup', { choice }),
    closeBackup: () => client.ask('closeBackup', {}),
  }
}
