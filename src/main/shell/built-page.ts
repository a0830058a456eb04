import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Language } from '../../shared/language.ts'
import { type BuiltFiles, builtFileFor } from './built-files.ts'
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

export interface PageAnswer {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/** Has the words of the language fetched at once, not only when the page's first script asks. */
function wordsAhead(language: Language, files: BuiltFiles): string {
  const start = `/assets/${language}-`
  const file = [...files.keys()].find((name) => name.startsWith(start) && name.endsWith('.js'))
  return file === undefined ? '' : `<link rel="modulepreload" href="${file}">`
}

/**
 * Answers a request for a file of the built page. Each page learns from its first line in which
 * language it is to begin.
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
    .replace(endOfHead, `${wordsAhead(language, files)}${endOfHead}`)
  return {
    statusCode: 200,
    headers: { ...headers, 'content-security-policy': contentSecurityPolicy(nonce) },
    data: Buffer.from(page),
  }
}
