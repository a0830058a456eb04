import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { practiceApiPath } from '../../shared/known-api-address.ts'
import { findPerson } from './persons.ts'
import type { SignedTokens, ValidToken } from './signed-tokens.ts'

export const userinfoPath = '/me'

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(`${JSON.stringify(body, null, 2)}\n`)
}

/** RFC 6750 §3: without a token, the response names no error. */
function refuse(response: ServerResponse, status: 401 | 403, error?: string): void {
  const more = error === undefined ? '' : `, error="${error}"`
  response.setHeader('www-authenticate', `Bearer realm="practice"${more}`)
  answer(response, status, { message: 'The practice server wants one of its tokens.' })
}

function greet(response: ServerResponse, { claims }: ValidToken): void {
  answer(response, 200, {
    message: `Hello, ${String(claims['name'])}. The practice server accepted your token.`,
    mayBeUsedFor: claims['scope'],
    validUntil: new Date((claims.exp ?? 0) * 1000).toISOString(),
  })
}

/** OpenID Connect Core §5.3 and §5.4 */
function introduce(response: ServerResponse, { claims, openIdScopes }: ValidToken): void {
  const person = findPerson(claims.sub)
  if (person === undefined || !openIdScopes.has('openid')) {
    refuse(response, 403, 'insufficient_scope')
    return
  }
  answer(response, 200, {
    sub: person.email,
    ...(openIdScopes.has('profile') && { name: person.name }),
    ...(openIdScopes.has('email') && { email: person.email, email_verified: true }),
  })
}

/**
 * Creates the API of the practice server, which takes its tokens: a greeting, and the signed-in
 * person. The provider's own endpoint of the latter takes no signed tokens.
 */
export function createPracticeApi(tokens: SignedTokens): RequestListener {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const [, token] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (token === undefined) return refuse(response, 401)
    const valid = await tokens.read(token)
    if (valid === undefined) return refuse(response, 401, 'invalid_token')
    if (request.url === practiceApiPath) greet(response, valid)
    else introduce(response, valid)
  }
}
