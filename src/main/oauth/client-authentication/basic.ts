import type { BasicEncoding } from '../../../shared/client-authentication/basic.ts'
import { encodeBase64 } from '../formats/encodings.ts'
import { neededSecret } from '../request/parameters.ts'
import type { AuthenticationRequests } from './requests.ts'

/** `application/x-www-form-urlencoded` of one value: `*-._` stay, a space becomes `+`. */
function formEncode(value: string): string {
  return new URLSearchParams([['', value]]).toString().slice(1)
}

/**
 * Returns the value of an `Authorization` header that names the client. `form` encodes ID and
 * secret before they are joined (RFC 6749 §2.3.1); `raw` joins them as they are (RFC 7617 §2, in
 * UTF-8), which many servers expect instead.
 */
export function basicCredentials(id: string, secret: string, encoding: BasicEncoding): string {
  const pair = encoding === 'form' ? `${formEncode(id)}:${formEncode(secret)}` : `${id}:${secret}`
  return `Basic ${encodeBase64(pair)}`
}

/**
 * Names the client in the header alone: a request must not authenticate it in two ways (RFC 6749
 * §2.3).
 */
export const basic: AuthenticationRequests<'basic'> = {
  headers: ({ id = '', authentication }, secrets) => {
    const secret = neededSecret(secrets, 'clientSecret')
    return { authorization: basicCredentials(id, secret, authentication.encoding) }
  },
  parameters: () => [],
  tried: [
    { method: 'basic', encoding: 'form' },
    { method: 'basic', encoding: 'raw' },
  ],
  // Base64 of exactly what stood there, so that the server gets the same header.
  asWritten: { method: 'basic', encoding: 'raw' },
  key: ({ id = '', authentication }, { clientSecret = '' }) =>
    basicCredentials(id, clientSecret, authentication.encoding),
}
