import { decodeEntity } from '../../oauth/formats/html.ts'

/** Marks that word processors put in the place of straight ones. */
const double = '“”„‟″«»＂'
const single = '‘’‚‛′´＇'

/** Straight marks in the place of bent ones, where a word begins or ends: inside it they stay. */
function straightened(text: string): string {
  const swap = (marks: string, straight: string, given: string) =>
    given
      .replace(new RegExp(`(^|[\\s=(,;@{:+])[${marks}]`, 'g'), `$1${straight}`)
      .replace(new RegExp(`[${marks}](?=$|[\\s),;}:+|&\\\\])`, 'g'), straight)
  return swap(single, "'", swap(double, '"', text))
}

/** Ends of lines, of which a regular expression knows more than the readers do. */
const lineEnd = /\r\n?|[\u2028\u2029]/g

/** A text whose lines all end with a line feed: only then is `^` with `m` where a reader sees a line. */
export const withLineFeeds = (text: string): string => text.replace(lineEnd, '\n')

/** A bent mark that ends a word, an option, and a bent mark that begins another word; it looks no further. */
const bentAroundOption = new RegExp(
  `[${double}${single}]\\s{1,9}(?:\\\\\\s{1,9})?--?[A-Za-z][\\w-]{0,40}[\\s=]{1,9}[${double}${single}]`,
)

/**
 * Tells if a bent mark stands for a straight one: outside of straight marks, where a word begins.
 * Text within straight marks is left alone, unless it holds an option between two bent marks.
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

/** Undoes the encoding of a page's source, where one of its signs can mean nothing else. */
function withoutEntities(text: string): string {
  const hasEntities = /&amp;[\w.-]{1,60}=|(?:^|[\s=@(])&(?:quot|apos|#0?3[49]|#x2[27]);/i.test(text)
  // A plain `&` between two fields: the text is no source of a page, and its values are its own.
  const isEncoded = hasEntities && !/&(?!amp;|quot;|apos;|lt;|gt;)[\w.-]{1,60}=/i.test(text)
  if (!isEncoded) return text
  return text.replace(/&(?:quot|apos|lt|gt|amp|#0?3[49]|#x2[27]);/gi, decodeEntity)
}

/**
 * Undoes what word processors and web pages do to a command: spaces that don’t break,
 * invisible marks, a fence of back-ticks around it, a prompt before each line, dashes joined
 * into one, bent quotation marks and encoded signs.
 */
export function tidied(text: string): string {
  const received = withoutEntities(withLineFeeds(text).replace(/[\ufdd0-\ufdef]/g, ''))
  // For a shell `#` begins a comment: it is the prompt only of a text whose commands all have one.
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
