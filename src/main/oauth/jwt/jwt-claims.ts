import type { Instant } from '../../../shared/clock.ts'
import type { Claim, JwtNote } from '../../../shared/token.ts'
import type { ExactMember } from '../response/exact-json.ts'
import { type DateReading, readDate } from '../response/numeric-date.ts'

/** The registered claims that are a NumericDate (RFC 7519 §2), of which `toe` is of RFC 8417 §2.2. */
const dateClaims: ReadonlySet<string> = new Set([
  'exp',
  'nbf',
  'iat',
  'auth_time',
  'updated_at',
  'toe',
])

const noDate: DateReading = { date: null, oddity: null }

function dateOf({ name, value, exactly }: ExactMember): DateReading {
  if (!dateClaims.has(name)) return noDate
  // A number that is too large for JavaScript is still a number.
  return readDate(value === null && exactly !== null ? Number(exactly) : value)
}

export interface ReadClaims {
  readonly claims: Claim[]
  readonly notes: readonly JwtNote[]
}

/** The members of a header or a claims set, and what is noteworthy about them. */
export function readClaims(members: readonly ExactMember[]): ReadClaims {
  const notes: JwtNote[] = []
  const claims = members.map((member) => {
    const { name, value, exactly, repeated, repeatsInside } = member
    const { date, oddity } = dateOf(member)
    if (oddity !== null) notes.push(oddity)
    if (repeated || repeatsInside) notes.push('repeated-names')
    return { name, value, exactly, repeated, date }
  })
  return { claims, notes }
}

/** The instant that a claim names; `null` if it is not there, no date, or said twice. */
export function instantIn(claims: readonly Claim[], name: 'exp' | 'nbf' | 'iat'): Instant | null {
  const claim = claims.find((each) => each.name === name)
  return claim === undefined || claim.repeated ? null : claim.date
}
