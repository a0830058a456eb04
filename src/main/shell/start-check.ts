import { app, dialog } from 'electron'
import { nearestLanguage } from '../../shared/language.ts'
import { createMainWords } from '../words/words.ts'
import { asTyped, refusedSwitches } from './refused-switches.ts'

/**
 * Whether the app may start with its command line. Packaged, it does not with switches that
 * open it to others: says so and ends. While developing they are allowed, because debugging
 * and tests need them. Call before anything else.
 */
export function mayStart(): boolean {
  if (!app.isPackaged) return true
  const names = refusedSwitches([...process.execArgv, ...process.argv.slice(1)], process.platform)
  if (names.length === 0) return true
  const { t } = createMainWords(nearestLanguage(app.getPreferredSystemLanguages()))
  // Before the app is ready Linux has no dialog; Electron then writes to the standard error.
  dialog.showErrorBox(app.getName(), t('start.refused', { switches: asTyped(names) }))
  app.exit(1)
  return false
}
