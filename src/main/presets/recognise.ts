import type { ClientAuthentication, GrantType } from '../../shared/profile.ts'
import { anyServer } from './any-server.ts'
import { organizationApi } from './organization-api.ts'
import { semansys } from './semansys.ts'
import { socialId } from './social-id.ts'

/** The traces of a provider in a command or a file. */
export interface Traces {
  /** Empty where it is to be filled in. */
  readonly host: string
  readonly path: string
  readonly grantType: GrantType
  readonly clientAuthentication: ClientAuthentication
  /** Whether more is asked for or sent along: a scope, an audience, extra values. */
  readonly hasMore: boolean
}

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

/** Where the token endpoints of a provider are known to be; none where each customer has another. */
const domains: ReadonlyMap<string, string> = new Map([
  [semansys.id, 'semansys.com'],
  [socialId.id, 'socialidnow.com'],
])

/**
 * The preset of the provider whose server something was written for; `any-server` if it is not
 * known. Only the server's name tells: many servers have the same paths.
 */
export function recognisePreset(host: string): string {
  const known = [...domains].find(([, domain]) => isWithin(host, domain))
  return known?.[0] ?? anyServer.id
}

/** Services whose token endpoints have the same path on a server for every customer. */
const others = ['amazoncognito.com', 'okta.com', 'wso2.com', 'cloud.sap', 'service-now.com']

/** Every customer has a server of their own: path and manner of asking are all there is. */
function mayBeOrganizationApi(traces: Traces): boolean {
  const { host, path, grantType, clientAuthentication, hasMore } = traces
  return (
    path === '/oauth2/token' &&
    grantType !== 'password' &&
    organizationApi.clientAuthentications.includes(clientAuthentication) &&
    !hasMore &&
    !others.some((domain) => isWithin(host, domain))
  )
}

function mayBeSemansys({ path, grantType, clientAuthentication }: Traces): boolean {
  return (
    path === '/connect/token' &&
    grantType !== 'client_credentials' &&
    clientAuthentication === 'body'
  )
}

const isLocal = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)

/**
 * The provider that something may have been written for, where its server's name does not tell:
 * a question for the user, never an answer. `null` if there is none. A provider with a known
 * domain is asked about on this computer alone, where a tunnel to it or a copy of it may be: on
 * another server its name would lend trust to a stranger.
 */
export function suggestPreset(traces: Traces): string | null {
  if (mayBeOrganizationApi(traces)) return organizationApi.id
  if (!isLocal(traces.host)) return null
  if (traces.path === '/v2/marketing/oauth/token') return socialId.id
  return mayBeSemansys(traces) ? semansys.id : null
}

/** The addresses that a profile sends its secrets to. */
type Addresses = Readonly<Record<'tokenEndpoint' | 'refreshEndpoint', string>>

/** Whether one of the addresses is one that nobody would expect of this provider. */
export function leadsElsewhere(
  presetId: string,
  { tokenEndpoint, refreshEndpoint }: Addresses,
): boolean {
  const domain = domains.get(presetId)
  return [tokenEndpoint, refreshEndpoint]
    .filter((address) => URL.canParse(address))
    .map((address) => new URL(address).hostname)
    .some((host) => domain !== undefined && !isWithin(host, domain) && !isLocal(host))
}
