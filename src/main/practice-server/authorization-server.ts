import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import { practiceApiPath } from '../../shared/known-api-address.ts'
import { registerPasswordGrant } from './password-grant.ts'
import type { PracticeAccess } from './practice-access.ts'
import { createPracticeApi } from './practice-api.ts'
import {
  practiceApi,
  practiceResource,
  practiceScope,
  providerConfiguration,
  signingAlgorithm,
} from './provider-configuration.ts'

export interface AuthorizationServerOptions {
  /** Life of an access token in seconds; five minutes, if it is not said. */
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

/**
 * Starts an authorization server on a free port of this computer, for one client and
 * one user whose credentials are made up now. It keeps everything in memory.
 * Rejects if the port can't be opened.
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
  // What goes wrong here is answered by a 500; Koa would print it, secrets and all.
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
