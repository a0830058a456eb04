import { type View, viewsOf, withoutUnseen } from './decoded-view.ts'

/** A value that must not stand in a text, and what to call it there. */
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
  /** Whether it is the whole secret, not a part of it. */
  readonly isWhole: boolean
}

export interface SecretFinder {
  /**
   * Where a text shows a secret of four characters or more, or eight characters in a row
   * of a longer one: as it is or encoded, in any case; in order, without overlaps.
   */
  find(text: string): readonly Found[]
  /** The secret, of any length, that a text is, as it is or encoded. */
  exactly(text: string): NamedSecret | undefined
}

/** Shorter ones would be found everywhere; they are hidden only where they stand alone. */
const shortestSearched = 4
/** No encoding makes more of one character. */
const mostPerCharacter = 20
/** So many characters in a row betray a part of a secret. */
const run = 8

/**
 * Words of the protocol stand in every request and in most answers: there they show no
 * secret, but a mask would tell every reader that the password contains `password`.
 */
const publicWords = [
  'password',
  'username',
  'email_address',
  'client_credentials',
  'refresh_token',
  'access_token',
  'authorization',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'invalid_scope',
  'application/x-www-form-urlencoded',
  'application/json',
].join('\n')

/** In lower case by single characters, so that the length stays. */
function fold(text: string): string {
  const folded = text.toLowerCase()
  if (folded.length === text.length) return folded
  return Array.from(text, (each) => {
    const small = each.toLowerCase()
    return small.length === each.length ? small : each
  }).join('')
}

/** As somebody reads it who takes its bytes for characters. */
function misread(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** The same for UTF-16, of whose zeros nothing is left. */
function misreadWide(text: string, isLittle: boolean): string {
  const bytes = Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at)
    const pair = [unit >> 8, unit & 0xff]
    return String.fromCharCode(...(isLittle ? pair.reverse() : pair))
  })
  return withoutUnseen(bytes.join(''))
}

/** What of a secret is looked for: it, and what servers make of it that reads differently. */
function readingsOf({ value }: NamedSecret): ReadonlySet<string> {
  const wide = [misreadWide(value, true), misreadWide(value, false)]
  const spaced = [value.replaceAll('+', ' '), value.replaceAll(' ', '+')]
  return new Set([value, value.toUpperCase(), misread(value), ...spaced, ...wide].map(fold))
}

/** A small number for the first three characters of a run, to rule most places out by. */
function hashAt(text: string, at: number): number {
  const start = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31
  return (start + text.charCodeAt(at + 2)) & 0xffff
}

/** Whether a view is of all of a text, except the padding of base64. */
const isWhole =
  (text: string) =>
  ({ starts, ends }: View) =>
    starts[0] === 0 && ends.at(-1) === text.replace(/=+$/, '').length

/** Joins what overlaps or touches; a whole secret gives the name. */
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

/** Prepares the search for secrets; empty ones are none. */
export function createSecretFinder(secrets: readonly NamedSecret[]): SecretFinder {
  const real = secrets.filter(({ value }) => value !== '')
  const runs = new Map<string, NamedSecret>()
  const mayStart = new Uint8Array(0x10000)
  const wholes: (readonly [string, NamedSecret])[] = []
  const shortest = Math.min(run, ...real.map(({ value }) => value.length))
  const longest = Math.max(0, ...real.map(({ value }) => value.length))
  let last: { readonly text: string; readonly views: readonly View[] } | undefined

  /** A value is asked about twice in a row. */
  function viewed(text: string): readonly View[] {
    if (last?.text !== text) last = { text, views: viewsOf(text, shortest) }
    return last.views
  }

  for (const secret of real) {
    for (const reading of readingsOf(secret)) {
      if (reading.length >= shortestSearched && !publicWords.includes(reading))
        wholes.push([reading, secret])
      for (let at = 0; at + run <= reading.length; at += 1) {
        const part = reading.slice(at, at + run)
        if (publicWords.includes(part)) continue
        if (!runs.has(part)) runs.set(part, secret)
        mayStart[hashAt(part, 0)] = 1
      }
    }
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
    exactly: (text) => {
      const same = real.find(({ value }) => value === text)
      if (same !== undefined || text.length > longest * mostPerCharacter) return same
      const readings = new Set(
        viewed(text)
          .filter(isWhole(text))
          .map(({ text: read }) => read.replace(/\uffff$/, '')),
      )
      return real.find(({ value }) => readings.has(value) || readings.has(misread(value)))
    },
  }
}
