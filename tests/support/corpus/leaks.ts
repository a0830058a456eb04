const utf16 = (text: string) => Buffer.from(text, 'utf16le')

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
