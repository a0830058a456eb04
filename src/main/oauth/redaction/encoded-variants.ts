import { withoutUnseen } from './decoded-text.ts'

/** Shorter ones would be found everywhere; they are hidden only where they stand alone. */
export const minSearchedLength = 4
/** So many characters in a row betray a part of a secret. */
export const run = 8

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

/** Whether a part of a secret is one of a word that everybody knows. */
export const isPublic = (part: string) => publicWords.includes(part)

/** In lower case by single characters, so that the length stays. */
export function fold(text: string): string {
  const folded = text.toLowerCase()
  if (folded.length === text.length) return folded
  return Array.from(text, (each) => {
    const small = each.toLowerCase()
    return small.length === each.length ? small : each
  }).join('')
}

/** As somebody reads it who takes its bytes for characters. */
export function misread(text: string): string {
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

const foreign = /\P{ASCII}/gu

/** Fewer characters that everybody can write tell nothing of a secret. */
const minPlain = 4

/** For what is not in ASCII: `?`, the dot of a dump, or the sign for what can't be read. */
const signsForForeign = ['?', '.', '\ufffd', misread('\ufffd')]

/** As somebody writes it who can write ASCII alone. */
function withoutForeign(text: string): readonly string[] {
  const isTelling = text.replace(/[^!-~]/g, '').length >= minPlain
  if (!isTelling || text.search(foreign) < 0) return []
  const forms = formsOf(text).flatMap((form) => [form, misread(form)])
  const unread = formsOf(text).map((form) => form.replace(foreign, '\ufffd'))
  const wide = unread.flatMap((form) => [misreadWide(form, true), misreadWide(form, false)])
  const plain = signsForForeign.flatMap((sign) => forms.map((form) => form.replace(foreign, sign)))
  return [...plain, ...wide]
}

/** The same text for a reader, in both normal forms of Unicode (UAX #15). */
export const formsOf = (text: string): readonly string[] => [
  ...new Set([text, text.normalize('NFC'), text.normalize('NFD')]),
]

/** What of a secret is looked for: it, and what servers make of it that reads differently. */
export function readingsOf(value: string): ReadonlySet<string> {
  const spaced = [value.replaceAll('+', ' '), value.replaceAll(' ', '+')]
  // Misread, in capitals and in any form, what is printable ASCII stays what it is.
  if (/^[ -~]*$/.test(value)) return new Set([value, ...spaced].map(fold))
  const readings = formsOf(value).flatMap((form) => {
    const wide = [misreadWide(form, true), misreadWide(form, false)]
    return [form, form.toUpperCase(), misread(form), ...wide]
  })
  return new Set([...readings, ...spaced.flatMap(formsOf), ...withoutForeign(value)].map(fold))
}

/** A small number for the first three characters of a run, to rule most places out by. */
export function hashAt(text: string, at: number): number {
  const start = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31
  return (start + text.charCodeAt(at + 2)) & 0xffff
}
