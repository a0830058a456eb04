import { decodeEntity } from '../../oauth/formats/html.ts'

/** Curly quotes of word processors. */
const double = '“”„‟″«»＂'
const single = '‘’‚‛′´＇'

/** Replaces curly quotes by straight ones at the beginning and end of words. */
function straightened(text: string): string {
  const swap = (marks: string, straight: string, given: string) =>
    given
      .replace(new RegExp(`(^|[\\s=(,;@{:+])[${marks}]`, 'g'), `$1${straight}`)
      .replace(new RegExp(`[${marks}](?=$|[\\s),;}:+|&\\\\])`, 'g'), straight)
  return swap(single, "'", swap(double, '"', text))
}

/** Line breaks that regular expressions recognize and the readers do not. */
const lineEnd = /\r\n?|[\u2028\u2029]/g

/** Ends all lines with a line feed, so that `^` with the flag `m` agrees with the readers. */
export const withLineFeeds = (text: string): string => text.replace(lineEnd, '\n')

/** A curly quote, an option, and another curly quote, close to each other. */
const bentAroundOption = new RegExp(
  `[${double}${single}]\\s{1,9}(?:\\\\\\s{1,9})?--?[A-Za-z][\\w-]{0,40}[\\s=]{1,9}[${double}${single}]`,
)

/**
 * Returns true if a curly quote stands for a straight one: outside straight quotes, at the
 * beginning of a word. Text within straight quotes stays, unless it contains an option between two
 * curly quotes.
 */
function hasBentQuotes(text: string): boolean {
  if (bentAroundOption.test(text)) return true
  let open = ''
  for (let at = 0; at < text.length; at += 1) {
    const each = text[at] ?? ''
    if (each === '\\' && open !== "'") at += 1
    else if (open !== '') open = each === open ? '' : open
    else if (each === '"' || each === "'") open = each
    else if (double.includes(each) || single.includes(each)) {
      if (/^$|[\s=(,;@{:+]/.test(text[at - 1] ?? '')) return true
    }
  }
  return false
}

/** Decodes the source of a page if one of its character references can mean nothing else. */
function withoutEntities(text: string): string {
  const hasEntities = /&amp;[\w.-]{1,60}=|(?:^|[\s=@(])&(?:quot|apos|#0?3[49]|#x2[27]);/i.test(text)
  // A plain `&` between two fields: the text is no source of a page, and its values are its own.
  const isEncoded = hasEntities && !/&(?!amp;|quot;|apos;|lt;|gt;)[\w.-]{1,60}=/i.test(text)
  if (!isEncoded) return text
  return text.replace(/&(?:quot|apos|lt|gt|amp|#0?3[49]|#x2[27]);/gi, decodeEntity)
}

/**
 * Undoes the changes of word processors and web pages to a command: non-breaking spaces, invisible
 * characters, a fence of back-ticks around it, a prompt before each line, dashes joined into one,
 * curly quotes and character references.
 */
export function normalizeCommand(text: string): string {
  const received = withoutEntities(withLineFeeds(text).replace(/[\ufdd0-\ufdef]/g, ''))
  // `#` begins a comment in a shell: it is the prompt only of a text whose commands all have
  // one.
  const prompt = /^[ \t]*(?:curl|invoke-|irm|iwr)\b/im.test(received) ? '[$>%]' : '[$>#%]'
  const plain = received
    // Word processors put a space that doesn’t break inside these marks.
    .replace(/(«)[\u00a0\u202f]|[\u00a0\u202f](»)/g, '$1$2')
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/^[^\S\n]*```[\w-]*[^\S\n]*$/gm, '')
    .replace(
      new RegExp(
        `^[ \\t]*(?:${prompt}[ \\t]+|(?:PS |[A-Z]:\\\\)[^>\\n]*>[ \\t]*)(?=curl\\b|invoke-|irm\\b|iwr\\b)`,
        'gim',
      ),
      '',
    )
    .replace(/(^|\s)[–—](?=[A-Za-z][A-Za-z-]+)/g, '$1--')
    .replace(/(^|\s)[–—](?=[A-Za-z]\s)/g, '$1-')
  if (!/["']/.test(plain)) {
    return plain
      .replace(new RegExp(`[${double}]`, 'g'), '"')
      .replace(new RegExp(`[${single}]`, 'g'), "'")
      .trim()
  }
  return (hasBentQuotes(plain) ? straightened(plain) : plain).trim()
}
