import { type BrowserWindow, dialog } from 'electron'
import type { Translate } from '../i18n/i18n.ts'

/** Asks whether to show a page again that has ended several times in a row. */
export async function mayShowPageAgain(t: Translate, window: BrowserWindow): Promise<boolean> {
  const question = {
    type: 'error' as const,
    message: t('pageGone.title'),
    detail: `${t('pageGone.what')} ${t('pageGone.help')}`,
    buttons: [t('pageGone.again'), t('pageGone.quit')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  }
  const { response } =
    window.isDestroyed() || !window.isVisible()
      ? await dialog.showMessageBox(question)
      : await dialog.showMessageBox(window, question)
  return response === 0
}
