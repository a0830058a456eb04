const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const hexOf = (byte: number) => byte.toString(16).padStart(2, '0')
const bytesOf = (text: string) => [...Buffer.from(text)]
const octal = (byte: number) => byte.toString(8).padStart(3, '0')

/** As `xxd` writes it: offset, two bytes in a group, and a column of characters. */
const dump = (text: string, perLine: number, perGroup: number) =>
  Array.from({ length: Math.ceil(bytesOf(text).length / perLine) }, (_, line) => {
    const bytes = bytesOf(text).slice(line * perLine, (line + 1) * perLine)
    const groups = Array.from({ length: Math.ceil(bytes.length / perGroup) }, (__, at) =>
      bytes
        .slice(at * perGroup, (at + 1) * perGroup)
        .map(hexOf)
        .join(''),
    )
    const characters = bytes.map((byte) =>
      byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.',
    )
    return `${(line * perLine).toString(16).padStart(8, '0')}: ${groups.join(' ')}  ${characters.join('')}`
  }).join('\n')

/** Only what has to be encoded is (RFC 2045 §6.7), with lines of at most 76 characters. */
const quotedPrintable = (text: string) =>
  bytesOf(text)
    .map((byte) => {
      const isPlain = byte > 32 && byte < 127 && byte !== 0x3d
      return isPlain ? String.fromCharCode(byte) : `=${hexOf(byte).toUpperCase()}`
    })
    .join('')

/** How servers, logs and pages write a text: the same text, each in another way. */
export const encodings: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  percent: (text) => new URLSearchParams([['', text]]).toString().slice(1).replaceAll('+', '%20'),
  form: (text) => new URLSearchParams([['', text]]).toString().slice(1),
  'percent, every byte': (text) =>
    Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'percent, twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'JSON escapes': (text) => JSON.stringify(text).slice(1, -1),
  'JSON escapes, every character': (text) =>
    Array.from({ length: text.length }, (_, at) => {
      return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
    }).join(''),
  HTML: (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;'),
  'HTML, every character': (text) =>
    Array.from(text, (each) => `&#x${each.codePointAt(0)?.toString(16)};`).join(''),
  capitals: (text) => text.toUpperCase(),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64, one before': (text) => Buffer.from(`:${text}`).toString('base64'),
  'base64, two before': (text) => Buffer.from(`id${text}!`).toString('base64'),
  'base64, three before': (text) => Buffer.from(`id:${text}`).toString('base64'),
  base64url: (text) => Buffer.from(`?>${text}`).toString('base64url'),
  'base64 of a form': (text) =>
    Buffer.from(`id:${new URLSearchParams([['', text]]).toString().slice(1)}`).toString('base64'),
  'base64 in percent': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  'UTF-16 with zeros': (text) => utf16(text).toString('latin1'),
  'UTF-16 in base64': (text) => utf16(text).toString('base64'),
  'UTF-16 in hex': (text) => utf16(text).toString('hex'),
  'hex with blanks': (text) => bytesOf(text).map(hexOf).join(' '),
  'hex with colons, in capitals': (text) => bytesOf(text).map(hexOf).join(':').toUpperCase(),
  'hex with hyphens': (text) => bytesOf(text).map(hexOf).join('-'),
  'a list in hex': (text) =>
    `[${bytesOf(text)
      .map((byte) => `0x${hexOf(byte)}`)
      .join(', ')}]`,
  'hex with commas alone': (text) => bytesOf(text).map(hexOf).join(','),
  'hex with an x before': (text) =>
    bytesOf(text)
      .map((byte) => `\\x${hexOf(byte)}`)
      .join(''),
  'a dump in pairs': (text) => dump(text, 16, 2),
  'a dump of bytes': (text) => dump(text, 16, 1),
  'a narrow dump': (text) => dump(text, 4, 1),
  'a dump of UTF-16': (text) => utf16(text).toString('hex').replace(/..../g, '$& '),
  'code points': (text) =>
    Array.from(text, (each) => `U+${hexOf(each.codePointAt(0) ?? 0).padStart(4, '0')}`).join(' '),
  'a list of numbers': (text) => JSON.stringify(bytesOf(text)),
  'numbers with blanks': (text) => bytesOf(text).join(' '),
  'octal escapes': (text) =>
    bytesOf(text)
      .map((byte) => `\\${octal(byte)}`)
      .join(''),
  'octal with blanks': (text) => bytesOf(text).map(octal).join(' '),
  binary: (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join(' '),
  'quoted-printable': quotedPrintable,
  'quoted-printable, every byte': (text) =>
    bytesOf(text)
      .map((byte) => `=${hexOf(byte).toUpperCase()}`)
      .join(''),
  'quoted-printable, in short lines': (text) =>
    quotedPrintable(text).replace(/(?:=..|.){5}/g, '$&=\r\n'),
  'percent with u': (text) =>
    Array.from({ length: text.length }, (_, at) => {
      return `%u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
    }).join(''),
  'HTML, by name': (text) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('-', '&hyphen;')
      .replaceAll('*', '&ast;')
      .replaceAll('(', '&lpar;')
      .replaceAll('?', '&quest;'),
}

/**
 * The ways in which a text shows a secret: as the names of encodings. Independent of the
 * code that hides it: it looks for the whole of what each encoding makes of the secret.
 */
export function leaksOf(secret: string, text: string): readonly string[] {
  const shown = [text, text.toLowerCase(), text.toUpperCase()]
  return Object.entries(encodings)
    .filter(([, encode]) => shown.some((each) => each.includes(encode(secret))))
    .map(([name]) => name)
}

/** Eight characters in a row of a secret that a text shows as they are. */
export function partsIn(secret: string, text: string): readonly string[] {
  const starts = Array.from({ length: Math.max(0, secret.length - 7) }, (_, at) => at)
  return starts.map((at) => secret.slice(at, at + 8)).filter((part) => text.includes(part))
}
