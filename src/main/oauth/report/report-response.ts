import { shownPlace } from '../errors/shown-evidence.ts'
import { decodeText } from '../formats/encodings.ts'
import { looksLikeForm } from '../formats/form.ts'
import { visibleText } from '../formats/html.ts'
import { readJsonObject } from '../formats/json.ts'
import {
  maskOf,
  namedMask,
  ours,
  type Piece,
  secretMask,
  shortened,
  shown,
  shownName,
  textOf,
} from '../redaction/masked-text.ts'
import { withoutSecretElements } from '../redaction/secret-elements.ts'
import type { SecretFinder } from '../redaction/secret-finder.ts'
import { isSecretName, isTicketName } from '../redaction/token-patterns.ts'
import { fromForm, type Line, named } from './report-request.ts'

export interface ReceivedAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | 'too-large'
}

/**
 * Limits in characters: the part of a body that is read, the part of it that is shown, and a value
 * in it.
 */
const maxRead = 16_000
const maxTextLength = 2000
const maxValueLength = 1000
const maxLines = 120

/** Headers that explain an answer and hold no secrets; of others only the name is shown. */
const shownHeaders =
  /^(content-(type|length|language|encoding)|date|server|via|age|allow|vary|connection|cache-control|pragma|expires|retry-after|transfer-encoding|www-authenticate|proxy-authenticate|x-powered-by|x-cache|x-served-by|x-aspnet-version|strict-transport-security|(x-)?ratelimit-.*|x-ratelimit.*|(x-|ms-)?.*(request|correlation|trace|activity)-?id|intuit_tid|cf-ray|traceparent)$/i

function headerLine([name, value]: readonly [string, string], finder: SecretFinder): Line {
  const line = (...pieces: readonly Piece[]): Line => [
    ours('  '),
    ...shownName(name, finder),
    ours(': '),
    ...pieces,
  ]
  if (name === 'location') {
    const place = shownPlace(value, [])
    if (place !== null) return line(...shortened(shown(place, finder), maxValueLength))
  }
  if (!shownHeaders.test(name)) return line(maskOf('not shown', value))
  const isKnown = isTicketName(name) || name === 'www-authenticate'
  return line(...shortened(shown(value, finder, isKnown), maxValueLength))
}

interface Member {
  /** The name of the member, or of the list that it is an item of. */
  readonly name: string
  /** The text before the value. */
  readonly label: readonly Piece[]
  readonly value: unknown
  readonly depth: number
  readonly isInSecret: boolean
}

function scalar({ name, value, isInSecret }: Member, finder: SecretFinder): readonly Piece[] {
  const text = String(value)
  const same = finder.exactly(text)
  if (same !== undefined) return [secretMask(same)]
  if (typeof value === 'boolean' || value === null || text === '') {
    return [ours(JSON.stringify(value))]
  }
  if (isSecretName(name)) return [namedMask(name, text, finder)]
  if (isInSecret) return [maskOf('not shown', text)]
  return shortened(shown(text, finder, isTicketName(name)), maxValueLength)
}

/**
 * Returns a JSON value in lines; below a name that stands for a secret, no text and no number is
 * shown.
 */
function valueLines(member: Member, finder: SecretFinder): readonly Line[] {
  const { name, label, value, depth } = member
  const start = [ours('  '.repeat(depth)), ...label, ours(' ')]
  if (typeof value !== 'object' || value === null) return [[...start, ...scalar(member, finder)]]
  const isInSecret = member.isInSecret || isSecretName(name)
  const inner = Object.entries(value)
    .slice(0, maxLines)
    .flatMap(([key, each]) =>
      valueLines(
        Array.isArray(value)
          ? { name, label: [ours('-')], value: each, depth: depth + 1, isInSecret }
          : { ...memberOf(key, each, depth + 1, finder), isInSecret },
        finder,
      ),
    )
  return [inner.length === 0 ? [...start, ours('empty')] : start, ...inner]
}

function memberOf(name: string, value: unknown, depth: number, finder: SecretFinder): Member {
  return { name, label: [...shownName(name, finder), ours(':')], value, depth, isInSecret: false }
}

function memberLines(members: Iterable<readonly [string, unknown]>, finder: SecretFinder) {
  return [...members]
    .slice(0, maxLines)
    .flatMap(([name, value]) => valueLines(memberOf(name, value, 1, finder), finder))
}

function textLines(text: string, finder: SecretFinder): readonly Line[] {
  const readable = visibleText(withoutSecretElements(text.slice(0, maxRead), finder))
  if (readable === '') return [[ours('Body: a web page without text')]]
  return [
    [ours(`Body, what can be read of it (${text.length} characters in all):`)],
    [ours('  '), ...shortened(shown(readable, finder), maxTextLength)],
  ]
}

/** Names the repeated members, of which only the last value is known. */
function repeatedLines(repeated: ReadonlySet<string>, finder: SecretFinder): readonly Line[] {
  return [...repeated].map((name) => [
    ours('  '),
    ...shownName(name, finder),
    ours(' appears more than once'),
  ])
}

function bodyLines({ body }: ReceivedAnswer, finder: SecretFinder): readonly Line[] {
  if (body === 'too-large') return [[ours('Body: more than 1 MiB, not read')]]
  if (body.length === 0) return [[ours('Body: empty')]]
  const text = decodeText(body)
  if (text === undefined) return [[ours(`Body: ${body.length} bytes that are no text`)]]
  const json = /^\s*\{/.test(text) ? readJsonObject(text) : null
  if (json?.kind === 'object' && text.length <= maxRead) {
    return [
      [ours('Body, as JSON:')],
      ...memberLines(json.members, finder),
      ...repeatedLines(json.repeated, finder),
    ]
  }
  if (looksLikeForm(text) && text.length <= maxRead) {
    const lines = fromForm(text.trim()).map(([name, value]) => [
      ours('  '),
      ...shownName(name, finder),
      ours(': '),
      ...named(name, value, finder),
    ])
    return [[ours('Body, as a form:')], ...lines]
  }
  return textLines(text, finder)
}

/** Returns true if the lines together show a secret that none of them shows alone. */
function isBetrayed(lines: readonly Line[], finder: SecretFinder): boolean {
  const pieces = lines.flat()
  const values = textOf(pieces.filter(({ kind }) => kind === 'theirs'))
  const all = textOf(pieces.filter(({ kind }) => kind === 'theirs' || kind === 'name'))
  // A list of bytes, one on each line.
  const listed = lines.map((line) => textOf(line.filter(({ kind }) => kind === 'theirs'))).join(' ')
  return [values, all, listed].some((text) => finder.find(text).length > 0)
}

function bounded(lines: readonly Line[]): readonly Line[] {
  if (lines.length <= maxLines) return lines
  return [...lines.slice(0, maxLines), [ours(`  … and ${lines.length - maxLines} lines more`)]]
}

/** Returns the lines of an answer, as far as it can be shown. */
export function answerLines(answer: ReceivedAnswer, finder: SecretFinder): readonly Line[] {
  const { status, headers } = answer
  const sent = Object.entries(headers)
    .slice(0, maxLines)
    .map((header) => headerLine(header, finder))
  const head = [[ours('Headers:')], ...sent]
  const content = bounded(bodyLines(answer, finder))
  const leftOut = (what: string): Line => [
    ours(`${what}: left out, because a secret shows in it in a way that could not be replaced`),
  ]
  return [
    [ours(`Status: ${status}`)],
    ...(sent.length === 0 ? [] : isBetrayed(head, finder) ? [leftOut('Headers')] : head),
    ...(isBetrayed(content, finder) ? [leftOut('Body')] : content),
  ]
}
