import type { AuthenticationMethod } from '../../../shared/client-authentication/facts.ts'
import type { ClientAuthentication } from '../../../shared/client-authentication/index.ts'
import type { Secrets } from '../../../shared/profile.ts'
import type { ProfileSettings } from '../../../shared/settings/index.ts'
import type { Parameter } from '../request/parameters.ts'
import { basic } from './basic.ts'
import { body } from './body.ts'
import { none } from './none.ts'
import { query } from './query.ts'
import type { AuthenticationRequests } from './requests.ts'

type Client = ProfileSettings['client']

/**
 * In the order in which they are tried after a refusal. The query string is the last, because it
 * puts the secret into the logs of servers (RFC 6749 §2.3.1).
 */
const table: { readonly [Method in AuthenticationMethod]: AuthenticationRequests<Method> } = {
  basic,
  body,
  none,
  query,
}

const requestsOf = ({ authentication }: Client): AuthenticationRequests<AuthenticationMethod> =>
  table[authentication.method] as AuthenticationRequests<AuthenticationMethod>

/** Returns the headers that authenticate the client, if its method uses any. */
export function clientHeaders(client: Client, secrets: Secrets): Readonly<Record<string, string>> {
  return requestsOf(client).headers(client, secrets)
}

/** Returns the parameters that name or authenticate the client. */
export function clientParameters(client: Client, secrets: Secrets): readonly Parameter[] {
  return requestsOf(client).parameters(client, secrets)
}

/** Returns the settings of a method that send exactly what a command or file shows. */
export function authenticationAsWritten(method: AuthenticationMethod): ClientAuthentication {
  return table[method].asWritten
}

/** Returns the client with each other method, those that would send the same bytes once. */
export function otherAuthentications(client: Client, secrets: Secrets): readonly Client[] {
  const seen = new Set([requestsOf(client).key(client, secrets)])
  const all = Object.values(table).flatMap(({ tried }): readonly ClientAuthentication[] => tried)
  return all.flatMap((authentication) => {
    const changed: Client = { ...client, authentication }
    const key = requestsOf(changed).key(changed, secrets)
    if (seen.has(key)) return []
    seen.add(key)
    return [changed]
  })
}
