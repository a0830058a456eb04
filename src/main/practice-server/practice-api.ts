import type { RequestListener, ServerResponse } from 'node:http'
import { type CryptoKey, type JWTPayload, jwtVerify } from 'jose'

interface Parts {
  readonly publicKey: CryptoKey
  readonly issuer: string
  readonly audience: string
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(`${JSON.stringify(body, null, 2)}\n`)
}

/** RFC 6750 §3: without a token no error is named. */
function refuse(response: ServerResponse, error?: string): void {
  const more = error === undefined ? '' : `, error="${error}"`
  response.setHeader('www-authenticate', `Bearer realm="practice"${more}`)
  answer(response, 401, { message: 'The practice server wants one of its tokens.' })
}

/** Says hello to whoever brings a token of the practice server (RFC 9068 §4), and how long it lasts. */
export function createPracticeApi({ publicKey, issuer, audience }: Parts): RequestListener {
  const claimsOf = async (token: string): Promise<JWTPayload | undefined> => {
    try {
      return (await jwtVerify(token, publicKey, { issuer, audience, typ: 'at+jwt' })).payload
    } catch {
      return undefined
    }
  }

  return async (request, response) => {
    const [, token] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (token === undefined) return refuse(response)
    const claims = await claimsOf(token)
    if (claims === undefined) return refuse(response, 'invalid_token')
    answer(response, 200, {
      message: `Hello, ${String(claims['name'])}. The practice server accepted your token.`,
      mayBeUsedFor: claims['scope'],
      validUntil: new Date((claims.exp ?? 0) * 1000).toISOString(),
    })
  }
}
