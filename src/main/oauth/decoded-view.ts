/** A text as it reads after decoding, and where each of its characters was in the original. */
export interface View {
  readonly text: string
  /** By index into `text`; both are as long as it. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

function plainView(text: string): View {
  const starts = Int32Array.from({ length: text.length }, (_, index) => index)
  return { text, starts, ends: starts.map((start) => start + 1) }
}

interface Decoder {
  readonly pattern: RegExp
  readonly decode: (match: string) => string
}

function decodePercent(match: string): string {
  const bytes = Uint8Array.from(match.slice(1).split('%'), (hex) => Number.parseInt(hex, 16))
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

const jsonEscapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

function decodeBackslash(match: string): string {
  const hex = /^\\[ux]\{?([0-9a-f]+)/i.exec(match)?.[1]
  if (hex === undefined) return jsonEscapes[match.slice(1)] ?? match.slice(1)
  return fromCodePoint(Number.parseInt(hex, 16))
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  sol: '/',
  plus: '+',
  colon: ':',
  equals: '=',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  period: '.',
  excl: '!',
  num: '#',
  percnt: '%',
  commat: '@',
  dollar: '$',
}

function decodeEntity(match: string): string {
  const name = match.replace(/^&|;$/g, '')
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? match
  const digits = name.slice(1)
  const isHex = /^x/i.test(digits)
  return fromCodePoint(Number.parseInt(isHex ? digits.slice(1) : digits, isHex ? 16 : 10))
}

const fromCodePoint = (point: number) =>
  point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd'

const percent: Decoder = { pattern: /(?:%[0-9a-f]{2})+/gi, decode: decodePercent }
/** Zeros of UTF-16, line breaks of base64, characters that nobody sees. */
const unseen: Decoder = { pattern: /[\p{Cc}\p{Cf}]+/gu, decode: () => '' }

/** What servers do to a text before they send it back. */
const decoders: readonly Decoder[] = [
  percent,
  { pattern: /\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|.)/gis, decode: decodeBackslash },
  { pattern: /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});?/gi, decode: decodeEntity },
  { pattern: /\+/g, decode: () => ' ' },
  unseen,
]

/** The view with the decoder applied; `null` if that changes nothing. */
function decoded(view: View, { pattern, decode }: Decoder): View | null {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let from = 0
  const keep = (until: number) => {
    parts.push(view.text.slice(from, until))
    for (let at = from; at < until; at += 1) {
      starts.push(view.starts[at] ?? 0)
      ends.push(view.ends[at] ?? 0)
    }
  }
  for (const { 0: match, index } of view.text.matchAll(pattern)) {
    const value = decode(match)
    if (value === match) continue
    keep(index)
    parts.push(value)
    for (let each = 0; each < value.length; each += 1) {
      starts.push(view.starts[index] ?? 0)
      ends.push(view.ends[index + match.length - 1] ?? 0)
    }
    from = index + match.length
  }
  if (from === 0) return null
  keep(view.text.length)
  return { text: parts.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** A run of characters that each stand for some bits, and how to read it. */
interface BitCode {
  /** Runs that stand for so many bytes and more. */
  readonly runsOf: (bytes: number) => RegExp
  readonly bits: number
  readonly bitsOf: (character: string) => number
}

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Values: ReadonlyMap<string, number> = new Map([
  ...Array.from(base64Alphabet, (character, value) => [character, value] as const),
  ['-', 62],
  ['_', 63],
])

/** RFC 4648 §4, §5 and §8. */
const base64: BitCode = {
  runsOf: (bytes) => new RegExp(`[A-Za-z0-9+/_-]{${Math.ceil((bytes * 8) / 6)},}`, 'g'),
  bits: 6,
  bitsOf: (character) => base64Values.get(character) ?? 0,
}
const hex: BitCode = {
  runsOf: (bytes) => new RegExp(`[0-9a-f]{${bytes * 2},}`, 'gi'),
  bits: 4,
  bitsOf: (character) => Number.parseInt(character, 16),
}

/**
 * Every run read from its character number `offset` on, as bytes, each one character;
 * what is between the runs is left out, marked by a character that no byte is.
 */
function bytesView(
  view: View,
  runs: RegExp,
  { bits, bitsOf }: BitCode,
  offset: number,
): View | null {
  const text: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: run, index } of view.text.matchAll(runs)) {
    let buffer = 0
    let held = 0
    for (let at = offset; at < run.length; at += 1) {
      buffer = ((buffer << bits) | bitsOf(run[at] ?? '')) & 0xffff
      held += bits
      if (held < 8) continue
      held -= 8
      text.push(String.fromCharCode((buffer >> held) & 0xff))
      // The byte began in an earlier character.
      const first = index + at - Math.ceil((8 + held) / bits) + 1
      starts.push(view.starts[Math.max(first, index)] ?? 0)
      ends.push(view.ends[index + at] ?? 0)
    }
    text.push('\uffff')
    starts.push(view.ends[index + run.length - 1] ?? 0)
    ends.push(view.ends[index + run.length - 1] ?? 0)
  }
  if (text.length === 0) return null
  return { text: text.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** A byte may begin at each of four characters of base64 and each of two of hex. */
const bitReadings = [
  ...[0, 1, 2, 3].map((offset) => [base64, offset] as const),
  ...[0, 1].map((offset) => [hex, offset] as const),
]

const deepest = 3
const mostViews = 16
/** Each with all the bytes that its base64 and hex may stand for. */
const mostWithBytes = 4

/** The views that the decoders make of some, in up to three turns. */
function unescaped(first: readonly View[], most: number): readonly View[] {
  const views = [...first]
  const seen = new Set(views.map(({ text }) => text))
  let layer = first
  for (let depth = 0; depth < deepest; depth += 1) {
    const next: View[] = []
    for (const view of layer) {
      for (const decoder of decoders) {
        const result = views.length < most ? decoded(view, decoder) : null
        if (result === null || seen.has(result.text)) continue
        seen.add(result.text)
        views.push(result)
        next.push(result)
      }
    }
    layer = next
  }
  return views
}

/**
 * A text and what it reads as, decoded in every way in which a server may have encoded a
 * part of it: percent, backslashes, HTML and forms, several in turn; and base64 and hex in
 * all of these, with percent or UTF-16 inside, if they stand for `fewestBytes` and more.
 */
export function viewsOf(text: string, fewestBytes: number): readonly View[] {
  const views = unescaped([plainView(text)], mostViews)
  const inside = views
    .slice(0, mostWithBytes)
    .flatMap((view) =>
      bitReadings.map(([code, offset]) => bytesView(view, code.runsOf(fewestBytes), code, offset)),
    )
    .filter((view) => view !== null)
  const deeper = inside.flatMap((view) =>
    [percent, unseen].map((decoder) => decoded(view, decoder)).filter((each) => each !== null),
  )
  return [...views, ...inside, ...deeper]
}

/** Without the characters that the last of the views are without. */
export const withoutUnseen = (text: string) => text.replace(unseen.pattern, '')
