/** `<<END`, `<<-END` or `<<'END'` (XCU §2.7.4): how it is written, and what ends the text. */
export interface HereDocument {
  readonly length: number
  readonly delimiter: string
  /** With a quoted delimiter the text is taken as it is. */
  readonly isLiteral: boolean
  readonly dropsTabs: boolean
}

/** The operator that begins at `at`; `undefined` if there is none. */
export function hereDocumentAt(text: string, at: number): HereDocument | undefined {
  const found = /^<<(-?)[ \t]*(?:'([^'\n]{1,60})'|"([^"\n]{1,60})"|(\\?)([\w.!-]{1,60}))/.exec(
    text.slice(at, at + 140),
  )
  if (found === null) return undefined
  const [whole, dash, single, double, backslash, plain] = found
  return {
    length: whole.length,
    delimiter: single ?? double ?? plain ?? '',
    isLiteral: plain === undefined || backslash !== '',
    dropsTabs: dash !== '',
  }
}

/** The text of a here-document whose first line begins at `start`, and where it ends. */
export function hereText(
  text: string,
  start: number,
  { delimiter, dropsTabs }: HereDocument,
): { readonly body: string; readonly end: number } {
  let body = ''
  let at = start
  while (at < text.length) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd
    const line = text.slice(at, end).replace(/\r$/, '')
    at = lineEnd < 0 ? end : end + 1
    const own = dropsTabs ? line.replace(/^\t+/, '') : line
    // Copied out of a page, the delimiter may be indented like all else.
    if (own.trim() === delimiter) break
    body += `${own}\n`
  }
  return { body, end: at }
}
