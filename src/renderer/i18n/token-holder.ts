import { assertNever } from '../../shared/assert-never.ts'
import { type GrantKind, grants } from '../../shared/grants/facts.ts'
import type { ProfileView } from '../../shared/profile-view.ts'
import type { Claim, IssuedTo, TokenView } from '../../shared/token.ts'
import type { Translate } from '../language.ts'

/** A fact and what else is to be said of it. */
export interface Fact {
  readonly text: string
  readonly more: string | null
}

/** The claims of a readable token; `null` for one that only the server can read. */
export type SaidClaims = readonly Claim[] | null

/** Returns the first of these claims that is a text; a repeated claim is ignored. */
function firstText(claims: readonly Claim[], names: readonly string[]): string | null {
  for (const name of names) {
    const claim = claims.find((each) => each.name === name)
    const value = claim?.repeated === false ? claim.value : null
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return null
}

const userNames = ['preferred_username', 'upn', 'email', 'unique_name', 'username']
const appIds = ['client_id', 'azp', 'cid', 'appid', 'clientId']

/**
 * Returns true for an app's own token: a claim says so, its subject is the client (RFC 9068 §2.2), or
 * the grant has no user and the token names none.
 */
function isApps(claims: readonly Claim[], grant: GrantKind | null): boolean {
  const textOf = (name: string) => firstText(claims, [name])
  if (textOf('idtyp') === 'app' || textOf('gty') === 'client-credentials') return true
  const subject = textOf('sub')
  const client = firstText(claims, appIds)
  if (subject !== null && subject === client) return true
  const hasUser = firstText(claims, ['name', ...userNames]) !== null
  return grant !== null && grants[grant].owner === 'client' && !hasUser
}

/** Returns the user or app of a token by its claims; `null` if it names none. `grant`: if known. */
export function saidHolder(
  t: Translate,
  claims: readonly Claim[],
  grant: GrantKind | null,
): Fact | null {
  if (isApps(claims, grant)) {
    const more = firstText(claims, ['app_displayname', ...appIds, 'sub'])
    return { text: t('holder.app'), more }
  }
  const fullName = firstText(claims, ['name'])
  const userName = firstText(claims, userNames)
  const subject = firstText(claims, ['sub'])
  const [text, more = null] = [fullName, userName].filter((name) => name !== null)
  if (text !== undefined) return { text, more }
  if (subject === null) return null
  // An e-mail address needs no explanation.
  return { text: subject, more: subject.includes('@') ? null : t('holder.bySubject') }
}

/** Returns the user of the ID token (OpenID Connect Core §2), by the most readable name. */
function userFact(t: Translate, { subject, name, userName }: IssuedTo): Fact {
  const [text, more] = [name, userName].filter((each) => each !== null)
  if (text !== undefined) return { text, more: more ?? t('holder.byIdToken') }
  return { text: subject, more: t(subject.includes('@') ? 'holder.byIdToken' : 'holder.bySubject') }
}

type Asked = Pick<ProfileView, 'settings'> & { readonly token: TokenView }

/** Returns the grant that first issued it: a refresh continues an earlier grant. */
const grantOf = ({ token, settings }: Asked): GrantKind =>
  grants[token.obtainedBy].purpose === 'refreshing' ? settings.grant.kind : token.obtainedBy

/**
 * Returns the person or app that a profile's token is for: by its own claims, by the ID token
 * that came with it, or as it was requested.
 */
export function holderOf(t: Translate, asked: Asked, claims: SaidClaims): Fact {
  const { token, settings } = asked
  const grant = grantOf(asked)
  const stated = claims === null ? null : saidHolder(t, claims, grant)
  if (stated !== null) return stated
  if (token.issuedTo !== null) return userFact(t, token.issuedTo)
  const unknown = { text: t('holder.unknown'), more: null }
  // The settings may have changed since the token was issued.
  if (token.madeWithOlderSettings) return unknown
  const { owner } = grants[grant]
  switch (owner) {
    case 'client':
      return { text: t('holder.app'), more: settings.client.id ?? '' }
    case 'user':
      return 'userName' in settings.grant
        ? { text: settings.grant.userName, more: t('holder.asTyped') }
        : unknown
    case 'unknown':
      return unknown
    default:
      return assertNever(owner)
  }
}

/** Returns the services that a token is meant for (RFC 7519 §4.1.3), by its claims. */
export function saidServices(claims: readonly Claim[]): readonly string[] {
  const value = claims.find(({ name, repeated }) => name === 'aud' && !repeated)?.value
  const list = Array.isArray(value) ? value : [value]
  return list.filter((each) => typeof each === 'string' && each !== '').map(String)
}

/** Returns the services that a profile's token is meant for: by its claims, or as requested. */
export function servicesOf(t: Translate, { token, settings }: Asked, claims: SaidClaims): Fact {
  const stated = saidServices(claims ?? [])
  if (stated.length > 0) return { text: stated.join('\n'), more: null }
  const { audience = '', resource = '' } = settings.request
  const asked = `${audience}\n${resource.replaceAll(' ', '\n')}`.trim()
  if (asked !== '' && !token.madeWithOlderSettings) {
    return { text: asked, more: t('holder.asAsked') }
  }
  return { text: claims === null ? t('holder.unknown') : t('holder.notSaid'), more: null }
}

/** Returns the issuer that a token names (RFC 7519 §4.1.1). */
export function saidIssuer(claims: readonly Claim[]): string | null {
  return firstText(claims, ['iss'])
}

/** The permissions of a token, and if they were granted for certain. */
export interface Permissions {
  readonly words: readonly string[]
  /** The scope was requested, and neither the server nor the token confirms it. */
  readonly isRequested: boolean
}

/**
 * The permissions of a token: what the server and the token itself say, or else what was
 * asked for (RFC 6749 §5.1: a server that grants just that need not say so).
 */
export function permissionsOf(
  { scope, scopeFrom }: Pick<TokenView, 'scope' | 'scopeFrom'>,
  claims: SaidClaims,
): Permissions {
  const stated = permissionsIn(claims ?? [])
  const granted = scopeFrom === 'answer' ? [...scope, ...stated] : stated
  const words = [...new Set(granted)]
  if (words.length > 0) return { words, isRequested: false }
  return { words: [...new Set(scope)], isRequested: scopeFrom === 'request' }
}

/**
 * Claims that list what a token may do: RFC 8693 §4.2, Entra ID and Okta (`scp`), Auth0
 * (`permissions`), RFC 9068 §2.2.3.1 and Entra ID (`roles`, for an app its permissions),
 * Entra ID (`wids`, the roles of an administrator).
 */
const permissionClaims: ReadonlySet<string> = new Set([
  'scope',
  'scp',
  'permissions',
  'roles',
  'wids',
])

/** The permissions that a token lists itself. */
export function permissionsIn(claims: readonly Claim[]): readonly string[] {
  return [...new Set(claims.flatMap(wordsIn))]
}

function wordsIn({ name, value, repeated }: Claim): readonly string[] {
  if (!permissionClaims.has(name) || repeated) return []
  const words = typeof value === 'string' ? value.split(' ') : value
  if (!Array.isArray(words)) return []
  return words.filter((word) => typeof word === 'string' && word !== '').map(String)
}
