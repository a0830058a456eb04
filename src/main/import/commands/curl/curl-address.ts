import type { LeftOut } from '../../../../shared/import.ts'
import { leaveOut } from '../../request/pasted-request.ts'
import { hasUnknownPart, unknownPart } from '../../request/unknown-part.ts'

/** A word that may be the address of a request. */
export interface AddressWord {
  readonly word: string
  /** The option before it. */
  readonly after: string
  /** It was given with `--url`. */
  readonly isNamed: boolean
  /** It may also be the value of an unknown option. */
  readonly mayBeValue: boolean
}

/** Maximum number of words that are named. */
const maxNamed = 200

const hasScheme = (word: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(word)

/** Returns true if a word without a scheme looks like an address, of which a part may be filled in. */
const looksLikeAddress = (word: string) =>
  hasScheme(word) ||
  (!/^[^/?#]*=/.test(word) && (/[./{<$]|^[\w-]+:\d+/.test(word) || hasUnknownPart(word)))

/**
 * Finds the address among the words of a command; names all others. The value of `--url` counts
 * first, then a word with a scheme, then one that looks like an address. A word that may be the
 * value of an unknown option is never used: if there is no other, the address is unknown, because
 * credentials would be sent to that word.
 */
export function addressAmong(words: readonly AddressWord[]): {
  readonly url: string
  readonly leftOut: readonly LeftOut[]
} {
  const possible = words.filter(({ word, mayBeValue }) => !mayBeValue && looksLikeAddress(word))
  const chosen =
    words.find(({ isNamed }) => isNamed) ??
    possible.find(({ word }) => hasScheme(word)) ??
    possible[0]
  const isUnclear = chosen === undefined && words.some(({ mayBeValue }) => mayBeValue)
  return {
    url: chosen?.word ?? (isUnclear ? unknownPart('') : ''),
    leftOut: words
      .filter((each) => each !== chosen)
      .slice(0, maxNamed)
      .map(({ after }) => leaveOut(after, 'stray-word')),
  }
}
