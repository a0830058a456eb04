import path from 'node:path'
import { z } from 'zod'
import {
  type AppSettings,
  appSettings,
  cautiousLock,
  firstSettings,
} from '../../shared/app-settings.ts'
import { createKeyedQueue } from '../../shared/keyed-queue.ts'
import { isMissing, notSaved, readText } from '../vault/disk.ts'
import { clearLeftovers, writeDurably } from '../vault/durable-file.ts'

export interface SettingsFile {
  read(): AppSettings
  /** Saves the settings. Rejects with `Failure` `not-saved`, and nothing has changed then. */
  change(settings: AppSettings): Promise<void>
  /** Resolves when no change is being written. */
  settle(): Promise<void>
  /** Returns true if the user has read that closing the window leaves the app running. */
  isClosingExplained(): boolean
  recordClosingExplained(): Promise<void>
}

const { shape } = appSettings

/** Reads each setting on its own: one of a later version does not spoil the others. */
const forgiving = z.object({
  clearClipboardAfter: shape.clearClipboardAfter.catch(firstSettings.clearClipboardAfter),
  theme: shape.theme.catch(firstSettings.theme),
  language: shape.language.catch(firstSettings.language),
  // A choice was made but can't be read: a lock too many is better than one too few.
  lock: shape.lock.catch(cautiousLock).default(firstSettings.lock),
  trayIcon: shape.trayIcon.catch(firstSettings.trayIcon),
  closeToTray: shape.closeToTray.catch(firstSettings.closeToTray),
  noticeBeforeEnd: shape.noticeBeforeEnd.catch(firstSettings.noticeBeforeEnd),
  noticeOfTrouble: shape.noticeOfTrouble.catch(firstSettings.noticeOfTrouble),
  listSort: shape.listSort.catch(firstSettings.listSort),
  showFolders: shape.showFolders.catch(firstSettings.showFolders),
  lookForUpdates: shape.lookForUpdates.catch(firstSettings.lookForUpdates),
})

/** A member that is not a choice of the user, so it is not among the settings of the page. */
const explained = 'closingExplained'

const anything = z.record(z.string(), z.unknown())

type Content = Readonly<Record<string, unknown>>

/** Returns the content of the file, including settings of other versions. */
function contentOf(file: string): Content | 'missing' | 'unreadable' {
  try {
    // Some editors of Windows save a byte order mark before the text.
    return anything.parse(JSON.parse(readText(file).replace(/^\uFEFF/, '')))
  } catch (error) {
    return isMissing(error) ? 'missing' : 'unreadable'
  }
}

function settingsIn(content: ReturnType<typeof contentOf>): AppSettings {
  if (content === 'missing') return firstSettings
  if (content === 'unreadable') return { ...firstSettings, lock: cautiousLock }
  return forgiving.parse(content)
}

/**
 * Keeps the settings of the whole app in one readable file. It is read once, so that a file that
 * can't be read later turns no lock off; settings that this version does not know are kept.
 */
export function openSettings(file: string): SettingsFile {
  const turns = createKeyedQueue<'file'>()
  const first = contentOf(file)
  let settings = settingsIn(first)
  let isExplained = typeof first === 'object' && first[explained] === true
  // In turn with changes, so that no change loses its temporary file. Chromium uses the folder, too.
  void turns.take('file', () => clearLeftovers(path.dirname(file), path.basename(file)))

  /** Replaces the members that `wanted` returns when its turn comes. */
  function write(wanted: () => Content, done: () => void): Promise<void> {
    return turns.take('file', async () => {
      const before = contentOf(file)
      const content = { ...(typeof before === 'object' ? before : {}), ...wanted() }
      const text = `${JSON.stringify(content, null, 2)}\n`
      await writeDurably(file, text).catch((error: unknown) => {
        throw notSaved(error)
      })
      done()
    })
  }

  return {
    read: () => settings,
    change: (next) =>
      write(
        () => next,
        () => {
          settings = next
        },
      ),
    settle: turns.settle,
    isClosingExplained: () => isExplained,
    recordClosingExplained: () => {
      isExplained = true
      // With the settings: where they could not be read, a file without them would turn a lock off.
      return write(
        () => ({ ...settings, [explained]: true }),
        () => {},
      )
    },
  }
}
