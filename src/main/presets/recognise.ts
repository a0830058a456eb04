import type { ClientAuthentication, GrantType } from '../../shared/profile.ts'
import { anyServer } from './any-server.ts'
import { organizationApi } from './organization-api.ts'
import { semansys } from './semansys.ts'
import { socialId } from './social-id.ts'

/** What a command or a file says about the provider it was written for. */
export interface Traces {
  /** Empty where the papers leave it to the reader. */
  readonly host: string
  readonly path: string
  readonly grantType: GrantType
  readonly clientAuthentication: ClientAuthentication
  /** Whether more is asked for or sent along: a scope, an audience, extra values. */
  readonly hasMore: boolean
}

const isWithin = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)

/** On this computer the path alone tells: a tunnel to the provider, or a copy of it to try. */
const isHere = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)

function isSemansys({ host, path, grantType, clientAuthentication }: Traces): boolean {
  if (isWithin(host, 'semansys.com')) return true
  const isAlike = grantType !== 'client_credentials' && clientAuthentication === 'body'
  return isHere(host) && path === '/connect/token' && isAlike
}

function isSocialId({ host, path }: Traces): boolean {
  return isWithin(host, 'socialidnow.com') || path === '/v2/marketing/oauth/token'
}

/** Services whose token endpoints have the same path on a server for every customer. */
const others = ['amazoncognito.com', 'okta.com', 'wso2.com', 'cloud.sap', 'service-now.com']

/** Every customer has a server of their own: the path and the manner of asking must do. */
function isOrganizationApi(traces: Traces): boolean {
  const { host, path, grantType, clientAuthentication, hasMore } = traces
  return (
    path === '/oauth2/token' &&
    grantType !== 'password' &&
    organizationApi.clientAuthentications.includes(clientAuthentication) &&
    !hasMore &&
    !others.some((domain) => isWithin(host, domain))
  )
}

/** The preset of the provider that something was written for; `any-server` if none is known. */
export function recognisePreset(traces: Traces): string {
  if (isSemansys(traces)) return semansys.id
  if (isSocialId(traces)) return socialId.id
  if (isOrganizationApi(traces)) return organizationApi.id
  return anyServer.id
}

/** Where the token endpoints of a provider are known to be; none where anybody has their own. */
const domains: ReadonlyMap<string, string> = new Map([
  [semansys.id, 'semansys.com'],
  [socialId.id, 'socialidnow.com'],
])

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
    .some((host) => domain !== undefined && !isWithin(host, domain) && !isHere(host))
}
