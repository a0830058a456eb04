import type { Outcome } from '../../shared/outcome.ts'
import { looksLikeSignIn } from './sign-in-page.ts'

export type LooksLike = Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])
const htmlElement = /<(?:!doctype html|html|head|body|title|meta|script|form|table)\b/i

/** A page tells what it is near its beginning. */
const beginning = 2000

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
