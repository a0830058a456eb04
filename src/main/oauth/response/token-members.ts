import type { Deviation } from '../../../shared/outcome.ts'
import { type Members, plainName } from '../formats/json.ts'
import { tokenFormat } from '../jwt/jwt.ts'

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

/**
 * Names that mean a token at some servers and something else at others, so only a value
 * that is a JWT or a JWE counts: Simple JWT for Django (`access`, `refresh`), FastAPI and
 * Express tutorials (`jwt`, `auth_token`), AT Protocol (`accessJwt`, `refreshJwt`).
 */
const memberIfJwt: ReadonlyMap<string, TokenMember> = new Map([
  ['access', 'access_token'],
  ['accessjwt', 'access_token'],
  ['authtoken', 'access_token'],
  ['bearer', 'access_token'],
  ['bearertoken', 'access_token'],
  ['jwt', 'access_token'],
  ['jwttoken', 'access_token'],
  ['refresh', 'refresh_token'],
  ['refreshjwt', 'refresh_token'],
])

/** Names of members around a whole answer, by their plain names. */
const wrappers: ReadonlySet<string> = new Set([
  'auth',
  'authentication',
  'body',
  'content',
  'd',
  'data',
  'payload',
  'response',
  'result',
  'token',
  'tokens',
])

/** Members that report a failure; a repeated one is as ambiguous as a repeated token. */
const verdicts: ReadonlySet<string> = new Set(['error', 'ok', 'success'])

/**
 * Members of other standards, or without meaning for a token: OpenID Connect Core §3.1.3.3, RFC
 * 8693 §2.2.1, RFC 9396 §7 and RFC 6749 §5.2.
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

function findByName({ members }: Members): Found[] {
  const found: Found[] = []
  for (const [name, value] of members) {
    const member = memberOf.get(plainName(name))
    // Under the name `token` much else is sent, too.
    const isOther = plainName(name) === 'token' && typeof value !== 'string'
    if (member !== undefined && !isOther) found.push({ member, name, value })
  }
  return found
}

/** Finds members that only their value proves to be tokens. */
function findByValue({ members }: Members): Found[] {
  return [...members].flatMap(([name, value]) => {
    const member = memberIfJwt.get(plainName(name))
    const isJwt = typeof value === 'string' && tokenFormat(value) !== 'opaque'
    return member !== undefined && isJwt ? [{ member, name, value }] : []
  })
}

function find(members: Members): Found[] {
  const named = findByName(members)
  if (named.some(isAccessToken)) return named
  const shown = findByValue(members)
  return shown.some(isAccessToken) ? [...named, ...shown] : named
}

const isAccessToken = ({ member, value }: Found) =>
  member === 'access_token' && typeof value === 'string' && value !== ''

function saysTwice({ repeated }: Members): boolean {
  return [...repeated]
    .map(plainName)
    .some((name) => memberOf.has(name) || memberIfJwt.has(name) || verdicts.has(name))
}

/** Returns a value to compare: types without case (RFC 6749 §5.1), a number as its digits. */
function comparable({ member, value }: Found): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return member === 'token_type' ? text.toLowerCase() : text
}

/**
 * Returns true if two members differ. Scopes are no secrets, so a second list, often in another
 * shape, is tolerated.
 */
function contradicts(same: readonly Found[]): boolean {
  const values = same.filter(({ member }) => member !== 'scope').map(comparable)
  return new Set(values).size > 1
}

export interface TokenMembers {
  /** `null` for a member that is present and empty. */
  readonly values: ReadonlyMap<TokenMember, unknown>
  readonly deviations: readonly Deviation[]
  /** The outer members, and those of the wrapper that holds the token. */
  readonly places: readonly Members[]
}

/**
 * Returns the outer members, and those of a wrapper unless an access token stands outside by its
 * own name. Of several wrappers with a token, each may hold the one that was issued.
 */
function placesOf(
  outer: Members,
  inside: ReadonlyMap<string, Members>,
): { readonly places: readonly Members[]; readonly names: readonly string[] } {
  const isOutside = find(outer).some((each) => isAccessToken(each) && each.name === each.member)
  const wrapped = [...inside].filter(
    ([name, each]) =>
      wrappers.has(plainName(name)) && (find(each).some(isAccessToken) || saysTwice(each)),
  )
  if (isOutside || wrapped.length === 0) return { places: [outer], names: [] }
  return {
    places: [outer, ...wrapped.map(([, each]) => each)],
    names: wrapped.map(([name]) => name),
  }
}

/**
 * Finds the members of a token under the names that servers give them: those of RFC 6749 §5.1, the
 * same in camel case, `token`, `scopes`, names that only a JWT proves, and all of them one level
 * down in a wrapper such as `data`. `contradiction`: two members with the same meaning differ, or
 * one is repeated, so that readers would disagree about the issued token.
 */
export function findTokenMembers(
  outer: Members,
  inside: ReadonlyMap<string, Members>,
): TokenMembers | 'contradiction' {
  const { places, names } = placesOf(outer, inside)
  const isNested = names.length > 0
  const isWrappedTwice = names.some((name) => outer.repeated.has(name))
  if (places.some(saysTwice) || isWrappedTwice) return 'contradiction'
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
  const shown = all.filter(({ name }) => memberIfJwt.has(plainName(name)))
  const used = new Set([...names, ...shown.map(({ name }) => name)])
  if (places.some((place) => hasExtraFields(place, used))) deviations.push('extra-fields')
  return { values, deviations, places }
}

function hasExtraFields({ members }: Members, used: ReadonlySet<string>): boolean {
  const isExpected = (name: string) =>
    memberOf.get(plainName(name)) === name || otherMembers.has(name) || used.has(name)
  const isUsedAlias = (name: string) => {
    const member = memberOf.get(plainName(name))
    return member !== undefined && !members.has(member)
  }
  return [...members.keys()].some((name) => !isExpected(name) && !isUsedAlias(name))
}
