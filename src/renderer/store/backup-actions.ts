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
  writeBackup(passphrase: string): Promise<Result<WrittenBackup>>
  chooseBackup(): Promise<Result<ChosenBackup>>
  openBackup(passphrase: string): Promise<Result<BackupPreview>>
  restoreBackup(choice: RestoreChoice): Promise<Result<Restored>>
  closeBackup(): Promise<Result<unknown>>
}

export function createBackupActions(client: Client): BackupActions {
  return {
    writeBackup: (passphrase) => client.ask('writeBackup', { passphrase }),
    chooseBackup: () => client.ask('chooseBackup', {}),
    openBackup: (passphrase) => client.ask('openBackup', { passphrase }),
    restoreBackup: (choice) => client.ask('restoreBackup', { choice }),
    closeBackup: () => client.ask('closeBackup', {}),
  }
}
