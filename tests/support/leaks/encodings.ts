/** Bits of a byte, and of a character of base64 (RFC 4648 §4). */
const byteBits = 8
const base64Bits = 6

/**
 * What base64 makes of these bytes wherever they stand behind `before` others (of three): the
 * characters that do not depend on the neighbours.
 */
function base64Within(bytes: Buffer, before: 0 | 1 | 2, kind: 'base64' | 'base64url'): string {
  const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString(kind)
  const first = Math.ceil((before * byteBits) / base64Bits)
  const end = Math.floor(((before + bytes.length) * byteBits) / base64Bits)
  return encoded.slice(first, end)
}

/** RFC 3986 §2.1, with everything escaped that any reader might want escaped. */
const percent = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
const form = (text: string) => new URLSearchParams([['', text]]).toString().slice(1)
const inSmallEscapes = (text: string) => text.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase())
const asciiJson = (text: string) =>
  JSON.stringify(text).replace(
    /[^ -~]/g,
    (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
const base64 = (before: 0 | 1 | 2) => (text: string) => [
  base64Within(Buffer.from(text), before, 'base64'),
]

/** The ten ways in which a secret may stand somewhere, each with the spellings that it has. */
export const encodings = {
  raw: (text) => [text],
  JSON: (text) => [JSON.stringify(text).slice(1, -1), asciiJson(text).slice(1, -1)],
  percent: (text) => [percent(text), inSmallEscapes(percent(text)), encodeURIComponent(text)],
  form: (text) => [form(text), inSmallEscapes(form(text))],
  'base64, first of three': base64(0),
  'base64, second of three': base64(1),
  'base64, third of three': base64(2),
  base64url: (text) =>
    ([0, 1, 2] as const).map((before) => base64Within(Buffer.from(text), before, 'base64url')),
  hex: (text) => {
    const hex = Buffer.from(text).toString('hex')
    return [hex, hex.toUpperCase()]
  },
  'UTF-16': (text) => [Buffer.from(text, 'utf16le')],
} as const satisfies Readonly<Record<string, (text: string) => readonly (string | Buffer)[]>>

export type Encoding = keyof typeof encodings
export const encodingNames = Object.keys(encodings) as readonly Encoding[]

export interface Needle {
  readonly encoding: Encoding
  readonly bytes: Buffer
}

/** Everything to look for where a text must not be; one that several encodings make, once. */
export function needlesOf(text: string): readonly Needle[] {
  const needles = new Map<string, Needle>()
  for (const encoding of encodingNames) {
    for (const spelling of encodings[encoding](text)) {
      const bytes = Buffer.from(spelling)
      const key = bytes.toString('latin1')
      if (!needles.has(key)) needles.set(key, { encoding, bytes })
    }
  }
  return [...needles.values()]
}
