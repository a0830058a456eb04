import type { Deviation } from '../../shared/outcome.ts'
import type { Members } from './json-object.ts'
import { plainName } from './member-name.ts'

/** The members of RFC 6749 §5.1. */
export type TokenMember = 'access_token' | 'token_type' | 'expires_in' | 'refresh_token' | 'scope'

/** By their plain names. */
const memberOf: ReadonlyMap<string, TokenMember> = new Map([
  ['accesstoken', 'access_token'],
  ['token', 'access_token'],
  ['tokentype', 'token_type'],
  ['expiresin', 'expires_in'],
  ['expirein', 'expires_in'],
  ['refreshtoken', 'refresh_token'],
  ['scope', 'scope'],
  ['scopes', 'scope'],
])

/** What says that there is no token; to say it twice is as bad as to say a token twice. */
const verdicts: ReadonlySet<string> = new Set(['error', 'ok', 'success'])

/**
 * Members of other standards, or that say nothing of a token: OpenID Connect Core
 * §3.1.3.3, RFC 8693 §2.2.1, RFC 9396 §7 and RFC 6749 §5.2.
 */
const otherMembers: ReadonlySet<string> = new Set([
  'id_token',
  'issued_token_type',
  'authorization_details',
  'error',
  'error_description',
  'error_uri',
])

interface Found {
  readonly member: TokenMember
  readonly name: string
  readonly value: unknown
}

const isAbsent = (value: unknown) => value === undefined || value === null

function find({ members }: Members): Found[] {
  const found: Found[] = []
  for (const [name, value] of members) {
    const member = memberOf.get(plainName(name))
    // Under the name `token` much else is sent, too.
    const isOther = plainName(name) === 'token' && typeof value !== 'string'
    if (member !== undefined && !isOther) found.push({ member, name, value })
  }
  return found
}

const isAccessToken = ({ member, value }: Found) =>
  member === 'access_token' && typeof value === 'string' && value !== ''

function saysTwice({ repeated }: Members): boolean {
  return [...repeated].map(plainName).some((name) => memberOf.has(name) || verdicts.has(name))
}

/** Types are compared without case (RFC 6749 §5.1), a number is its digits. */
function comparable({ member, value }: Found): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return member === 'token_type' ? text.toLowerCase() : text
}

/** Scopes give nothing away, so a second list of them, often in another shape, is let be. */
function contradicts(same: readonly Found[]): boolean {
  const values = same.filter(({ member }) => member !== 'scope').map(comparable)
  return new Set(values).size > 1
}

export interface TokenMembers {
  /** `null` stands for a member that is there and says nothing. */
  readonly values: ReadonlyMap<TokenMember, unknown>
  readonly deviations: readonly Deviation[]
}

/** The outer members, and those of `data` unless an access token stands outside by its own name. */
function placesOf(outer: Members, data: Members | undefined): readonly Members[] {
  const isOutside = find(outer).some((each) => isAccessToken(each) && each.name === each.member)
  const isInside = data !== undefined && (find(data).some(isAccessToken) || saysTwice(data))
  return isInside && !isOutside ? [outer, data] : [outer]
}

/**
 * Finds the members of a token under the names that servers give them: those of
 * RFC 6749 §5.1, the same in camel case, `token`, `scopes`, and all of them one level
 * down in `data`. `contradiction`: two that mean the same say different things, or one
 * is there twice, so that readers would disagree about which token was issued.
 */
export function findTokenMembers(
  outer: Members,
  data: Members | undefined,
): TokenMembers | 'contradiction' {
  const places = placesOf(outer, data)
  const isNested = places.length > 1
  if (places.some(saysTwice) || (isNested && outer.repeated.has('data'))) return 'contradiction'
  const values = new Map<TokenMember, unknown>()
  const deviations: Deviation[] = isNested ? ['nested'] : []
  const all = places.flatMap(find)
  for (const member of new Set(memberOf.values())) {
    const same = all.filter((each) => each.member === member)
    const telling = same.filter(({ value }) => !isAbsent(value))
    if (contradicts(telling)) return 'contradiction'
    const chosen = telling.find(({ name }) => name === member) ?? telling[0] ?? same[0]
    if (chosen === undefined) continue
    values.set(member, chosen.value)
    if (chosen.name !== member) deviations.push('member-names')
  }
  if (places.some((place) => hasExtraFields(place, isNested))) deviations.push('extra-fields')
  return { values, deviations }
}

function hasExtraFields({ members }: Members, isNested: boolean): boolean {
  const isExpected = (name: string) =>
    memberOf.get(plainName(name)) === name ||
    otherMembers.has(name) ||
    (isNested && name === 'data')
  const isUsedAlias = (name: string) => {
    const member = memberOf.get(plainName(name))
    return member !== undefined && !members.has(member)
  }
  return [...members.keys()].some((name) => !isExpected(name) && !isUsedAlias(name))
}
