import { assertNever } from '../../shared/assert-never.ts'
import type { Claim, JwtNote, PastedContents } from '../../shared/token.ts'
import type { Translate } from '../language.ts'
import { wordText } from './word-key.ts'

/** The same things in the long names that Microsoft’s older products write (WS-Federation). */
const longNames: ReadonlyMap<string, string> = new Map([
  ['nameidentifier', 'sub'],
  ['name', 'name'],
  ['givenname', 'given_name'],
  ['surname', 'family_name'],
  ['emailaddress', 'email'],
  ['upn', 'upn'],
  ['role', 'role'],
  ['groupsid', 'groups'],
  ['country', 'country'],
  ['dateofbirth', 'birthdate'],
])
const longName =
  /^http:\/\/schemas\.(?:xmlsoap\.org\/ws\/2005\/05|microsoft\.com\/ws\/2008\/06)\/identity\/claims\/(\w+)$/

/** The name by which a claim is known, if it has another one as well. */
function usualName(name: string): string {
  const last = longName.exec(name)?.[1]
  return (last === undefined ? undefined : longNames.get(last)) ?? name
}

/**
 * Returns the plain meaning of a claim; empty for the issuer's own. Known are those of RFC 7519
 * §4.1, OpenID Connect Core §2 and §5.1, RFC 9068 §2.2, RFC 8693 §4 and of common services.
 */
export function claimMeaning(t: Translate, name: string): string {
  return wordText(t, 'meanings.claim', usualName(name)) ?? ''
}

/** The plain meaning of a header parameter (RFC 7515 §4.1); it may be a claim (RFC 7519 §5.3). */
export function headerMeaning(t: Translate, name: string): string {
  return wordText(t, 'meanings.header', name) ?? claimMeaning(t, name)
}

/** The plain meaning of a header parameter of an encrypted token (RFC 7516 §4.1). */
export function lockedHeaderMeaning(t: Translate, name: string): string {
  return wordText(t, 'meanings.lockedHeader', name) ?? headerMeaning(t, name)
}

const reasonsForNoClaims: ReadonlySet<JwtNote> = new Set([
  'detached',
  'payload-cut',
  'payload-not-json',
  'payload-not-utf8',
  'payload-too-deep',
  'payload-too-large',
] as const)

/** Returns whether the claims can't be read, which differs from a token without claims. */
export function hidesClaims(notes: readonly JwtNote[]): boolean {
  return notes.some((note) => reasonsForNoClaims.has(note))
}

/**
 * The JSON object that these members stand in, in their order and with the digits and the
 * repeated names of the token; only its blanks are ours.
 */
export function rawJson(claims: readonly Claim[]): string {
  if (claims.length === 0) return '{}'
  const members = claims.map(({ name, value, exactly }) => {
    const text = exactly ?? JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')
    return `  ${JSON.stringify(name)}: ${text}`
  })
  return `{\n${members.join(',\n')}\n}`
}

/** Returns the announcement for a pasted text: its kind, and what the page shows of it. */
export function foundText(t: Translate, contents: PastedContents): string {
  switch (contents.format) {
    case 'jwt':
      return hidesClaims(contents.notes)
        ? t('claims.inspect.found.header')
        : t('claims.inspect.found.jwt')
    case 'encrypted':
    case 'opaque':
      return t(`claims.inspect.found.${contents.format}`)
    case 'answer':
    case 'words':
      return t(`claims.inspect.${contents.format}`)
    default:
      return assertNever(contents)
  }
}
