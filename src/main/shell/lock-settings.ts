import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { Failure } from '../../shared/errors.ts'
import { type LockSettings, lockSettings, noLock } from '../../shared/lock-settings.ts'

export interface LockSettingsFile {
  /** When the app locks by itself; never, if nobody ever chose. */
  read(): LockSettings
  /** Keeps them. Throws `not-saved` and changes nothing then. */
  change(settings: LockSettings): void
}

function readFrom(file: string): LockSettings {
  try {
    return lockSettings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return noLock
  }
}

/** Reads the file once: one that can't be read later does not turn a lock off. */
export function openLockSettings(file: string): LockSettingsFile {
  let current = readFrom(file)
  return {
    read: () => current,
    change: (settings) => {
      const temporary = `${file}.tmp`
      try {
        writeFileSync(temporary, JSON.stringify(settings), { mode: 0o600 })
        renameSync(temporary, file)
      } catch {
        throw new Failure({ code: 'not-saved', reason: 'other' })
      }
      current = settings
    },
  }
}
