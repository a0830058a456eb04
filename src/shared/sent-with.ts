/** The purposes of token requests: the grant that obtains a token, or a refresh (RFC 6749 §6). */
const tokenPurposes = ['obtaining', 'refreshing'] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

/** The requests that carry a secret value: every one, or those of one purpose. */
export const hiddenSentWiths = ['always', ...tokenPurposes] as const

/**
 * The requests that carry an extra parameter. `always`: every request that the app sends itself.
 * `authorizing`: the one that begins a person's sign-in, which is an address in the browser
 * (RFC 6749 §4.1.1) or a request for a device code (RFC 8628 §3.1).
 */
export const sentWiths = [...hiddenSentWiths, 'authorizing'] as const
export type SentWith = (typeof sentWiths)[number]

/** The kinds of request that a profile sends. */
export type RequestPurpose = Exclude<SentWith, 'always'>

/** A value of a request by its name, and in which requests it stands. */
export interface SentValue {
  readonly name: string
  readonly sentWith: SentWith
}

/** Returns whether a value belongs in requests of this purpose. */
export function isSentWith(
  { sentWith }: Pick<SentValue, 'sentWith'>,
  purpose: RequestPurpose,
): boolean {
  return sentWith === 'always' || sentWith === purpose
}

function areSentTogether(one: SentValue, other: SentValue): boolean {
  return one.sentWith === 'always' || isSentWith(other, one.sentWith)
}

/**
 * Returns the positions of the values whose name a request would have already: from `others`, or
 * from the values before it.
 */
export function repeatedIn(
  values: readonly SentValue[],
  others: readonly SentValue[] = [],
): readonly number[] {
  return values.flatMap((value, index) => {
    const isTaken = [...others, ...values.slice(0, index)].some(
      (other) => other.name === value.name && areSentTogether(other, value),
    )
    return isTaken ? [index] : []
  })
}
