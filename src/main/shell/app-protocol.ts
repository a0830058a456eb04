import { protocol, type Session } from 'electron'
import type { Language } from '../../shared/language.ts'
import { appScheme } from '../ipc/sender.ts'
import { answerWithBuiltPage, readBuiltFiles } from './built-page.ts'

/** Makes `app://` a scheme with an origin of its own. Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built page as `app://token-desk/` within `session`. Its files are looked up
 * by name in the list that the build made, so no path of a request ever reaches the disk.
 */
export function serveApp(
  session: Session,
  built: { readonly page: string; readonly pageFiles: string },
  languageNow: () => Language,
): void {
  const files = readBuiltFiles(built.page, built.pageFiles)
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    answer(answerWithBuiltPage(request, files, languageNow))
  })
}
