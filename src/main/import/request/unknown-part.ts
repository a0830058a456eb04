/**
 * Noncharacters (Unicode 23.7): they survive encodings of forms, addresses and JSON, and
 * pasted text is cleared of them before it is read.
 */
const opening = '\ufdd0'
const closing = '\ufdd1'
const marks = /[\ufdd0\ufdd1]/g

/**
 * Marks a part of a value that the text itself does not contain, such as a shell variable that
 * is not set in it or the output of a command. `source` is how it is written there, kept only if it
 * is a name or Base64. A value
 * with such a part is never used: it counts as missing, however it is quoted or encoded.
 */
export function unknownPart(source: string): string {
  // Any other sign could part a form, an address or JSON in its middle.
  return `${opening}${/^[\w$%{}+/=-]*$/.test(source) ? source : ''}${closing}`
}

/** Tells if a value has a part that is not in the text. */
export function hasUnknownPart(value: string): boolean {
  return value.includes(opening) || value.includes(closing)
}

/** The value with its unknown parts as they are written in the text. */
export function writtenOut(value: string): string {
  return value.replace(marks, '')
}

/** Replaces each unknown part, given how it is written in the text. */
export function replaceUnknownParts(value: string, by: (source: string) => string): string {
  return value.replace(/\ufdd0([^\ufdd0\ufdd1]*)\ufdd1?/g, (_, source: string) => by(source))
}

/** The value in pieces, each an unknown part or a text without one. */
export function piecesOf(value: string): readonly string[] {
  return value.split(/(\ufdd0[^\ufdd1]*\ufdd1)/).filter((piece) => piece !== '')
}
