import fc from 'fast-check'
import {
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  clientCredentialsGrantRequest,
  customFetch,
  genericTokenEndpointRequest,
  None,
  refreshTokenGrantRequest,
} from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import {
  buildTokenRequest,
  type TokenGrant,
} from '../../../../src/main/oauth/request/token-request.ts'
import { seedOr } from '../../../support/deep.ts'
import { settings } from '../../../support/engine/drafts.ts'
import {
  optionsOf,
  type SettingsOptions,
  withSettings,
} from '../../../support/profiles/settings.ts'

/** A request as a server understands it. */
interface Understood {
  readonly method: string
  readonly url: string
  readonly fields: readonly (readonly string[])[]
  readonly basic: readonly string[] | null
  readonly gatewayKey: string | null
}

function understand(method: string, url: string, headers: Headers, body: string): Understood {
  const authorization = headers.get('authorization')
  const pair = authorization === null ? null : Buffer.from(authorization.slice(6), 'base64')
  const decode = (part: string) => new URLSearchParams(`x=${part}`).get('x') ?? ''
  return {
    method,
    url,
    fields: [...new URLSearchParams(body)].sort(),
    basic: pair?.toString().split(':').map(decode) ?? null,
    gatewayKey: headers.get('x-gateway-key'),
  }
}

const authentications = {
  basic: ClientSecretBasic,
  body: ClientSecretPost,
  none: () => None(),
} as const satisfies Record<string, (secret: string) => ClientAuth>

interface Typed {
  readonly id: string
  readonly secret: string
  readonly user: string
  readonly password: string
  readonly scope: string
  readonly refreshToken: string
  readonly audience: string
  readonly resources: readonly string[]
  readonly extra: string
  readonly key: string
}

const refreshEndpoint = 'https://auth.example/refresh'

async function peerRequest(
  typed: Typed,
  authentication: keyof typeof authentications,
  grantType: TokenGrant['kind'],
): Promise<Understood> {
  const sent: Understood[] = []
  const options = {
    headers: { 'X-Gateway-Key': typed.key },
    [customFetch]: async (
      url: string,
      init: { method: string; headers: object; body: unknown },
    ) => {
      const headers = new Headers(Object.entries(init.headers))
      sent.push(understand(init.method, url, headers, String(init.body)))
      return new Response()
    },
  }
  const address = grantType === 'refreshToken' ? refreshEndpoint : optionsOf(settings).tokenEndpoint
  const server = { issuer: 'https://auth.example', token_endpoint: address }
  const client = { client_id: typed.id }
  const auth = authentications[authentication](typed.secret)
  const { scope, user, password, audience, resources, extra } = typed
  const parameters = new URLSearchParams({ audience, extra })
  for (const resource of resources) parameters.append('resource', resource)
  if (grantType === 'refreshToken') {
    const more = { ...options, additionalParameters: parameters }
    await refreshTokenGrantRequest(server, client, auth, typed.refreshToken, more)
  } else {
    parameters.set('scope', scope)
    if (grantType === 'clientCredentials') {
      await clientCredentialsGrantRequest(server, client, auth, parameters, options)
    } else {
      parameters.set('username', user)
      parameters.set('password', password)
      await genericTokenEndpointRequest(server, client, auth, grantType, parameters, options)
    }
  }
  const [request] = sent
  if (request === undefined) throw new Error('the peer sent nothing')
  return request
}

function ownRequest(
  typed: Typed,
  clientAuthentication: SettingsOptions['clientAuthentication'],
  grantType: TokenGrant['kind'],
): Understood {
  const { id: clientId, user: userName, scope, secret: clientSecret, password, audience } = typed
  const { method, url, headers, body } = buildTokenRequest(
    withSettings(settings, {
      refreshEndpoint,
      clientId,
      userName,
      scope,
      clientAuthentication,
      audience,
      resource: typed.resources.join(' '),
      extraParameters: [{ secret: false, name: 'extra', value: typed.extra, sentWith: 'always' }],
      extraHeaders: [{ secret: true, name: 'X-Gateway-Key', sentWith: 'always' }],
    }),
    { clientSecret, password, 'header:always:X-Gateway-Key': typed.key },
    { kind: grantType, ...(grantType === 'refreshToken' && { refreshToken: typed.refreshToken }) },
  )
  return understand(method, url, new Headers(Object.entries(headers)), body)
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom('+', '100%', 'a&b=c', 'a:b', '1/2', 'a b', 'é', '💶', "!~*'()-_."),
)

describe('oauth4webapi would send the same', () => {
  for (const authentication of ['basic', 'body', 'none'] as const) {
    for (const grantType of ['password', 'clientCredentials', 'refreshToken'] as const) {
      it(`for ${grantType} with ${authentication}`, async () => {
        const typed = fc.record({
          id: text,
          secret: text,
          user: text,
          password: text,
          scope: fc.constantFrom('read', 'read write'),
          refreshToken: text,
          audience: text,
          resources: fc.subarray(['https://api.example/a?b=c&d', 'urn:example:é💶', 'x:+%25']),
          extra: text,
          // A header of the peer holds no more than ASCII.
          key: fc.constantFrom('k', '+%&=:/ x', '"\\~'),
        })
        await fc.assert(
          fc.asyncProperty(typed, async (fields) => {
            const peer = await peerRequest(fields, authentication, grantType)
            expect(ownRequest(fields, authentication, grantType)).toEqual(peer)
          }),
          { numRuns: 40, seed: seedOr(6749) },
        )
      })
    }
  }
})
