import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import {
  cautiousLock,
  type LockSettings,
  lockSettings,
  noLock,
} from '../../shared/lock-settings.ts'
import { createTurns } from '../../shared/turns.ts'
import { isTemporary, writeDurably } from '../vault/durable-file.ts'
import { isMissing, notSaved } from '../vault/not-saved.ts'

export interface LockSettingsFile {
  /** When the app locks by itself; never, if nobody ever chose. */
  read(): LockSettings
  /** Keeps them for good. Rejects with `not-saved`, and nothing has changed then. */
  change(settings: LockSettings): Promise<void>
}

function readFrom(file: string): LockSettings {
  try {
    return lockSettings.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    // Somebody did choose, and nobody knows what: a lock too many is better than one too few.
    return isMissing(error) ? noLock : cautiousLock
  }
}

/** A write that was cut off leaves its beginnings; the folder is Chromium's, too. */
function clearLeftovers(file: string): void {
  const [folder, start] = [path.dirname(file), `${path.basename(file)}.`]
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(start) && isTemporary(name)) rmSync(path.join(folder, name))
    }
  } catch {
    // They cost nothing but their room, and the next start tries again.
  }
}

/** Reads the file once: one that can't be read later does not turn a lock off. */
export function openLockSettings(file: string): LockSettingsFile {
  const turns = createTurns<'file'>()
  let current = readFrom(file)
  clearLeftovers(file)
  return {
    read: () => current,
    change: (settings) =>
      turns.take('file', async () => {
        await writeDurably(file, JSON.stringify(settings)).catch((error: unknown) => {
          throw notSaved(error)
        })
        current = settings
      }),
  }
}
