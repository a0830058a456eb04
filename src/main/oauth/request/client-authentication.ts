import type { BasicEncoding, ProfileSettings, Secrets } from '../../../shared/profile.ts'
import { encodeBase64 } from '../formats/encodings.ts'
import { neededSecret } from './needed-secret.ts'
import type { Parameter } from './parameters.ts'

/** `application/x-www-form-urlencoded` of one value: `*-._` stay, a space becomes `+`. */
function formEncode(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1)
}

/**
 * The value of an `Authorization` header that names the client. `form` encodes id
 * and secret before they are joined (RFC 6749 §2.3.1); `raw` joins them as they are
 * (RFC 7617 §2, in UTF-8), which many servers expect instead.
 */
export function basicCredentials(id: string, secret: string, encoding: BasicEncoding): string {
  const pair = encoding === 'form' ? `${formEncode(id)}:${formEncode(secret)}` : `${id}:${secret}`
  return `Basic ${encodeBase64(pair)}`
}

/** The headers that authenticate the client, if it is done there. */
export function clientHeaders(
  { clientAuthentication, clientId, basicEncoding }: ProfileSettings,
  secrets: Secrets,
): Readonly<Record<string, string>> {
  if (clientAuthentication !== 'basic') return {}
  const secret = neededSecret(secrets, 'clientSecret')
  return { authorization: basicCredentials(clientId, secret, basicEncoding) }
}

/**
 * The parameters that name the client. Basic names it in the header alone: a request
 * must not authenticate the client in two ways (RFC 6749 §2.3).
 */
export function clientParameters(
  { clientAuthentication, clientId }: ProfileSettings,
  secrets: Secrets,
): readonly Parameter[] {
  if (clientAuthentication === 'basic') return []
  if (clientAuthentication === 'none') return clientId === '' ? [] : [['client_id', clientId]]
  return [
    ['client_id', clientId],
    ['client_secret', neededSecret(secrets, 'clientSecret')],
  ]
}
