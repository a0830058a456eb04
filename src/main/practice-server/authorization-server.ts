import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import { type CryptoKey, generateKeyPair, type JWTPayload, jwtVerify } from 'jose'
import { Provider } from 'oidc-provider'
import { practiceApiPath } from '../../shared/known-api-address.ts'
import { registerPasswordGrant } from './password-grant.ts'
import type { PracticeAccess } from './practice-access.ts'
import {
  practiceApi,
  practiceResource,
  practiceScope,
  providerConfiguration,
  signingAlgorithm,
} from './provider-configuration.ts'

export interface AuthorizationServerOptions {
  /** Lifetime of an access token in seconds; 300 if omitted. */
  readonly accessTokenLife?: number
}

export interface AuthorizationServer {
  /** RFC 8414 §2; its metadata is at `/.well-known/openid-configuration` below it. */
  readonly issuer: string
  readonly access: PracticeAccess
  /** Ends the server and every connection to it. */
  close(): Promise<void>
}

const host = '127.0.0.1'

function freshCredentials(): Omit<PracticeAccess, 'tokenEndpoint'> {
  return {
    clientId: `token-desk-${randomBytes(4).toString('hex')}`,
    clientSecret: randomBytes(32).toString('base64url'),
    userName: 'ada@practice.example',
    password: randomBytes(18).toString('base64url'),
    scope: practiceScope,
  }
}

interface PracticeApi {
  readonly publicKey: CryptoKey
  readonly issuer: string
  readonly audience: string
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(`${JSON.stringify(body, null, 2)}\n`)
}

/** RFC 6750 §3: without a token, the response names no error. */
function refuse(response: ServerResponse, error?: string): void {
  const more = error === undefined ? '' : `, error="${error}"`
  response.setHeader('www-authenticate', `Bearer realm="practice"${more}`)
  answer(response, 401, { message: 'The practice server wants one of its tokens.' })
}

/** Answers requests with a token of the practice server (RFC 9068 §4) with a greeting. */
function createPracticeApi({ publicKey, issuer, audience }: PracticeApi): RequestListener {
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

/**
 * Starts an authorization server on a free port of this computer, for one client and one user with
 * new random credentials. Keeps everything in memory. Rejects if the port can't be opened.
 */
export async function startAuthorizationServer(
  options: AuthorizationServerOptions = {},
): Promise<AuthorizationServer> {
  const accessTokenLife = options.accessTokenLife ?? 300
  const credentials = freshCredentials()
  const { privateKey, publicKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
  const configuration = await providerConfiguration(credentials, accessTokenLife, privateKey)

  // The issuer names the port, so the port comes first.
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  const issuer = `http://${host}:${address.port}`

  const provider = new Provider(issuer, configuration)
  // Koa would print errors, which may contain secrets; the response is a 500 all the same.
  provider.silent = true
  registerPasswordGrant(provider, credentials, practiceResource(accessTokenLife))
  const answerHello = createPracticeApi({ publicKey, issuer, audience: practiceApi })
  const answerOthers = provider.callback()
  server.on('request', (request, response) => {
    if (request.url === practiceApiPath) answerHello(request, response)
    else answerOthers(request, response)
  })

  return {
    issuer,
    access: { ...credentials, tokenEndpoint: provider.urlFor('token') },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
