import { firstOf, wholeAt } from '../../../shared/first-of.ts'
import type { Found, NamedSecret, SecretFinder } from './secret-finder.ts'
import { findTokenShapes } from './token-patterns.ts'

/**
 * A part of a report: text of the app, a value from elsewhere that may be shown (or its name), or
 * a mask for a value that may not.
 */
export interface Piece {
  readonly kind: 'ours' | 'theirs' | 'name' | 'mask'
  readonly text: string
}

/** Characters that would break the lines of a report or change how it reads. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')

export const ours = (text: string): Piece => ({ kind: 'ours', text: printable(text) })

const lengthOf = (text: string) => {
  const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0
  const length = text.length - pairs
  return length === 1 ? '1 character' : `${length} characters`
}

/** Returns the mask of a value: its description and length. */
export const maskOf = (what: string, value: string): Piece => ({
  kind: 'mask',
  text: `[${what}, ${lengthOf(value)}]`,
})

export const secretMask = ({ name, value }: NamedSecret) => maskOf(name, value)

/** Returns the mask of a value whose name stands for a secret. */
export function namedMask(name: string, value: string, finder: SecretFinder): Piece {
  const isClean = /^[\w.-]{1,60}$/.test(name) && finder.find(name).length === 0
  return maskOf(isClean ? name : 'not shown', value)
}

interface Mark {
  readonly start: number
  readonly end: number
  readonly mask: (text: string) => Piece
}

/** Returns the mask of a place that shows a secret, or a part of one. */
const maskOfFound = ({ secret, isWhole }: Found, text: string): Piece =>
  isWhole ? secretMask(secret) : maskOf(`part of ${secret.name}`, text)

const markOf = (found: Found): Mark => ({
  start: found.start,
  end: found.end,
  mask: (text) => maskOfFound(found, text),
})

const isFree = (shape: { start: number; end: number }, marks: readonly Mark[]) =>
  marks.every(({ start, end }) => end <= shape.start || shape.end <= start)

/**
 * Limits in characters: the part of a value that is shown, and the part searched beyond its end.
 */
const maxShownLength = 4000
const lookahead = 400
const maxNameLength = 200

/**
 * Returns a value from elsewhere with the secrets in it masked and, unless it is known to be no
 * token (`isKnown`), everything that looks like one.
 */
export function shown(
  value: string,
  finder: SecretFinder,
  isKnown = false,
  isSent = false,
): readonly Piece[] {
  const same = finder.exactly(value)
  if (same !== undefined) return [secretMask(same)]
  const text = value.slice(0, maxShownLength + lookahead)
  const until = wholeAt(text, Math.min(text.length, maxShownLength))
  // A sent value is a setting that the reader knows: a mask over a part of it would reveal that
  // part of a password.
  const secret = finder
    .find(text)
    .filter(({ isWhole }) => isWhole || !isSent)
    .map(markOf)
  const shapes = findTokenShapes(text, isKnown)
  const tokens = shapes
    .filter((shape) => isFree(shape, secret))
    .map((shape): Mark => ({ ...shape, mask: (each) => maskOf('not shown', each) }))
  const pieces: Piece[] = []
  let at = 0
  for (const mark of [...secret, ...tokens].toSorted((one, other) => one.start - other.start)) {
    if (mark.end <= at || mark.start >= until) continue
    if (mark.start > at)
      pieces.push({ kind: 'theirs', text: printable(text.slice(at, mark.start)) })
    pieces.push(mark.mask(text.slice(Math.max(at, mark.start), mark.end)))
    at = mark.end
  }
  if (at < until) pieces.push({ kind: 'theirs', text: printable(text.slice(at, until)) })
  return value.length > text.length ? [...pieces, ours(' … (shortened)')] : pieces
}

/** Returns the name of a value, which came from elsewhere as well. */
export function shownName(name: string, finder: SecretFinder): readonly Piece[] {
  const pieces = shortened(shown(name, finder), maxNameLength)
  return pieces.map((piece) => (piece.kind === 'theirs' ? { ...piece, kind: 'name' } : piece))
}

/** Cuts to a number of characters, and marks the cut. */
export function shortened(pieces: readonly Piece[], maxLength: number): readonly Piece[] {
  const kept: Piece[] = []
  let left = maxLength
  for (const piece of pieces) {
    if (left <= 0) return [...kept, ours(' … (shortened)')]
    const isWhole = piece.kind === 'mask' || piece.text.length <= left
    kept.push(isWhole ? piece : { ...piece, text: firstOf(piece.text, left) })
    left -= piece.text.length
  }
  return left < 0 ? [...kept, ours(' … (shortened)')] : kept
}

export const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

/** Replaces characters that would change how the text beside them reads. */
const visible = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·')

/**
 * Returns the first `maxLength` characters of a text, with its lines and with every secret in it
 * replaced by its name and length. Other values that look like tokens stay: an API's answer
 * belongs to the owner of the token.
 */
export function maskedLines(
  text: string,
  finder: SecretFinder,
  maxLength: number,
): { readonly text: string; readonly isCut: boolean } {
  const searched = text.slice(0, maxLength + lookahead)
  const pieces: string[] = []
  let at = 0
  for (const found of finder.find(searched)) {
    if (found.start >= maxLength) break
    pieces.push(visible(searched.slice(at, found.start)))
    pieces.push(maskOfFound(found, searched.slice(found.start, found.end)).text)
    at = found.end
  }
  if (at < maxLength) pieces.push(visible(searched.slice(at, wholeAt(searched, maxLength))))
  return { text: pieces.join(''), isCut: text.length > Math.max(at, maxLength) }
}
