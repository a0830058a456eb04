import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { protocol, type Session } from 'electron'
import type { Language } from '../../shared/language.ts'
import { appScheme } from '../ipc/sender.ts'
import { type BuiltFiles, builtFileFor, listBuiltFiles } from './built-files.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const noncePlaceholder = '%CSP_NONCE%'
const languageAttribute = '<html lang="en">'

const endOfHead = '</head>'

/** Has the words of the language fetched at once, not only when the page's first script asks. */
function wordsAhead(language: Language, files: BuiltFiles): string {
  const start = `/assets/${language}-`
  const file = [...files.keys()].find((name) => name.startsWith(start) && name.endsWith('.js'))
  return file === undefined ? '' : `<link rel="modulepreload" href="${file}">`
}

/** Makes `app://` a scheme with an origin of its own. Call before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/**
 * Serves the built page as `app://token-desk/` within `session`. The files are
 * listed once and looked up by name, so no path of a request ever reaches the disk. Each page
 * learns from its first line in which language it is to begin.
 */
export function serveApp(session: Session, folder: string, languageNow: () => Language): void {
  const files = listBuiltFiles(folder)
  session.protocol.registerBufferProtocol(appScheme, (request, answer) => {
    const file = builtFileFor(request.url, files)
    const contentType = file === undefined ? undefined : contentTypes[path.extname(file)]
    if (request.method !== 'GET' || file === undefined || contentType === undefined) {
      return answer({ statusCode: 404, data: Buffer.alloc(0) })
    }
    const content = readFileSync(file)
    const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' }
    if (path.extname(file) !== '.html') return answer({ data: content, headers })
    const nonce = randomBytes(16).toString('base64')
    const language = languageNow()
    const page = content
      .toString('utf8')
      .replaceAll(noncePlaceholder, nonce)
      .replace(languageAttribute, `<html lang="${language}">`)
      .replace(endOfHead, `${wordsAhead(language, files)}${endOfHead}`)
    answer({
      data: Buffer.from(page),
      headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    })
  })
}
