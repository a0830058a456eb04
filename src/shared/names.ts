/**
 * How the names that people and files give (profiles, folders, tags, files) are compared and
 * shown. Both sides of the bridge do it alike.
 */

// One for all of our languages, which sort alike, so that a change of language moves nothing.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Compares two names for sorting: without case and accents, and numbers by their value. */
export function compareNames(one: string, other: string): number {
  return collator.compare(one, other)
}

/** Letters that are written from right to left, and marks that make others be written so. */
const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u061c\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Characters that change the order of the text after them until another ends that (UAX #9, "Directional
 * Formatting Characters"), and what ends every isolation: the separators of lines and paragraphs.
 */
const controls = /[\u202a-\u202e\u2066-\u2069]/g
const anyControl = /[\u202a-\u202e\u2066-\u2069]/
const separators = /[\u2028\u2029\u0085\v\f\r\n]+/g

// Before any name is looked at letter by letter: almost none has such a letter.
const plain = /^[\u0020-\u007e\u00a0-\u024f]*$/

/** A name that can't change the order of the text around it if that text isolates it (`<bdi>`). */
export function shownName(name: string): string {
  if (plain.test(name)) return name
  return name.replace(controls, '').replace(separators, ' ')
}

const firstStrongIsolate = '\u2068'
const popDirectionalIsolate = '\u2069'

/**
 * A name to be put into a sentence: one that is written from right to left, or says that it is, is
 * isolated from the words around it. Also for whole texts that hold a name.
 */
export function isolatedName(name: string): string {
  if (plain.test(name) || !(rightToLeft.test(name) || anyControl.test(name))) return name
  return `${firstStrongIsolate}${shownName(name)}${popDirectionalIsolate}`
}
