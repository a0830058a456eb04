import { showsSecret } from '../redaction/secret-finder.ts'

const plainWord = /^[A-Za-z0-9_.-]{1,64}$/

/** Returns a server's code if it is a plain word and reveals no secret; else `null`. */
export function shownCode(code: string | null, secrets: readonly string[]): string | null {
  return code !== null && plainWord.test(code) && !showsSecret(code, secrets) ? code : null
}

const maxPlaceLength = 2000

/**
 * Returns the target of a redirect without query, fragment and user, which may hold secrets;
 * `null` if it is not known.
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
