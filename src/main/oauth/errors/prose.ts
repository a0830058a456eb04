/** A word of any language, with the signs that stand around it; numbers are none. */
const word = /^[\p{P}\p{S}]*\p{L}[\p{L}\p{M}_’'-]*[\p{P}\p{S}]*$/u
/** Spaces within a line: what is broken into lines may yet be one token. */
const spaceInside = /\S[^\S\r\n]+\S/

/** The beginning tells. */
const searched = 2000
/** Longer words are rare, shorter tokens too. */
const maxWordLength = 32

/** Whether a text is words rather than a token in pieces: a guess from its spaces and letters. */
export function isProse(text: string): boolean {
  const beginning = text.slice(0, searched).trim()
  if (!spaceInside.test(beginning)) return false
  const pieces = beginning.split(/\s+/)
  if (pieces.some((piece) => piece.length > maxWordLength)) return false
  return pieces.filter((piece) => word.test(piece)).length * 2 > pieces.length
}
