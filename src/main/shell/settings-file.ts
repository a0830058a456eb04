import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type AppSettings, appSettings, firstSettings } from '../../shared/app-settings.ts'
import { cautiousLock } from '../../shared/lock-settings.ts'
import { createTurns } from '../../shared/turns.ts'
import { isTemporary, writeDurably } from '../vault/durable-file.ts'
import { isMissing, notSaved } from '../vault/not-saved.ts'

export interface SettingsFile {
  read(): AppSettings
  /** Keeps them for good. Rejects with `Failure` `not-saved`, and nothing has changed then. */
  change(settings: AppSettings): Promise<void>
}

const { shape } = appSettings

/** Each setting is read by itself: one of a later version does not spoil the others. */
const forgiving = z.object({
  clearClipboardAfter: shape.clearClipboardAfter.catch(firstSettings.clearClipboardAfter),
  theme: shape.theme.catch(firstSettings.theme),
  // Somebody did choose, and nobody knows what: a lock too many is better than one too few.
  lock: shape.lock.catch(cautiousLock).default(firstSettings.lock),
  listSort: shape.listSort.catch(firstSettings.listSort),
  showFolders: shape.showFolders.catch(firstSettings.showFolders),
})

const anything = z.record(z.string(), z.unknown())

type Content = Readonly<Record<string, unknown>>

/** What is in the file, settings of other versions among it. */
function contentOf(file: string): Content | 'missing' | 'unreadable' {
  try {
    return anything.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    return isMissing(error) ? 'missing' : 'unreadable'
  }
}

function settingsIn(content: ReturnType<typeof contentOf>): AppSettings {
  if (content === 'missing') return firstSettings
  if (content === 'unreadable') return { ...firstSettings, lock: cautiousLock }
  return forgiving.parse(content)
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

/**
 * Keeps what the user chose for the whole app in one readable file. It is read once, so that
 * one that can't be read later turns no lock off; what this version does not know is kept.
 */
export function openSettings(file: string): SettingsFile {
  const turns = createTurns<'file'>()
  let settings = settingsIn(contentOf(file))
  clearLeftovers(file)

  return {
    read: () => settings,
    change: (next) =>
      turns.take('file', async () => {
        const before = contentOf(file)
        const content = { ...(typeof before === 'object' ? before : {}), ...next }
        const text = `${JSON.stringify(content, null, 2)}\n`
        await writeDurably(file, text).catch((error: unknown) => {
          throw notSaved(error)
        })
        settings = next
      }),
  }
}
