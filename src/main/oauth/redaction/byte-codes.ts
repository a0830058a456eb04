import { fromCodePoint } from '../formats/encodings.ts'

/** A run of characters that each encode some bits, and how to decode it. */
export interface BitCode {
  /** Matches runs that encode at least so many bytes. */
  readonly runsOf: (bytes: number) => RegExp
  readonly bits: number
  readonly bitsOf: (character: string) => number
}

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Values: ReadonlyMap<string, number> = new Map([
  ...Array.from(base64Alphabet, (character, value) => [character, value] as const),
  ['-', 62],
  ['_', 63],
])

/** RFC 4648 §4, §5 and §8. */
const base64: BitCode = {
  runsOf: (bytes) => new RegExp(`[A-Za-z0-9+/_-]{${Math.ceil((bytes * 8) / 6)},}`, 'g'),
  bits: 6,
  bitsOf: (character) => base64Values.get(character) ?? 0,
}
const hex: BitCode = {
  runsOf: (bytes) => new RegExp(`[0-9a-f]{${bytes * 2},}`, 'gi'),
  bits: 4,
  bitsOf: (character) => Number.parseInt(character, 16),
}

/** A byte may begin at each of four characters of base64 and each of two of hex. */
export const bitReadings = [
  ...[0, 1, 2, 3].map((offset) => [base64, offset] as const),
  ...[0, 1].map((offset) => [hex, offset] as const),
]

/** Numbers that each encode a byte, a few bytes or a character, with anything between them. */
export interface NumberCode {
  /** The digits are what it captures. */
  readonly numbers: RegExp
  readonly read: (digits: string) => string
}

const byteIn = (radix: number) => (digits: string) => {
  const value = Number.parseInt(digits, radix)
  return value <= 0xff ? String.fromCharCode(value) : ''
}
const pairsOf = (digits: string) => digits.match(/../g) ?? []
const bytesOfPairs = (pairs: readonly string[]) => pairs.map(byteIn(16)).join('')

/**
 * Dumps and lists of debuggers and languages: `43 6f`, `43:6F`, `0x43, 0x6f`, `U+0043`, `436f
 * 7272` in either order of bytes, `[67, 111]`, `\103\157`, `01000011`. Text between the numbers,
 * such as offsets and columns of characters, is skipped.
 */
export const numberCodes: readonly NumberCode[] = [
  { numbers: /(?<![0-9a-z])(?:0?x|&h|[hu])?([0-9a-f]{2})h?(?![0-9a-z])/gi, read: byteIn(16) },
  {
    numbers: /(?<![0-9a-z])(?:0?x|&h|u\+?)?((?:[0-9a-f]{2}){1,8})(?![0-9a-z]|:)/gi,
    read: (digits) => bytesOfPairs(pairsOf(digits)),
  },
  {
    numbers: /(?<![0-9a-z])(?:0?x)?((?:[0-9a-f]{2}){1,8})(?![0-9a-z]|:)/gi,
    read: (digits) => bytesOfPairs(pairsOf(digits).reverse()),
  },
  {
    numbers: /(?<![0-9a-z])u\+([0-9a-f]{4,6})(?![0-9a-z])/gi,
    read: (digits) => fromCodePoint(Number.parseInt(digits, 16)),
  },
  {
    numbers: /(?<![0-9a-z.])([1-9]\d{1,6})(?![0-9a-z])/gi,
    read: (digits) => fromCodePoint(Number(digits)),
  },
  { numbers: /(?<![0-9a-z])(?:0o?)?([0-3]?[0-7]{2})(?![0-9a-z])/gi, read: byteIn(8) },
  { numbers: /(?<![0-9a-z])(?:0b)?([01]{7,8})(?![0-9a-z])/gi, read: byteIn(2) },
]
