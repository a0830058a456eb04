const typographic: readonly (readonly [RegExp, string])[] = [
  [/[“”„]/g, '"'],
  [/[‘’‚]/g, "'"],
]

/** Ends of lines, of which a regular expression knows more than the readers do. */
const lineEnd = /\r\n?|[\u2028\u2029]/g

/** A text whose lines all end with a line feed: only then is `^` with `m` where a reader sees a line. */
export const withLineFeeds = (text: string): string => text.replace(lineEnd, '\n')

/**
 * Undoes what word processors and web pages do to a command: spaces that don't break,
 * invisible marks, a fence of back-ticks around it, a prompt before each line, dashes joined
 * into one, and, where the text has no straight quotation marks at all, bent ones.
 */
export function tidied(text: string): string {
  let tidy = withLineFeeds(text)
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/^[^\S\n]*```[\w-]*[^\S\n]*$/gm, '')
    .replace(
      /^[ \t]*(?:[$>#%][ \t]+|(?:PS |[A-Z]:\\)[^>\n]*>[ \t]*)(?=curl\b|invoke-|irm\b|iwr\b)/gim,
      '',
    )
    .replace(/(^|\s)[–—](?=[A-Za-z][A-Za-z-]+)/g, '$1--')
    .replace(/(^|\s)[–—](?=[A-Za-z]\s)/g, '$1-')
  if (!/["']/.test(tidy)) for (const [mark, plain] of typographic) tidy = tidy.replace(mark, plain)
  return tidy.trim()
}
