import type { Outcome } from '../../../shared/outcome.ts'
import { fromCodePoint } from './encodings.ts'

export type LooksLike = Extract<Outcome, { kind: 'not-an-oauth-answer' }>['looksLike']

const htmlTypes: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml'])
const htmlElement = /<(?:!doctype html|html|head|body|title|meta|script|form|table)\b/i

/** Characters in which a page shows that it is one. */
const maxStart = 2000

const anyElement = /<[a-z/!?][^<>]{0,1000}>/i

/** Returns true if a text has elements of HTML or XML, wherever they stand. */
export const hasMarkup = (text: string) => anyElement.test(text)

const htmlPart = /^(?:p|b|i|a|br|hr|div|span|center|pre|h[1-6]|ul|ol|img|iframe|style|link)$/i

/** Returns true if a text is XML: by its type, its declaration, or one element around it all. */
export function isXml(text: string, mediaType: string): boolean {
  if (/[/+]xml$/.test(mediaType)) return true
  const root = /^\s*<(\?xml\b|[a-z_][\w:.-]*)/i.exec(text.slice(0, maxStart))?.[1] ?? ''
  if (root === '?xml') return true
  if (htmlElement.test(text.slice(0, maxStart))) return false
  return root !== '' && !htmlPart.test(root) && text.trimEnd().endsWith(`</${root}>`)
}

export const isHtmlType = (mediaType: string) => htmlTypes.has(mediaType)

/** Returns true if a text is a web page, by its media type or by its own first element. */
export function isWebPage(text: string, mediaType: string): boolean {
  if (isHtmlType(mediaType)) return true
  const start = text.slice(0, maxStart).trimStart()
  return start.startsWith('<') && htmlElement.test(start)
}

/** A form may follow long styles and scripts. */
const maxSearchedLength = 200_000

const signInMarks: readonly RegExp[] = [
  // A field for a password, or a form that posts itself to a page with one
  // (SAML 2.0 bindings §3.5, WS-Federation §13)
  /<input\b[^<>]{0,1000}?\b(?:type\s{0,9}=\s{0,9}["']?password\b|name\s{0,9}=\s{0,9}["']?(?:SAMLRequest|wctx)\b)/i,
  // The message of a hotspot to devices (WISPr)
  /<WISPAccessGatewayParam\b/i,
  // A page without a form that sends the browser on to a sign-in
  /(?:http-equiv\s{0,9}=\s{0,9}["']?refresh|location(?:\.href|\.replace|\.assign)?\s{0,9}[=(])[^<>]{0,300}?(?:\b|_)(?:log-?_?[io]n|sign-?_?in|auth|sso|saml2?|captive|portal|fgtauth)(?:\b|_)/i,
  /<title>[^<]{0,200}?\b(?:log ?[io]n|sign ?in|captive portal|hotspot|authentication required|anmelden|anmeldung|connexion|inloggen|iniciar sesi)/i,
]

/**
 * Returns true if a web page asks its reader to sign in: the page of a hotspot, of a company's
 * gateway, or of a website with a sign-in before the requested address. A guess from marks
 * that such pages share.
 */
export function looksLikeSignIn(html: string): boolean {
  const text = html.slice(0, maxSearchedLength)
  return signInMarks.some((mark) => mark.test(text))
}

export function looksOfPage(html: string): LooksLike {
  return looksLikeSignIn(html) ? 'sign-in-page' : 'web-page'
}

const unseenElements = ['script', 'style', 'svg', 'template', 'noscript'] as const

/** Removes the elements of this name, in one pass. */
function withoutElement(html: string, name: string): string {
  const lower = html.toLowerCase()
  const kept: string[] = []
  let at = 0
  while (at < html.length) {
    const start = lower.indexOf(`<${name}`, at)
    if (start < 0) break
    kept.push(html.slice(at, start))
    const end = lower.indexOf(`</${name}`, start)
    at = end < 0 ? html.length : end
  }
  return kept.join(' ') + html.slice(at)
}

function withoutComments(html: string): string {
  return html
    .split('<!--')
    .map((part, index) => {
      const end = part.indexOf('-->')
      if (index === 0) return part
      return end < 0 ? '' : part.slice(end + 3)
    })
    .join(' ')
}

/** The names that HTML has for ASCII (HTML Living Standard §13.5), and its space. */
const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['tab', '\t'],
  ['newline', '\n'],
  ['excl', '!'],
  ['quot', '"'],
  ['num', '#'],
  ['dollar', '$'],
  ['percnt', '%'],
  ['amp', '&'],
  ['apos', "'"],
  ['lpar', '('],
  ['rpar', ')'],
  ['ast', '*'],
  ['midast', '*'],
  ['plus', '+'],
  ['comma', ','],
  ['hyphen', '-'],
  ['dash', '-'],
  ['period', '.'],
  ['sol', '/'],
  ['colon', ':'],
  ['semi', ';'],
  ['lt', '<'],
  ['equals', '='],
  ['gt', '>'],
  ['quest', '?'],
  ['commat', '@'],
  ['lsqb', '['],
  ['lbrack', '['],
  ['bsol', '\\'],
  ['rsqb', ']'],
  ['rbrack', ']'],
  ['hat', '^'],
  ['lowbar', '_'],
  ['underbar', '_'],
  ['grave', '`'],
  ['lcub', '{'],
  ['lbrace', '{'],
  ['verbar', '|'],
  ['vert', '|'],
  ['verticalline', '|'],
  ['rcub', '}'],
  ['rbrace', '}'],
])

const entityWithEnd = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,12});/gi

/** Decodes one character reference of HTML, with or without its semicolon; others stay. */
export function decodeEntity(reference: string): string {
  const name = reference.replace(/^&|;$/g, '')
  if (!name.startsWith('#')) return entities.get(name.toLowerCase()) ?? reference
  const digits = name.slice(1)
  const isHex = /^x/i.test(digits)
  return fromCodePoint(Number.parseInt(isHex ? digits.slice(1) : digits, isHex ? 16 : 10))
}

/** Returns the text that a person reads on a web page, on one line, without values of fields. */
export function visibleText(html: string): string {
  const shown = unseenElements.reduce(withoutElement, withoutComments(html))
  const text = shown.replace(/<[^<>]*>/g, ' ').replace(/<[a-z/!][^<>]*$/i, ' ')
  return text.replace(entityWithEnd, decodeEntity).replace(/\s+/g, ' ').trim()
}
