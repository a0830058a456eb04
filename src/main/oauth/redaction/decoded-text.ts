import { type BitCode, bitReadings, type NumberCode, numberCodes } from './byte-codes.ts'
import { type Decoder, decoders, unseen } from './text-decoders.ts'

/** A text after decoding, with the place of each of its characters in the original. */
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

/** Applies a decoder to a view; `null` if that changes nothing. */
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

/**
 * Decodes every run from its character number `offset` on into bytes, each one character; the text
 * between the runs is replaced by a character that no byte is.
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

/** Decodes all numbers, if there are at least `minCount`. */
function numbersView(view: View, { numbers, read }: NumberCode, minCount: number): View | null {
  const text: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: all, 1: digits = '', index } of view.text.matchAll(numbers)) {
    for (const unit of read(digits)) {
      for (let at = 0; at < unit.length; at += 1) {
        if (unit === '\0') continue
        text.push(unit.charAt(at))
        starts.push(view.starts[index] ?? 0)
        ends.push(view.ends[index + all.length - 1] ?? 0)
      }
    }
  }
  if (text.length < minCount) return null
  return { text: text.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}

/** Returns the bytes in the views, in every notation. */
function bytesIn(views: readonly View[], minCount: number): readonly View[] {
  return views
    .flatMap((view) => [
      ...bitReadings.map(([code, offset]) => bytesView(view, code.runsOf(minCount), code, offset)),
      ...numberCodes.map((code) => numbersView(view, code, minCount)),
    ])
    .filter((view) => view !== null)
}

const maxDepth = 3
const maxViews = 24
/** Views whose bytes are decoded as well. */
const maxWithBytes = 8
const maxInside = 24

/** Applies the decoders to some views, up to three in turn. */
function unescaped(first: readonly View[], most: number): readonly View[] {
  const views = [...first]
  const seen = new Set(views.map(({ text }) => text))
  let layer = first
  for (let depth = 0; depth < maxDepth; depth += 1) {
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

/** Returns true if decoded bytes look like text: noise contains nothing encoded. */
function readsAsText({ text }: View): boolean {
  const plain = text.match(/[\0\t\n\r -~\uffff]/g)?.length ?? 0
  return plain >= text.length * 0.9
}

/**
 * Returns a text and its decodings, in every way in which a server may have encoded a part of it:
 * percent, backslashes, HTML, quoted-printable and forms, up to three in turn; in all of these
 * base64, hex, and lists of numbers for at least `minBytes` bytes; and in the results, all of it
 * once more.
 */
export function viewsOf(text: string, minBytes: number): readonly View[] {
  const views = unescaped([plainView(text)], maxViews)
  const bytes = bytesIn(views.slice(0, maxWithBytes), minBytes)
  // UTF-16 of a text in another script does not pass the next test.
  const wide = bytes.map((view) => decoded(view, unseen)).filter((view) => view !== null)
  const inside = bytes.filter(readsAsText).slice(0, maxInside)
  const deeper = unescaped(inside, 2 * maxInside)
  const innermost = bytesIn(deeper.slice(0, maxInside), minBytes)
  return [
    ...views,
    ...bytes,
    ...wide,
    ...deeper.slice(inside.length),
    ...innermost,
    ...unescaped(innermost.filter(readsAsText).slice(0, maxInside), 2 * maxInside),
  ]
}

/** Removes the characters that the last of the views lack. */
export const withoutUnseen = (text: string) => text.replace(unseen.pattern, '')
