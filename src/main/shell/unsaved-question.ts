import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '../i18n/i18n.ts'

/** Asks whether to quit although the last changes of `count` profiles are in memory alone. */
export async function mayLose(
  t: Translate,
  count: number,
  window: BrowserWindow,
): Promise<boolean> {
  const question = {
    type: 'warning' as const,
    message: t('unsaved.title'),
    detail: `${t('unsaved.what', { count })} ${t('unsaved.help')}`,
    buttons: [t('unsaved.stay'), t('unsaved.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  // One that was closed to the tray would hide the question, too.
  if (!window.isDestroyed() && !window.isVisible()) window.show()
  const { response } = window.isDestroyed()
    ? await dialog.showMessageBox(question)
    : await dialog.showMessageBox(window, question)
  return response === 1
}
