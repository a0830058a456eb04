/**
 * Returns the beginning of a text, at most `max` UTF-16 code units of it. A character of two
 * (a surrogate pair) stays whole or is left out.
 */
export function firstOf(text: string, max: number): string {
  if (text.length <= max) return text
  return text.slice(0, wholeAt(text, max))
}

/** Returns `at`, or the position before it if that is in the middle of a surrogate pair. */
export function wholeAt(text: string, at: number): number {
  const isInside =
    at > 0 &&
    at < text.length &&
    /[\ud800-\udbff]/.test(text.charAt(at - 1)) &&
    /[\udc00-\udfff]/.test(text.charAt(at))
  return isInside ? at - 1 : at
}
