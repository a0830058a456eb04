/**
 * Noncharacters (Unicode 23.7): they survive the encodings of forms, addresses and JSON, and are
 * removed from pasted text before it is read.
 */
const opening = '\ufdd0'
const closing = '\ufdd1'
const marks = /[\ufdd0\ufdd1]/g

/**
 * Marks a part of a value that the text does not contain, such as a shell variable that it does
 * not set or the output of a command. `source` is the text in its place, kept only if it is a name
 * or base64. A value with such a part is never used: it counts as missing in any encoding.
 */
export function unknownPart(source: string): string {
  // Any other character could split a form, an address or JSON.
  return `${opening}${/^[\w$%{}+/=-]*$/.test(source) ? source : ''}${closing}`
}

/** Returns true if a value has a part that is not in the text. */
export function hasUnknownPart(value: string): boolean {
  return value.includes(opening) || value.includes(closing)
}

/** Returns the value with its unknown parts as they are written in the text. */
export function writtenOut(value: string): string {
  return value.replace(marks, '')
}

/** Replaces each unknown part by a function of its text. */
export function replaceUnknownParts(value: string, by: (source: string) => string): string {
  return value.replace(/\ufdd0([^\ufdd0\ufdd1]*)\ufdd1?/g, (_, source: string) => by(source))
}

/** Splits the value into unknown parts and the texts between them. */
export function piecesOf(value: string): readonly string[] {
  return value.split(/(\ufdd0[^\ufdd1]*\ufdd1)/).filter((piece) => piece !== '')
}
