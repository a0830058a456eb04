import { withoutUnseen } from './decoded-text.ts'

/** Shorter secrets match everywhere; they are hidden only where they stand alone. */
export const minSearchedLength = 4
/** The number of characters in a row that reveal a part of a secret. */
export const run = 8

/**
 * Words of the protocol occur in every request and in most answers: they reveal no secret there,
 * but a mask would reveal that the password contains `password`.
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

/** Returns true if a part of a secret is part of a public word. */
export const isPublic = (part: string) => publicWords.includes(part)

/** Converts to lower case by single characters, so that the length stays. */
export function fold(text: string): string {
  const folded = text.toLowerCase()
  if (folded.length === text.length) return folded
  return Array.from(text, (each) => {
    const small = each.toLowerCase()
    return small.length === each.length ? small : each
  }).join('')
}

/** Returns the text with each of its UTF-8 bytes read as a character. */
export function misread(text: string): string {
  const bytes = new TextEncoder().encode(text)
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** Returns the text with each byte of its UTF-16 read as a character, without zeros. */
function misreadWide(text: string, isLittle: boolean): string {
  const bytes = Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at)
    const pair = [unit >> 8, unit & 0xff]
    return String.fromCharCode(...(isLittle ? pair.reverse() : pair))
  })
  return withoutUnseen(bytes.join(''))
}

const foreign = /\P{ASCII}/gu

/** Fewer ASCII characters reveal nothing of a secret. */
const minPlain = 4

/**
 * Substitutes for characters outside ASCII: `?`, the dot of a dump, or the replacement character.
 */
const signsForForeign = ['?', '.', '\ufffd', misread('\ufffd')]

/** Returns the forms of a text with substitutes for all characters outside ASCII. */
function withoutForeign(text: string): readonly string[] {
  const isTelling = text.replace(/[^!-~]/g, '').length >= minPlain
  if (!isTelling || text.search(foreign) < 0) return []
  const forms = formsOf(text).flatMap((form) => [form, misread(form)])
  const unread = formsOf(text).map((form) => form.replace(foreign, '\ufffd'))
  const wide = unread.flatMap((form) => [misreadWide(form, true), misreadWide(form, false)])
  const plain = signsForForeign.flatMap((sign) => forms.map((form) => form.replace(foreign, sign)))
  return [...plain, ...wide]
}

/** Returns a text in both normal forms of Unicode (UAX #15). */
export const formsOf = (text: string): readonly string[] => [
  ...new Set([text, text.normalize('NFC'), text.normalize('NFD')]),
]

/**
 * Returns the texts to search for a secret: its value, and the results of servers that read it
 * differently.
 */
export function readingsOf(value: string): ReadonlySet<string> {
  const spaced = [value.replaceAll('+', ' '), value.replaceAll(' ', '+')]
  // For printable ASCII, misreading, capitals and normal forms change nothing.
  if (/^[ -~]*$/.test(value)) return new Set([value, ...spaced].map(fold))
  const readings = formsOf(value).flatMap((form) => {
    const wide = [misreadWide(form, true), misreadWide(form, false)]
    return [form, form.toUpperCase(), misread(form), ...wide]
  })
  return new Set([...readings, ...spaced.flatMap(formsOf), ...withoutForeign(value)].map(fold))
}

/** Returns a small number for the first three characters of a run, which rules out most places. */
export function hashAt(text: string, at: number): number {
  const start = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31
  return (start + text.charCodeAt(at + 2)) & 0xffff
}
