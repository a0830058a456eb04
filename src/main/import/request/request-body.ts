import type { LeftOut } from '../../../shared/import.ts'
import { type FormPairs, formPairs } from './form-pairs.ts'
import { leaveOut, type Pair, type PastedRequest } from './pasted-request.ts'
import { replaceUnknownParts } from './unknown-part.ts'

/** The value of a member, as text with its kind. */
export type JsonMember =
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  /** A number or a truth value, exactly as it is written: a double would lose digits. */
  | { readonly kind: 'literal'; readonly name: string; readonly text: string }
  | { readonly kind: 'null' | 'nested'; readonly name: string }

const token = /\s*(?:"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s"[\]{}:,]+)/y

/** Splits a JSON text into its tokens. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    tokens.push(found[0].trim())
  }
  return tokens
}

function memberOf(name: string, value: string): JsonMember {
  if (value.startsWith('"')) return { kind: 'text', name, text: `${JSON.parse(value)}` }
  return value === 'null' ? { kind: 'null', name } : { kind: 'literal', name, text: value }
}

/**
 * Returns the members of a JSON object in their order, including repeated names; `undefined` if
 * the text is no JSON object.
 */
function jsonMembers(text: string): readonly JsonMember[] | undefined {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
  const tokens = tokensOf(text)
  const members: JsonMember[] = []
  let at = 1
  while (at < tokens.length - 1) {
    const name = `${JSON.parse(tokens[at] ?? '""')}`
    const value = tokens[at + 2] ?? ''
    let depth = 0
    // Behind the name and its colon, to the comma behind the value.
    for (at += 2; at < tokens.length; at += 1) {
      const each = tokens[at] ?? ''
      if (each === ',' && depth === 0) break
      if (each === '{' || each === '[') depth += 1
      if (each === '}' || each === ']') depth -= 1
    }
    members.push(/^[{[]/.test(value) ? { kind: 'nested', name } : memberOf(name, value))
    at += 1
  }
  return members
}

type Body = Pick<PastedRequest, 'body' | 'bodyFormat' | 'hasPlus'> & {
  readonly leftOut: readonly LeftOut[]
}

/** Names of credentials, in which a `+` usually means itself rather than a space. */
const credentials = /^(client_id|client_secret|password|username|refresh_token)$/

/** Returns the members of a JSON object as parameters. */
function jsonBody(members: readonly JsonMember[]): Body {
  const body = new Map<string, Pair>()
  const leftOut: LeftOut[] = []
  const names = new Set<string>()
  for (const member of members) {
    const { name } = member
    // Of two members with one name, nearly all programs take the last (RFC 8259 §4).
    if (names.has(name)) leftOut.push(leaveOut(name, 'repeated-last'))
    names.add(name)
    body.delete(name)
    switch (member.kind) {
      case 'nested':
        leftOut.push(leaveOut(name, 'nested'))
        break
      case 'null':
        leftOut.push(leaveOut(name, 'not-needed'))
        break
      case 'literal':
        leftOut.push(leaveOut(name, 'sent-as-text'))
        body.set(name, [name, member.text])
        break
      case 'text':
        body.set(name, [name, member.text])
    }
  }
  return { body: [...body.values()], bodyFormat: 'json', hasPlus: false, leftOut }
}

/**
 * Reads the members of a text unchanged, else without the escapes that Windows PowerShell
 * requires, else with straight quotes for curly ones.
 */
function membersOf(text: string): readonly JsonMember[] | undefined {
  return (
    jsonMembers(text) ??
    jsonMembers(text.replaceAll('\\"', '"')) ??
    jsonMembers(text.replace(/[“”„‟″]/g, '"'))
  )
}

/**
 * Media types of the two kinds of body that Token Desk sends, and of multipart, which it converts
 * to a form.
 */
const usualTypes =
  /^\s*(?:$|(?:application\/(?:x-www-form-urlencoded|json)|multipart\/form-data)\s*(?:;|$))/i

/**
 * Reads the body of a request: JSON if it is labelled or looks like it, else a form, as the server
 * would. Names a media type that is not kept.
 */
export function readBody(text: string, contentType: string): Body {
  const read = bodyOf(text, contentType)
  if (usualTypes.test(contentType)) return read
  return { ...read, leftOut: [leaveOut('Content-Type', 'own-value'), ...read.leftOut] }
}

function bodyOf(text: string, contentType: string): Body {
  const mayBeJson = /json/i.test(contentType) || /^\s*\{/.test(text)
  if (mayBeJson) {
    const members = membersOf(text)
    if (members !== undefined) {
      const json = jsonBody(members)
      const saysForm = /x-www-form-urlencoded|multipart/i.test(contentType)
      return saysForm
        ? { ...json, leftOut: [leaveOut('Content-Type', 'says-form'), ...json.leftOut] }
        : json
    }
    // As a form, all of it would be the name of one field, including secrets.
    if (/^\s*[[{]/.test(text)) {
      return {
        body: [],
        bodyFormat: 'json',
        hasPlus: false,
        leftOut: [leaveOut('JSON', 'not-sendable')],
      }
    }
  }
  const { pairs, undecodable } = formPairs(text)
  const hasPlus = replaceUnknownParts(text, () => '')
    .split('&')
    .some((pair) => {
      const sign = pair.indexOf('=')
      return sign > 0 && credentials.test(pair.slice(0, sign).trim()) && pair.includes('+')
    })
  return {
    body: pairs,
    bodyFormat: 'form',
    hasPlus,
    leftOut: undecodable.map((name) => leaveOut(name, 'not-sendable')),
  }
}

/** Reads the fields of a query string. */
export function readQuery(text: string): FormPairs {
  return formPairs(text)
}
