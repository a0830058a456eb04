import type { AuthenticationMethod } from '../../../shared/client-authentication/facts.ts'
import type { ClientAuthentication } from '../../../shared/client-authentication/index.ts'
import type { Secrets } from '../../../shared/profile.ts'
import { neededSecret, type Parameter } from '../request/parameters.ts'

/** A client with its authentication, as the settings hold it. */
export interface ClientOf<Method extends AuthenticationMethod> {
  readonly id?: string
  readonly authentication: Extract<ClientAuthentication, { method: Method }>
}

/** The working half of a client authentication method: what it adds to a request. Pure. */
export interface AuthenticationRequests<Method extends AuthenticationMethod> {
  headers(client: ClientOf<Method>, secrets: Secrets): Readonly<Record<string, string>>
  parameters(client: ClientOf<Method>, secrets: Secrets): readonly Parameter[]
  /** The variants that are tried after the server has refused the client; none: it is not tried. */
  readonly tried: readonly ClientOf<Method>['authentication'][]
  /** The settings that send exactly what a command or file shows. */
  readonly asWritten: ClientOf<Method>['authentication']
  /** Returns the same text for two clients that send the same bytes. */
  key(client: ClientOf<Method>, secrets: Secrets): string
}

/** Returns `client_id` and `client_secret` (RFC 6749 §2.3.1). */
export function idAndSecret({ id = '' }: { readonly id?: string }, secrets: Secrets) {
  return [
    ['client_id', id],
    ['client_secret', neededSecret(secrets, 'clientSecret')],
  ] as const satisfies readonly Parameter[]
}
