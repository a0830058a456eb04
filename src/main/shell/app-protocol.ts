import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Protocol, Session } from 'electron'
import { z } from 'zod'
import type { Language } from '../../shared/language.ts'
import { appHost, appScheme } from '../ipc/sender.ts'

/** The files of the built page on disk, by their path in its address. */
export type BuiltFiles = ReadonlyMap<string, string>

/** Returns the files in `folder` that the build has listed in the file `list`. */
export function readBuiltFiles(folder: string, list: string): BuiltFiles {
  const names = z.array(z.string()).parse(JSON.parse(readFileSync(list, 'utf8')))
  return new Map(names.map((name) => [name, path.join(folder, name)]))
}

/**
 * Returns the built file at an address of a page, if there is one. The path is looked up as it is
 * written, never decoded and never joined to a folder.
 */
export function builtFileFor(address: string, files: BuiltFiles): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, pathname } = new URL(address)
  if (protocol !== `${appScheme}:` || host !== appHost) return undefined
  return files.get(pathname === '/' ? '/index.html' : pathname)
}

/**
 * Returns the policy of our pages (CSP Level 3). Nothing is loaded from anywhere but the
 * app itself, nothing is connected to, nothing inline runs; `nonce` admits the style
 * elements that the interface library makes. The sandbox (HTML Standard, "Sandboxing") takes
 * downloads, printing, script dialogs, popups and presentations from the page; with scripts and
 * the same origin admitted, as they have to be, Chromium warns once that a frame could leave it,
 * which does not apply to a page outside of a frame. Forms are admitted because their submit
 * event would not come; `form-action` keeps them from being sent.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ')
}

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

export interface PageAnswer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/** Makes the page fetch the texts of its language at once, beside its first script. */
function preloadTexts(language: Language, files: BuiltFiles): string {
  const start = `/assets/${language}-`
  const file = [...files.keys()].find((name) => name.startsWith(start) && name.endsWith('.js'))
  return file === undefined ? '' : `<link rel="modulepreload" href="${file}">`
}

/**
 * Answers a request for a file of the built page. The first line of the page names the language
 * in which it begins.
 */
export function answerWithBuiltPage(
  request: { readonly method: string; readonly url: string },
  files: BuiltFiles,
  languageNow: () => Language,
): PageAnswer {
  const file = builtFileFor(request.url, files)
  const contentType = file === undefined ? undefined : contentTypes[path.extname(file)]
  if (request.method !== 'GET' || file === undefined || contentType === undefined) {
    return { statusCode: 404, headers: {}, data: Buffer.alloc(0) }
  }
  const content = readFileSync(file)
  const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff' }
  if (path.extname(file) !== '.html') return { statusCode: 200, headers, data: content }
  const nonce = randomBytes(16).toString('base64')
  const language = languageNow()
  const page = content
    .toString('utf8')
    .replaceAll(noncePlaceholder, nonce)
    .replace(languageAttribute, `<html lang="${language}">`)
    .replace(endOfHead, `${preloadTexts(language, files)}${endOfHead}`)
  return {
    statusCode: 200,
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    data: Buffer.from(page),
  }
}

/** Makes `app://` a scheme with an origin of its own. Call before the app is ready. */
export function registerAppScheme(protocol: Protocol): void {
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
