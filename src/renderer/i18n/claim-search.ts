import type { Claim } from '../../shared/token.ts'
import type { ClaimValue } from './claim-value.ts'

/** A claim and all that is shown of it. */
export interface ShownClaim {
  readonly claim: Claim
  readonly meaning: string
  readonly value: ClaimValue
}

/** Folds accents and capitals for the search. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function textOf({ claim, meaning, value }: ShownClaim): string {
  const stands = claim.exactly ?? JSON.stringify(claim.value)
  return folded([claim.name, meaning, value.text, stands].join('\n'))
}

/** Finds the claims that have each word of `search` in their name, meaning or value. */
export function matchingClaims<Shown extends ShownClaim>(
  claims: readonly Shown[],
  search: string,
): readonly Shown[] {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return claims
  return claims.filter((claim) => {
    const text = textOf(claim)
    return words.every((word) => text.includes(word))
  })
}
