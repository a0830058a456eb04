import { showsSecret } from '../redaction/secret-finder.ts'

const plainWord = /^[A-Za-z0-9_.-]{1,64}$/

/** A server's code, if it is a plain word and betrays nothing; else `null`. */
export function shownCode(code: string | null, secrets: readonly string[]): string | null {
  return code !== null && plainWord.test(code) && !showsSecret(code, secrets) ? code : null
}

const maxPlaceLength = 2000

/**
 * Where a redirect leads to, without what may hold a secret: a query, a fragment, a
 * user; `null` if that cannot be told.
 */
export function shownPlace(
  location: string | undefined,
  secrets: readonly string[],
): string | null {
  if (location === undefined || !URL.canParse(location)) return null
  const { origin, pathname } = new URL(location)
  const place = origin + pathname
  const isShort = place.length <= maxPlaceLength
  return origin !== 'null' && isShort && !showsSecret(place, secrets) ? place : null
}
