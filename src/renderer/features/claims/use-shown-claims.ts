import { useMemo } from 'react'
import type { Claim, TokenContents } from '../../../shared/token.ts'
import { claimMeaning, headerMeaning, hidesClaims, lockedHeaderMeaning } from '../../i18n/claim.ts'
import { matchingClaims, type ShownClaim } from '../../i18n/claim-search.ts'
import { claimValue } from '../../i18n/claim-value.ts'
import { useSentences } from '../../i18n/use-texts.ts'

export type Readable = Exclude<TokenContents, { format: 'opaque' }>

/** A claim with its place in the token. */
export interface PlacedClaim extends ShownClaim {
  readonly page: number
}

export interface ShownClaims {
  /** `null`: there are none to read. */
  readonly claims: readonly PlacedClaim[] | null
  readonly header: readonly PlacedClaim[]
}

/** Returns the claims and the header that match the search, in words. */
export function useShownClaims(contents: Readable, search: string): ShownClaims {
  const speech = useSentences()
  const all = useMemo(() => {
    const { t } = speech
    const shown = (claims: readonly Claim[], meaningOf: (name: string) => string) =>
      claims.map((claim, page) => ({
        claim,
        page,
        meaning: meaningOf(claim.name),
        value: claimValue(claim, speech),
      }))
    const { header, notes } = contents
    if (contents.format === 'encrypted') {
      return { claims: null, header: shown(header, (name) => lockedHeaderMeaning(t, name)) }
    }
    return {
      claims: hidesClaims(notes) ? null : shown(contents.claims, (name) => claimMeaning(t, name)),
      header: shown(header, (name) => headerMeaning(t, name)),
    }
  }, [contents, speech])
  return useMemo(
    () => ({
      claims: all.claims === null ? null : matchingClaims(all.claims, search),
      header: matchingClaims(all.header, search),
    }),
    [all, search],
  )
}
