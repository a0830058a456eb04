import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'
import { practiceApiPath } from '../../shared/known-api-address.ts'
import type { Language } from '../../shared/language.ts'
import { registerPasswordGrant } from './password-grant.ts'
import { persons } from './persons.ts'
import type { PracticeAccess, PracticeCredentials } from './practice-access.ts'
import { createPracticeApi, userinfoPath } from './practice-api.ts'
import {
  practiceApi,
  practiceResource,
  practiceScope,
  providerConfiguration,
  signInScope,
  signingAlgorithm,
} from './provider-configuration.ts'
import { addSignIn, createLanguageOf } from './sign-in.ts'
import { addSignedTokens } from './signed-tokens.ts'

export interface AuthorizationServerOptions {
  /** Lifetime of an access token in seconds; 300 if omitted. */
  readonly accessTokenLife?: number
  /** Lifetime of a device code in seconds; 600 if omitted. */
  readonly deviceCodeLife?: number
}

export interface AuthorizationServer {
  /** RFC 8414 §2; its metadata is at `/.well-known/openid-configuration` below it. */
  readonly issuer: string
  readonly access: PracticeAccess
  /** Sets the language of the pages whose request asks for none; English until then. */
  speak(language: Language): void
  /** Ends the server and every connection to it. */
  close(): Promise<void>
}

const host = '127.0.0.1'

function freshCredentials(): PracticeCredentials {
  return {
    clientId: `token-desk-${randomBytes(4).toString('hex')}`,
    clientSecret: randomBytes(32).toString('base64url'),
    publicClientId: `token-desk-app-${randomBytes(4).toString('hex')}`,
    userName: persons[0].email,
    password: randomBytes(18).toString('base64url'),
    scope: practiceScope,
    signInScope,
  }
}

function endpointsOf(provider: Provider): Pick<PracticeAccess, 'tokenEndpoint' | 'endpoints'> {
  return {
    tokenEndpoint: provider.urlFor('token'),
    endpoints: {
      issuer: provider.issuer,
      authorizationEndpoint: provider.urlFor('authorization'),
      deviceAuthorizationEndpoint: provider.urlFor('device_authorization'),
      revocationEndpoint: provider.urlFor('revocation'),
      introspectionEndpoint: provider.urlFor('introspection'),
      userinfoEndpoint: provider.urlFor('userinfo'),
      jwksUri: provider.urlFor('jwks'),
    },
  }
}

/**
 * Starts an authorization server on a free port of this computer, with new random credentials and two
 * persons who can sign in. Keeps everything in memory. Rejects if the port can't be opened.
 */
export async function startAuthorizationServer(
  options: AuthorizationServerOptions = {},
): Promise<AuthorizationServer> {
  const lives = {
    accessToken: options.accessTokenLife ?? 300,
    deviceCode: options.deviceCodeLife ?? 600,
  }
  let appLanguage: Language = 'en'
  const languageOf = createLanguageOf(() => appLanguage)
  const credentials = freshCredentials()
  const { privateKey, publicKey } = await generateKeyPair(signingAlgorithm, { extractable: true })
  const configuration = await providerConfiguration(credentials, lives, privateKey, languageOf)

  // The issuer names the port, so the port comes first.
  const server = createServer()
  server.listen(0, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not a TCP server')
  const authority = `${host}:${address.port}`
  const issuer = `http://${authority}`

  const provider = new Provider(issuer, configuration)
  // Koa would print errors, which may contain secrets; the response is a 500 all the same.
  provider.silent = true
  registerPasswordGrant(provider, credentials, practiceResource(lives.accessToken))
  addSignIn(provider, languageOf)
  const tokens = addSignedTokens(provider, { publicKey, audience: practiceApi })
  const answerApi = createPracticeApi(tokens)
  const answerOthers = provider.callback()
  server.on('request', (request, response) => {
    // SECURITY: a page that gives its name the address of this computer (DNS rebinding) gets nothing.
    if (request.headers.host !== authority) {
      response.writeHead(421).end()
      return
    }
    const isApi = request.url === practiceApiPath || request.url === userinfoPath
    if (isApi && request.method !== 'OPTIONS') answerApi(request, response)
    else answerOthers(request, response)
  })

  return {
    issuer,
    access: { ...credentials, ...endpointsOf(provider) },
    speak(language) {
      appLanguage = language
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
