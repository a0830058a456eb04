import type { LeftOut } from '../../../../shared/import.ts'
import { leaveOut } from '../../request/pasted-request.ts'
import { hasUnknownPart, unknownPart } from '../../request/unknown-part.ts'

/** A word that may be the address of a request. */
export interface AddressWord {
  readonly word: string
  /** The option that stands before it. */
  readonly after: string
  /** `--url` says that it is one. */
  readonly isNamed: boolean
  /** It may just as well be the value of an option that is not known. */
  readonly mayBeValue: boolean
}

/** As many words are named as a person reads. */
const maxNamed = 200

const hasScheme = (word: string) => /^[a-z][a-z0-9+.-]*:\/\//i.test(word)

/** Tells if a word without a scheme looks like an address, of which a part may be filled in. */
const looksLikeAddress = (word: string) =>
  hasScheme(word) ||
  (!/^[^/?#]*=/.test(word) && (/[./{<$]|^[\w-]+:\d+/.test(word) || hasUnknownPart(word)))

/**
 * The address among the words of a command; all others are named. What `--url` says counts
 * first, then a word with a scheme, then one that looks like an address. A word that may be the
 * value of an unknown option is never taken: where there is no other, the address is unknown,
 * because credentials would be sent to wherever that word leads.
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
