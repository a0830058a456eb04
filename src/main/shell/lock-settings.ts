import { readFileSync, writeFileSync } from 'node:fs'
import { type LockSettings, lockSettings, noLock } from '../../shared/lock-settings.ts'

/** Reads when the app locks by itself; never, if nobody ever chose. */
export function readLockSettings(file: string): LockSettings {
  try {
    return lockSettings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return noLock
  }
}

/** Keeps them. Throws the file system's error. */
export function keepLockSettings(file: string, settings: LockSettings): void {
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
}
