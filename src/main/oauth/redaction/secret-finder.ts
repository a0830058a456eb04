import { type View, viewsOf } from './decoded-text.ts'
import {
  fold,
  formsOf,
  hashAt,
  isPublic,
  minSearchedLength,
  misread,
  readingsOf,
  run,
} from './encoded-variants.ts'

/** A value that must not appear in a text, and its name in a mask. */
export interface NamedSecret {
  /** In the field's words: `client secret`, `refresh token` … */
  readonly name: string
  readonly value: string
}

/** A part of a text that shows a secret. */
export interface Found {
  readonly start: number
  readonly end: number
  readonly secret: NamedSecret
  /** True for the whole secret, false for a part of it. */
  readonly isWhole: boolean
}

export interface SecretFinder {
  /**
   * Finds each place where a text shows a secret of four characters or more, or eight characters
   * in a row of a longer one: plain or encoded, in any case; in order, without overlaps.
   */
  find(text: string): readonly Found[]
  /** Returns the secret, of any length, that a text is, plain or encoded. */
  exactly(text: string): NamedSecret | undefined
}

/** No encoding makes more of one character. */
const maxPerCharacter = 20
/** Returns a test for views of a whole text, except the padding of base64. */
const isWhole =
  (text: string) =>
  ({ starts, ends }: View) =>
    starts[0] === 0 && ends.at(-1) === text.replace(/=+$/, '').length

/** Joins places that overlap or touch; a whole secret gives the name. */
function joined(found: readonly Found[]): readonly Found[] {
  const result: Found[] = []
  for (const each of found.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1)
    if (last === undefined || each.start > last.end) {
      result.push(each)
      continue
    }
    const named = last.isWhole || !each.isWhole ? last : each
    result[result.length - 1] = { ...named, start: last.start, end: Math.max(last.end, each.end) }
  }
  return result
}

/** Builds the index of all texts to search for. */
function indexOf(secrets: readonly NamedSecret[]) {
  const wholes: (readonly [string, NamedSecret])[] = []
  const runs = new Map<string, NamedSecret>()
  const mayStart = new Uint8Array(0x10000)
  for (const secret of secrets) {
    for (const reading of readingsOf(secret.value)) {
      if (reading.length >= minSearchedLength && !isPublic(reading)) wholes.push([reading, secret])
      for (let at = 0; at + run <= reading.length; at += 1) {
        const part = reading.slice(at, at + run)
        if (isPublic(part)) continue
        if (!runs.has(part)) runs.set(part, secret)
        mayStart[hashAt(part, 0)] = 1
      }
    }
  }
  return { wholes, runs, mayStart }
}

/** The secret, of any length, that a text is, as it is or encoded. */
function exactlyIn(
  text: string,
  secrets: readonly NamedSecret[],
  viewed: (text: string) => readonly View[],
): NamedSecret | undefined {
  const same = secrets.find(({ value }) => value === text)
  const maxLength = Math.max(0, ...secrets.map(({ value }) => value.length))
  if (same !== undefined || text.length > maxLength * maxPerCharacter) return same
  const readings = new Set(
    viewed(text)
      .filter(isWhole(text))
      .map(({ text: read }) => read.replace(/\uffff$/, '')),
  )
  return secrets.find(({ value }) =>
    formsOf(value).some((form) => readings.has(form) || readings.has(misread(form))),
  )
}

const minLengthOf = (secrets: readonly NamedSecret[]) =>
  Math.min(run, ...secrets.map(({ value }) => value.length))

/** Prepares the search for secrets; empty ones are none. */
export function createSecretFinder(secrets: readonly NamedSecret[]): SecretFinder {
  const real = secrets.filter(({ value }) => value !== '')
  const minLength = minLengthOf(real)
  const { wholes, runs, mayStart } = indexOf(real)
  let last: { readonly text: string; readonly views: readonly View[] } | undefined

  /** Keeps the last result: callers ask about each value twice in a row. */
  function viewed(text: string): readonly View[] {
    if (last?.text !== text) last = { text, views: viewsOf(text, minLength) }
    return last.views
  }

  function findIn({ text, starts, ends }: View): Found[] {
    const folded = fold(text)
    const found: Found[] = []
    const add = (at: number, length: number, secret: NamedSecret, isWhole: boolean) => {
      found.push({ start: starts[at] ?? 0, end: ends[at + length - 1] ?? 0, secret, isWhole })
    }
    for (const [whole, secret] of wholes) {
      for (let at = folded.indexOf(whole); at >= 0; at = folded.indexOf(whole, at + 1)) {
        add(at, whole.length, secret, true)
      }
    }
    for (let at = 0; runs.size > 0 && at + run <= folded.length; at += 1) {
      if (mayStart[hashAt(folded, at)] === 0) continue
      const secret = runs.get(folded.slice(at, at + run))
      if (secret !== undefined) add(at, run, secret, false)
    }
    return found
  }

  return {
    find: (text) => (wholes.length + runs.size === 0 ? [] : joined(viewed(text).flatMap(findIn))),
    exactly: (text) => exactlyIn(text, real, viewed),
  }
}

/**
 * Returns true if a short text shows any of the secrets, with the same result as a finder.
 * Prepares the text and not the secrets, which may be a hundred times as long.
 */
export function showsSecret(text: string, secrets: readonly string[]): boolean {
  const real = secrets.filter((value) => value !== '').map((value) => ({ name: '', value }))
  if (real.length === 0) return false
  const views = viewsOf(text, minLengthOf(real))
  if (exactlyIn(text, real, () => views) !== undefined) return true
  const folded = views.map((view) => fold(view.text))
  const parts = new Set<string>()
  const mayStart = new Uint8Array(0x10000)
  for (const view of folded) {
    for (let at = 0; at + run <= view.length; at += 1) {
      parts.add(view.slice(at, at + run))
      mayStart[hashAt(view, at)] = 1
    }
  }
  const hasPart = (reading: string, at: number) => {
    if (mayStart[hashAt(reading, at)] === 0) return false
    const part = reading.slice(at, at + run)
    return parts.has(part) && !isPublic(part)
  }
  return real.some(({ value }) =>
    [...readingsOf(value)].some((reading) => {
      if (reading.length < minSearchedLength) return false
      if (!isPublic(reading) && folded.some((view) => view.includes(reading))) return true
      for (let at = 0; at + run <= reading.length; at += 1) if (hasPart(reading, at)) return true
      return false
    }),
  )
}
