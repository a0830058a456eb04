import { app, dialog } from 'electron'
import { nearestLanguage } from '../../shared/language.ts'
import { createMainWords } from '../i18n/i18n.ts'
import { asTyped, refusedSwitches } from './refused-switches.ts'
import { forgetKeyLog, refusedVariables } from './refused-variables.ts'

/**
 * Returns true if the app may start with its command line and environment. Packaged, it does not with
 * switches and variables that open it to others: says so and ends. While developing they are
 * allowed, because debugging and tests need them, but for the record of TLS keys. Call before
 * anything else.
 */
export function mayStart(): boolean {
  const variables = refusedVariables(process.env, process.platform)
  forgetKeyLog(process.env)
  if (!app.isPackaged) return true
  const names = refusedSwitches([...process.execArgv, ...process.argv.slice(1)], process.platform)
  if (names.length === 0 && variables.length === 0) return true
  const { t } = createMainWords(nearestLanguage(app.getPreferredSystemLanguages()))
  const reasons = [
    names.length > 0 && t('start.refused', { switches: asTyped(names) }),
    variables.length > 0 && t('start.refusedVariables', { variables: variables.join(', ') }),
  ].filter((reason) => reason !== false)
  // Before the app is ready Linux has no dialog; Electron then writes to the standard error.
  dialog.showErrorBox(app.getName(), reasons.join('\n\n'))
  app.exit(1)
  return false
}
