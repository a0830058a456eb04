export type PassphraseStrength = 'easy' | 'fair' | 'good'

/** Common choices, which are guessed first, also with other characters in place of letters. */
const firstGuesses =
  /password|passphrase|passwort|wachtwoord|welcome|welkom|willkommen|letmein|qwert[yz]?|asdfgh?|admin|secret|geheim|iloveyou|token|desk|login|monkey|dragon|football|master|summer|winter|spring|autumn|sunshine|princess|changeme|default|company|test/gu

/** Years and dates are guessed by the thousand, not by the million. */
const years = /(?:\d{1,2}[./-]){2}(?:19|20)?\d\d|(?:19|20)\d\d/gu

const standIns: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '3': 'e',
  $: 's',
}

function kindOf(character: string): 'lower' | 'upper' | 'digit' | 'space' | 'other' {
  if (/\p{Ll}|\p{Lo}/u.test(character)) return 'lower'
  if (/\p{Lu}/u.test(character)) return 'upper'
  if (/\d/.test(character)) return 'digit'
  return /\s/.test(character) ? 'space' : 'other'
}

/** The shortest piece of which the text is made by repeating it, and how often. */
function pieceOf(text: string): { readonly piece: string; readonly times: number } {
  const period = `${text}${text}`.indexOf(text, 1)
  return { piece: text.slice(0, period), times: text.length / period }
}

/** Bits that one character adds after another: little in a word, nothing in `aaa` or `4321`. */
function bitsOf(character: string, before: string | undefined, step: number): number {
  if (character === ' ') return 0
  if (before === undefined) return 4
  const isRow = Math.abs(step) <= 1
  if (isRow) return 0.25
  // English has some two bits a letter; where the kind changes, there is no word to continue.
  return kindOf(character) === kindOf(before) && kindOf(character) !== 'digit' ? 2 : 3.5
}

/** Estimates the entropy in bits against a guesser who knows how people choose. */
function guessingBits(text: string): number {
  const { piece, times } = pieceOf(text)
  const plain = piece.toLowerCase().replace(/[@403$]/g, (each) => standIns[each] ?? each)
  const guesses = [...plain.matchAll(firstGuesses)]
  const shorter = guesses.length > 0 ? plain.replace(firstGuesses, ' ') : piece
  const dates = [...shorter.matchAll(years)]
  const rest = shorter.replace(years, ' ')
  const words = rest.split(/\s+/u)
  const unique = [...new Set(words)].join(' ')
  const characters = [...unique]
  const bits = characters.map((character, index) => {
    const before = characters[index - 1]
    const step = (character.codePointAt(0) ?? 0) - (before?.codePointAt(0) ?? 0)
    return bitsOf(character, before, step)
  })
  const sum = bits.reduce((total, each) => total + each, 0)
  return sum + 3 * guesses.length + 5 * dates.length + Math.log2(times)
}

/**
 * Rates how hard a passphrase is to guess, in three steps: a hint, not a measurement. A guess
 * costs some tenths of a second (scrypt), so that `good` is out of reach of what is sold today.
 */
export function passphraseStrength(text: string): PassphraseStrength {
  if (text === '') return 'easy'
  const bits = guessingBits(text)
  if (bits < 24) return 'easy'
  return bits < 45 ? 'fair' : 'good'
}
