import { isWithin } from './provider-hosts.ts'
import type { ProfileSettings } from './settings/index.ts'

/** Where Entra ID signs people in, in its clouds. */
export const entraDomains = [
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.partner.microsoftonline.cn',
] as const

/** How a server gives longer access, which is a refresh token. */
interface LongerAccess {
  /** A scope to ask for. */
  readonly scope?: string
  /** Parameters of the authorization request. */
  readonly parameters?: readonly (readonly [name: string, value: string])[]
  /** A value of `prompt`, where the server gives a refresh token with it alone. */
  readonly prompt?: string
}

/** Facts about the authorization servers under a domain. */
export interface AuthorizationServerFacts {
  /** The value of `prompt` with which the server lets the user choose another account. */
  readonly otherAccountPrompt: 'select_account' | 'login'
  /** It takes several values of `prompt` (OpenID Connect Core §3.1.2.1). */
  readonly takesSeveralPrompts: boolean
  /** It ignores the port of a redirect address on this computer (RFC 8252 §7.3). */
  readonly ignoresPort: boolean
  readonly longerAccess: LongerAccess
  /** Days after which a refresh token ends if it is not used; absent: unknown. */
  readonly refreshTokenDays?: number
}

/** OpenID Connect Core §3.1.2.1 and §11. */
const standard: AuthorizationServerFacts = {
  otherAccountPrompt: 'login',
  takesSeveralPrompts: true,
  ignoresPort: false,
  longerAccess: { scope: 'offline_access' },
}

const known: readonly (Partial<AuthorizationServerFacts> & {
  readonly domains: readonly string[]
})[] = [
  {
    domains: entraDomains,
    // learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow, 2026-11: one value.
    otherAccountPrompt: 'select_account',
    takesSeveralPrompts: false,
    // MicrosoftDocs/entra-docs, docs/identity-platform/reply-url.md, 2026-11.
    ignoresPort: true,
  },
  {
    // The second is the host of device codes.
    domains: ['accounts.google.com', 'oauth2.googleapis.com'],
    // developers.google.com/identity/openid-connect/openid-connect, 2026-11.
    otherAccountPrompt: 'select_account',
    // developers.google.com/identity/protocols/oauth2/resources/loopback-migration, 2026-11.
    ignoresPort: true,
    // googleapis/google-api-nodejs-client#750, 2026-11: a second consent brings a refresh token.
    longerAccess: { parameters: [['access_type', 'offline']], prompt: 'consent' },
  },
  // developer.spotify.com/documentation/web-api/concepts/redirect_uri, 2026-11.
  { domains: ['accounts.spotify.com'], ignoresPort: true },
  // developers.zoom.us/changelog/platform/pkce-loopback, 2026-11.
  { domains: ['zoom.us'], ignoresPort: true },
  // developer.xero.com/faq/oauth2, 2026-11.
  { domains: ['xero.com'], refreshTokenDays: 60 },
  // docs.slack.dev/authentication/using-pkce, 2026-11.
  { domains: ['slack.com'], refreshTokenDays: 30 },
  // github/docs#13651 and #16981, 2026-11.
  { domains: ['github.com'], ignoresPort: true },
  // docs.pingidentity.com/pingone/applications/p1_wildcard_redirect_uri, 2026-11.
  { domains: ['auth.pingone.com', 'auth.pingone.eu', 'auth.pingone.ca'], ignoresPort: true },
]

/** Returns the facts about the server at an address; those of the standard for an unknown one. */
export function authorizationServerAt(address: string | undefined): AuthorizationServerFacts {
  if (address === undefined || !URL.canParse(address)) return standard
  const { hostname } = new URL(address)
  const found = known.find(({ domains }) => domains.some((domain) => isWithin(hostname, domain)))
  if (found === undefined) return standard
  const { domains: _domains, ...facts } = found
  return { ...standard, ...facts }
}

type Server = ProfileSettings['server']

interface RevocationFacts {
  readonly how: 'delete' | 'none'
  /** Where the provider says so. */
  readonly source: string
  readonly checked: string
}

/** Microsoft has no endpoint of RFC 7009; Graph can only end all sessions of a person. */
const microsoft: RevocationFacts = {
  how: 'none',
  source:
    'learn.microsoft.com/answers/questions/993951, learn.microsoft.com/graph/api/user-revokesigninsessions',
  checked: '2026-12-01',
}

/** The servers that differ from RFC 7009, by host. An address in a profile goes before `none`. */
const revocationFacts: ReadonlyMap<string, RevocationFacts> = new Map<string, RevocationFacts>([
  [
    'api.mollie.com',
    {
      how: 'delete',
      source: 'docs.mollie.com/reference/oauth-revoke-tokens: DELETE /oauth2/tokens',
      checked: '2026-12-01',
    },
  ],
  ...[...entraDomains, 'login.microsoft.com', 'login.windows.net', 'sts.windows.net'].map(
    (host) => [host, microsoft] as const,
  ),
])

/** How a server is asked to end a token. */
export type WayToEnd =
  /** `DELETE`: at the token endpoint, with the body that RFC 7009 §2.1 has. */
  | { readonly kind: 'request'; readonly method: 'POST' | 'DELETE'; readonly address: string }
  | { readonly kind: 'impossible'; readonly why: 'no-address' | 'microsoft' }

/** Returns how the server of a profile ends a token before its time, if it can. */
export function wayToEnd({ tokenEndpoint, revocationEndpoint }: Server): WayToEnd {
  const { hostname } = new URL(tokenEndpoint)
  const how = revocationFacts.get(hostname)?.how
  if (how === 'delete') {
    return { kind: 'request', method: 'DELETE', address: revocationEndpoint ?? tokenEndpoint }
  }
  if (revocationEndpoint !== undefined) {
    return { kind: 'request', method: 'POST', address: revocationEndpoint }
  }
  return { kind: 'impossible', why: how === 'none' ? 'microsoft' : 'no-address' }
}

/** Returns true if the keys of a server can be found: at their address, or by its own metadata. */
export const mayHaveKeys = ({ jwksUri, issuer }: Server) => (jwksUri ?? issuer) !== undefined
