/** A part of a text that looks like a token. */
export interface TokenShape {
  readonly start: number
  readonly end: number
}

/** Three or five parts with dots between (RFC 7515 §7.1, RFC 7516 §7.1), also cut off. */
const jwt = /\beyJ[A-Za-z0-9_-]{6,}(?:\.{1,2}[A-Za-z0-9_-]+){0,4}/g
const run = /[A-Za-z0-9_+/=~-]{20,}/g
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Numbers by which a support team finds a request in its log. */
const ticketBefore =
  /\b(?:trace|correlation|request|activity|incident|event)[ _-]?id["']?\s?[:=]\s?["']?$/i
/** Names of secrets, also as the end of a longer name (`my_access_token`, `authToken`). */
const callsSecret =
  /(?:token|secret|password|passphrase|passwd|api[_-]?key|\b(?:pass|pwd|assertion|bearer|basic))\b/
const assigns = /\\*["']?\s{0,3}(?:[:=]\s{0,3}|\s(?=\S{16}))/
/** To the closing quotation mark, be it escaped or not, or as far as a word goes. */
const values =
  /"((?:[^"\\]|\\.)+)|'((?:[^'\\]|\\.)+)|\\+["']((?:[^"'\\]|\\+[^"'\\])+)|([^\s"'&,;<>]{4,})/
const named = new RegExp(`${callsSecret.source}${assigns.source}(?:${values.source})`, 'gis')

/** An element of markup in a text whose name stands for a secret. */
const element = new RegExp(`<[^<>\\s/]*${callsSecret.source}[^<>]*>([^<]+)`, 'gi')

/** Counts how often letters and digits, or small and capital letters, stand next to each other. */
function changesIn(text: string): number {
  const toDigit = text.match(/[A-Za-z](?=\d)/g)?.length ?? 0
  const toLetter = text.match(/\d(?=[A-Za-z])/g)?.length ?? 0
  const toCapital = text.match(/[a-z](?=[A-Z])/g)?.length ?? 0
  return toDigit + toLetter + toCapital
}

/**
 * Returns true if a text looks random: words, camel case and paths mix kinds of characters seldom.
 */
function looksRandom(text: string): boolean {
  if (uuid.test(text)) return true
  if (/^[0-9a-f]{32,}$/i.test(text)) return true
  return changesIn(text) >= Math.max(4, text.length / 8)
}

/**
 * Finds possible tokens that the app does not know, with false positives rather than misses. With
 * `hasTickets` the text holds numbers for finding a request, so random characters alone do not
 * count.
 */
export function findTokenShapes(text: string, hasTickets = false): readonly TokenShape[] {
  const shapes = [...text.matchAll(jwt)].map(({ 0: all, index }) => ({
    start: index,
    end: index + all.length,
  }))
  for (const { 0: all, index } of hasTickets ? [] : text.matchAll(run)) {
    const isTicket = uuid.test(all) && ticketBefore.test(text.slice(Math.max(0, index - 40), index))
    if (looksRandom(all) && !isTicket) shapes.push({ start: index, end: index + all.length })
  }
  for (const { 0: all, 1: content = '', index } of text.matchAll(element)) {
    const end = index + all.length
    if (content.trim() !== '') shapes.push({ start: end - content.length, end })
  }
  for (const match of text.matchAll(named)) {
    const { 0: all, 4: word, index } = match
    const value = match.slice(1).find((each) => each !== undefined) ?? ''
    const end = index + all.length
    // "password: invalid" is a sentence; with a quotation mark or `=` it is a value.
    const isWord =
      word !== undefined &&
      /^[a-z]+[.!?]?$/i.test(word) &&
      !/["'=]/.test(all.slice(0, -word.length))
    if (!isWord) shapes.push({ start: end - value.length, end })
  }
  return shapes
}

const secretNames =
  /token|jwt|assertion|secret|passw|passphrase|pwd|credential|api_?-?key|[a-z_-]key$|private|session|cookie|signature|authorization|^(key|pin|otp|code_verifier|device_code)$/i
const harmlessNames = /(token_?-?(type|format|use|uri|url|endpoint)|expires|lifetime|_type)|expiry/i

/** Returns true if a member, a parameter or a header of this name holds a secret. */
export function isSecretName(name: string): boolean {
  return secretNames.test(name) && !harmlessNames.test(name)
}

/** Returns true if a value under this name is a number for finding the request, not a token. */
export function isTicketName(name: string): boolean {
  return /(trace|span|correlation|request|activity|incident|event|transaction|error|log|instance|tenant)[ _-]?(id|number|no|uri)$|_tid$|^cf-ray$/i.test(
    name,
  )
}

/** A word of any language, with the signs that stand around it; numbers are none. */
const proseWord = /^[\p{P}\p{S}]*\p{L}[\p{L}\p{M}_’'-]*[\p{P}\p{S}]*$/u
/** Spaces within a line: what is broken into lines may yet be one token. */
const spaceInside = /\S[^\S\r\n]+\S/

/** The characters that are examined. */
const maxProseLength = 2000
/** Longer words are rare, shorter tokens too. */
const maxWordLength = 32

/** Returns true if a text is words rather than a token in pieces: a guess from its spaces and letters. */
export function isProse(text: string): boolean {
  const beginning = text.slice(0, maxProseLength).trim()
  if (!spaceInside.test(beginning)) return false
  const pieces = beginning.split(/\s+/)
  if (pieces.some((piece) => piece.length > maxWordLength)) return false
  return pieces.filter((piece) => proseWord.test(piece)).length * 2 > pieces.length
}
