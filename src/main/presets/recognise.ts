import type { Preset } from '../../shared/preset.ts'
import type { ClientAuthentication, GrantType } from '../../shared/profile.ts'
import { isHere, isWithin } from '../../shared/provider-hosts.ts'
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

const isOf = ({ domains }: Preset, host: string) => domains.some((each) => isWithin(host, each))

function isSemansys({ host, path, grantType, clientAuthentication }: Traces): boolean {
  if (isOf(semansys, host)) return true
  // On this computer the path alone tells: a tunnel to the provider, or a copy of it to try.
  const isAlike = grantType !== 'client_credentials' && clientAuthentication === 'body'
  return isHere(host) && path === '/connect/token' && isAlike
}

function isSocialId({ host, path }: Traces): boolean {
  return isOf(socialId, host) || path === '/v2/marketing/oauth/token'
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
