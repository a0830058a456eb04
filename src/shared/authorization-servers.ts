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
  /** The redirect addresses on this computer of which it ignores the port (RFC 8252 §7.3). */
  readonly ignoresPort: 'always' | 'of-numbers' | 'never'
  /** The only name of this computer that it takes in a redirect address; absent: it takes both. */
  readonly loopbackName?: 'localhost' | '127.0.0.1'
  readonly longerAccess: LongerAccess
  /** Days after which a refresh token ends if it is not used; absent: unknown. */
  readonly refreshTokenDays?: number
}

/** OpenID Connect Core §3.1.2.1 and §11. */
const standard: AuthorizationServerFacts = {
  otherAccountPrompt: 'login',
  takesSeveralPrompts: true,
  ignoresPort: 'never',
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
    // MicrosoftDocs/entra-docs, docs/identity-platform/reply-url.md, 2026-11: 127.0.0.1 can only be
    // registered by editing the manifest.
    ignoresPort: 'always',
    loopbackName: 'localhost',
  },
  {
    // The second is the host of device codes.
    domains: ['accounts.google.com', 'oauth2.googleapis.com'],
    // developers.google.com/identity/openid-connect/openid-connect, 2026-11.
    otherAccountPrompt: 'select_account',
    // developers.google.com/identity/protocols/oauth2/resources/loopback-migration, 2026-11.
    ignoresPort: 'always',
    // googleapis/google-api-nodejs-client#750, 2026-11: a second consent brings a refresh token.
    longerAccess: { parameters: [['access_type', 'offline']], prompt: 'consent' },
  },
  // developer.spotify.com/documentation/web-api/concepts/redirect_uri, 2026-11.
  { domains: ['accounts.spotify.com'], ignoresPort: 'of-numbers', loopbackName: '127.0.0.1' },
  // developers.zoom.us/changelog/platform/pkce-loopback, 2026-11.
  { domains: ['zoom.us'], ignoresPort: 'always' },
  // developer.xero.com/faq/oauth2 and /documentation/oauth2/pkce-flow, 2026-11.
  { domains: ['xero.com'], refreshTokenDays: 60, loopbackName: 'localhost' },
  // docs.slack.dev/authentication/using-pkce and /changelog/2026/03/30/pkce, 2026-11.
  { domains: ['slack.com'], refreshTokenDays: 30, loopbackName: 'localhost' },
  // docs.aws.amazon.com, CreateUserPoolClient, callbackUrls, 2026-11.
  { domains: ['amazoncognito.com'], loopbackName: 'localhost' },
  // github/docs#13651 and #16981, 2026-11.
  { domains: ['github.com'], ignoresPort: 'always' },
  // docs.pingidentity.com/pingone/applications/p1_wildcard_redirect_uri, 2026-11.
  { domains: ['auth.pingone.com', 'auth.pingone.eu', 'auth.pingone.ca'], ignoresPort: 'always' },
]

/**
 * Keycloak, wherever it is installed. docs.redhat.com, Keycloak 26.0, securing applications, 2026-11:
 * `http://127.0.0.1` stands for any port.
 */
const keycloakPath = /\/realms\/[^/]+\/protocol\/openid-connect\//

/** Returns the facts about the server at an address; those of the standard for an unknown one. */
export function authorizationServerAt(address: string | undefined): AuthorizationServerFacts {
  if (address === undefined || !URL.canParse(address)) return standard
  const { hostname, pathname } = new URL(address)
  if (keycloakPath.test(pathname)) return { ...standard, ignoresPort: 'of-numbers' }
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

/** Its metadata names no endpoint of RFC 7009; Graph can only end all sessions of a person. */
const microsoft: RevocationFacts = {
  how: 'none',
  source: 'learn.microsoft.com/graph/api/user-revokesigninsessions',
  checked: '2026-12-01',
}

/** The servers that differ from RFC 7009, by host. An address in a profile goes before `none`. */
const revocationFacts: ReadonlyMap<string, RevocationFacts> = new Map<string, RevocationFacts>([
  [
    'api.mollie.com',
    {
      how: 'delete',
      // It demands `token_type_hint`, and with a refresh token ends the access tokens as well.
      source: 'docs.mollie.com/reference/oauth2/revoke-token: DELETE /oauth2/tokens',
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
