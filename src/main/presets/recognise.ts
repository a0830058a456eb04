import type { AuthenticationMethod } from '../../shared/client-authentication/facts.ts'
import { type GrantKind, grants } from '../../shared/grants/facts.ts'
import type { Preset } from '../../shared/preset.ts'
import { isHere, isWithin } from '../../shared/provider-hosts.ts'
import { anyServer } from './any-server.ts'
import { organizationApi } from './organization-api.ts'
import { semansys } from './semansys.ts'
import { socialId } from './social-id.ts'

/** The traces of a provider in a command or a file. */
export interface RequestHints {
  /** Empty where it is to be filled in. */
  readonly host: string
  readonly path: string
  readonly grantType: GrantKind
  readonly clientAuthentication: AuthenticationMethod
  /** More is asked for or sent along: a scope, an audience, extra values. */
  readonly hasMore: boolean
}

const providers = [semansys, socialId, organizationApi]

/**
 * Returns the id of the provider whose server something was written for; `any-server` if it is
 * not known. Only the server's name decides: many servers have the same paths.
 */
export function recognisePreset(host: string): string {
  const isOf = ({ domains }: Preset) => domains.some((domain) => isWithin(host, domain))
  return providers.find(isOf)?.id ?? anyServer.id
}

/** Services whose token endpoints have the same path on a server for every customer. */
const others = ['amazoncognito.com', 'okta.com', 'wso2.com', 'cloud.sap', 'service-now.com']

/** Every customer has a server of their own: path and manner of asking are all there is. */
function mayBeOrganizationApi(requestHints: RequestHints): boolean {
  const { host, path, grantType, clientAuthentication, hasMore } = requestHints
  return (
    path === '/oauth2/token' &&
    grants[grantType].owner !== 'user' &&
    organizationApi.clientAuthentications.includes(clientAuthentication) &&
    !hasMore &&
    !others.some((domain) => isWithin(host, domain))
  )
}

function mayBeSemansys({ path, grantType, clientAuthentication }: RequestHints): boolean {
  return (
    path === '/connect/token' &&
    grants[grantType].owner !== 'client' &&
    semansys.clientAuthentications.includes(clientAuthentication)
  )
}

/**
 * The provider that something may have been written for, where its server's name does not tell:
 * a question for the user, never an answer. `null` if there is none. A provider with a known
 * domain is asked about on this computer alone, where a tunnel to it or a copy of it may be: on
 * another server its name would lend trust to a stranger.
 */
export function suggestPreset(requestHints: RequestHints): string | null {
  if (mayBeOrganizationApi(requestHints)) return organizationApi.id
  if (!isHere(requestHints.host)) return null
  if (requestHints.path === '/v2/marketing/oauth/token') return socialId.id
  return mayBeSemansys(requestHints) ? semansys.id : null
}
