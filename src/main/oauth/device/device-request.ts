import type { Secrets } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import { clientParameters } from '../client-authentication/index.ts'
import type { Parameter } from '../request/parameters.ts'
import {
  authenticatedRequest,
  extraHeaders,
  extraParameters,
  type TokenRequest,
  targetParameters,
} from '../request/token-request.ts'

/**
 * Returns the parameters that name the client. Without a secret RFC 8628 §3.1 demands its ID; with
 * one, servers look for the ID in the body as well, and it authenticates nothing (RFC 6749 §2.3).
 */
function namedClient({ client }: ProfileSettings, secrets: Secrets): readonly Parameter[] {
  const parameters = clientParameters(client, secrets)
  const isNamed = client.id === undefined || parameters.some(([name]) => name === 'client_id')
  return isNamed ? parameters : [['client_id', client.id ?? ''], ...parameters]
}

/**
 * Builds the request for a device code (RFC 8628 §3.1), with the client authenticated as at the
 * token endpoint. Some servers want the audience or the resource here already.
 * Throws, as a bug, if the settings have no endpoint for it or a secret is missing.
 */
export function buildDeviceRequest(settings: ProfileSettings, secrets: Secrets): TokenRequest {
  const { server, request } = settings
  const address = server.deviceAuthorizationEndpoint
  if (address === undefined) throw new Error('the settings have no device authorization endpoint')
  const parameters: readonly Parameter[] = [
    ...namedClient(settings, secrets),
    ...(request.scope === undefined ? [] : [['scope', request.scope] as const]),
    ...targetParameters(settings),
    ...extraParameters(settings, secrets, 'authorizing'),
  ]
  return authenticatedRequest(settings, secrets, {
    address,
    headers: extraHeaders(settings, secrets, 'authorizing'),
    bodyFormat: request.bodyFormat,
    parameters,
    open: parameters,
  })
}
