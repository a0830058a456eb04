import { protocol, type Session } from 'electron'
import type { Language } from '../../shared/language.ts'
import { appScheme } from '../ipc/sender.ts'
import { answerWithBuiltPage, listBuiltFiles } from './built-page.ts'

/** Makes `app://` a scheme with an origin of its own. Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built page as `app://token-desk/` within `session`. The files are
 * listed once and looked up by name, so no path of a request ever reaches the disk.
 */
export function serveApp(session: Session, folder: string, languageNow: () => Language): void {
  const files = listBuiltFiles(folder)
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    answer(answerWithBuiltPage(request, files, languageNow))
  })
}
