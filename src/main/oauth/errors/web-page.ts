import type { Outcome } from '../../../shared/outcome.ts'
import { looksLikeSignIn } from './sign-in-page.ts'

export type LooksLike = Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])
const htmlElement = /<(?:!doctype html|html|head|body|title|meta|script|form|table)\b/i

/** A page tells what it is near its beginning. */
const beginning = 2000

const anyElement = /<[a-z/!?][^<>]{0,1000}>/i

/** Returns whether a text has elements of HTML or XML, wherever they stand. */
export const hasMarkup = (text: string) => anyElement.test(text)

const htmlPart = /^(?:p|b|i|a|br|hr|div|span|center|pre|h[1-6]|ul|ol|img|iframe|style|link)$/i

/** Returns whether a text is XML: by its type, its declaration, or one element around it all. */
export function isXml(text: string, mediaType: string): boolean {
  if (/[/+]xml$/.test(mediaType)) return true
  const root = /^\s*<(\?xml\b|[a-z_][\w:.-]*)/i.exec(text.slice(0, beginning))?.[1] ?? ''
  if (root === '?xml') return true
  if (htmlElement.test(text.slice(0, beginning))) return false
  return root !== '' && !htmlPart.test(root) && text.trimEnd().endsWith(`</${root}>`)
}

export const isHtmlType = (mediaType: string) => htmlTypes.has(mediaType)

/** Whether a text is a web page, by what the server calls it or by its own first element. */
export function isWebPage(text: string, mediaType: string): boolean {
  if (isHtmlType(mediaType)) return true
  const start = text.slice(0, beginning).trimStart()
  return start.startsWith('<') && htmlElement.test(start)
}

export function looksOfPage(html: string): LooksLike {
  return looksLikeSignIn(html) ? 'sign-in-page' : 'web-page'
}
