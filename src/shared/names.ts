/**
 * Comparison and display of names (of profiles, folders, tags and files), the same in the main
 * process and in the page.
 */

// Created for the first comparison, since it takes 5 ms of a start.
let collator: Intl.Collator | undefined

/** Compares two names for sorting: ignores case and accents, and compares numbers by value. */
export function compareNames(one: string, other: string): number {
  // One for all of our languages, which sort alike, so that a change of language moves nothing.
  collator ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
  return collator.compare(one, other)
}

/** Right-to-left letters, and marks that make other letters right-to-left. */
const rightToLeft =
  /[\u0590-\u08ff\u200e\u200f\u061c\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Directional formatting characters (UAX #9), and the separators of lines and paragraphs, which end
 * every isolation.
 */
const controls = /[\u202a-\u202e\u2066-\u2069]/g
const anyControl = /[\u202a-\u202e\u2066-\u2069]/
const separators = /[\u2028\u2029\u0085\v\f\r\n]+/g

// Fast path: almost no name has a right-to-left letter.
const plain = /^[\u0020-\u007e\u00a0-\u024f]*$/

/** Returns a name that can't reorder the text around it if it is isolated (`<bdi>`). */
export function shownName(name: string): string {
  if (plain.test(name)) return name
  return name.replace(controls, '').replace(separators, ' ')
}

const firstStrongIsolate = '\u2068'
const popDirectionalIsolate = '\u2069'

/**
 * Returns a name for use in a sentence, isolated from the words around it if it has right-to-left
 * letters or marks. Also for whole texts that contain a name.
 */
export function isolatedName(name: string): string {
  if (plain.test(name) || !(rightToLeft.test(name) || anyControl.test(name))) return name
  return `${firstStrongIsolate}${shownName(name)}${popDirectionalIsolate}`
}
