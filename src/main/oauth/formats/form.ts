import type { Members } from './json.ts'

/** No response of a token endpoint is longer; each pair costs time. */
const maxFormLength = 100_000

/** A pair of a form, in visible ASCII, without unescaped characters of HTML. */
const pair = /^[\w.-]+=[!#-%'-;=?-~]*$/
const oauthPair = /^(?:access_token|error|device_code)=/

/**
 * Returns true if a whole text is a form although its content type does not say so: some servers
 * answer with one as `text/plain` or without a content type.
 */
export function looksLikeForm(text: string): boolean {
  if (text.length > maxFormLength) return false
  const pairs = text.trim().split('&')
  return pairs.some((each) => oauthPair.test(each)) && pairs.every((each) => pair.test(each))
}

/**
 * Reads `application/x-www-form-urlencoded` (WHATWG URL §5.1); of a repeated name, the last.
 * `null` if the text is longer than any response of a token endpoint.
 */
export function readForm(text: string): Members | null {
  if (text.length > maxFormLength) return null
  const members = new Map<string, unknown>()
  const repeated = new Set<string>()
  for (const [name, value] of new URLSearchParams(text.trim())) {
    if (members.has(name)) repeated.add(name)
    members.set(name, value)
  }
  return { members, repeated }
}
