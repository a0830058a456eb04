import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { type AppSettings, appSettings, firstSettings } from '../../shared/app-settings.ts'
import { Failure } from '../../shared/errors.ts'

export interface SettingsFile {
  read(): AppSettings
  /** Throws `Failure` `not-saved` and changes nothing then. */
  change(settings: AppSettings): void
}

/** One that can't be read, such as one of a later version, is as if it had never been chosen. */
const forgiving = z.object({
  clearClipboardAfter: appSettings.shape.clearClipboardAfter.catch(
    firstSettings.clearClipboardAfter,
  ),
  theme: appSettings.shape.theme.catch(firstSettings.theme),
})

const anything = z.record(z.string(), z.unknown())

/** What is in the file, settings of other versions among it. */
function contentOf(file: string): Readonly<Record<string, unknown>> {
  try {
    return anything.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Never saved, or not readable: everything is as it was at first.
    return {}
  }
}

/**
 * Keeps what the user chose for the whole app in one readable file. Each setting is read by
 * itself, and what this version does not know is kept as it is.
 */
export function createSettingsFile(file: string): SettingsFile {
  let settings: AppSettings = forgiving.parse(contentOf(file))

  return {
    read: () => settings,
    change: (next) => {
      const content = JSON.stringify({ ...contentOf(file), ...next }, null, 2)
      try {
        writeFileSync(`${file}.new`, `${content}\n`, { mode: 0o600 })
        renameSync(`${file}.new`, file)
      } catch {
        throw new Failure({ code: 'not-saved', reason: 'other' })
      }
      settings = next
    },
  }
}
