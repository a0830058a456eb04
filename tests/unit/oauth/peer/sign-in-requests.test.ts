import fc from 'fast-check'
import {
  authorizationCodeGrantRequest,
  type Client,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  calculatePKCECodeChallenge,
  customFetch,
  deviceAuthorizationRequest,
  deviceCodeGrantRequest,
  discoveryRequest,
  introspectionRequest,
  None,
  nopkce,
  pushedAuthorizationRequest,
  revocationRequest,
  userInfoRequest,
  validateAuthResponse,
} from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import {
  type Attempt,
  type AuthorizationSettings,
  authorizationAddress,
  challengeOf,
  pushedAddress,
  pushedRequest,
} from '../../../../src/main/oauth/authorization/authorization-request.ts'
import { buildIntrospection } from '../../../../src/main/oauth/checks/introspection.ts'
import { buildRevocation } from '../../../../src/main/oauth/checks/revocation.ts'
import { buildUserinfo } from '../../../../src/main/oauth/checks/userinfo.ts'
import { buildDeviceRequest } from '../../../../src/main/oauth/device/device-request.ts'
import { candidatesFor } from '../../../../src/main/oauth/discovery/candidates.ts'
import { buildTokenRequest } from '../../../../src/main/oauth/request/token-request.ts'
import { seedOr } from '../../../support/deep.ts'
import { makeSettings, type SettingsOptions } from '../../../support/profiles/settings.ts'

/** What goes over the wire; the order of parameters means nothing. */
interface Sent {
  readonly method: string
  readonly url: string
  /** Encoded, in alphabetical order. */
  readonly body: readonly string[]
  readonly authorization: string | null
  readonly contentType: string | null
  readonly acceptsJson: boolean
}

/** The peer encodes more signs of the credentials than servers expect (decision 1): compares texts. */
function credentials(authorization: string | null): string | null {
  if (authorization === null || !authorization.startsWith('Basic ')) return authorization
  const pair = Buffer.from(authorization.slice(6), 'base64').toString()
  const decode = (part: string) => new URLSearchParams(`x=${part}`).get('x') ?? ''
  return pair.split(':').map(decode).join('\n')
}

function sent(method: string, url: string, headers: Headers, body: string): Sent {
  const type = headers.get('content-type')?.split(';')[0] ?? null
  return {
    method,
    url,
    body: body === '' ? [] : body.split('&').sort(),
    authorization: credentials(headers.get('authorization')),
    contentType: type,
    acceptsJson: (headers.get('accept') ?? '').startsWith('application/json'),
  }
}

interface Built {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
const ofOurs = ({ method, url, headers, body }: Built) =>
  sent(method, url, new Headers(headers), body)

/** Catches the request of the peer. */
function catcher() {
  const caught: Sent[] = []
  const options = {
    [customFetch]: async (
      url: string,
      init: { method: string; headers: Record<string, string>; body?: unknown },
    ) => {
      const body = init.body === undefined || init.body === null ? '' : String(init.body)
      caught.push(sent(init.method, url, new Headers(init.headers), body))
      return new Response()
    },
  }
  return {
    options,
    request: () => {
      const [request] = caught
      if (request === undefined) throw new Error('the peer sent nothing')
      return request
    },
  }
}

const authentications = {
  basic: ClientSecretBasic,
  body: ClientSecretPost,
  none: () => None(),
} as const satisfies Record<string, (secret: string) => ClientAuth>
type Method = keyof typeof authentications

const issuer = 'https://auth.example'
const server = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  device_authorization_endpoint: `${issuer}/device`,
  pushed_authorization_request_endpoint: `${issuer}/par`,
  revocation_endpoint: `${issuer}/revoke`,
  introspection_endpoint: `${issuer}/introspect`,
  userinfo_endpoint: `${issuer}/userinfo`,
}

interface Typed {
  readonly id: string
  readonly secret: string
  readonly token: string
  readonly code: string
  readonly state: string
  readonly hint: string
  readonly audience: string
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((each) => each.trim() !== ''),
  fc.constantFrom('+', '100%', 'a&b=c', 'a:b', '1/2', 'a b', 'é', '💶', "!~*'()-_."),
)
const visible = fc.string({ minLength: 1, maxLength: 40 }).filter((each) => /^[!-~]+$/.test(each))
const typed = fc.record({
  id: text,
  secret: text,
  token: visible,
  code: visible,
  state: visible,
  hint: text,
  audience: text,
})

const redirectUri = 'http://127.0.0.1:17842/callback?a=b%20c'
const verifier = 'v-._~'.repeat(10)

const settingsOf = (
  { id, hint, audience }: Typed,
  method: Method,
  changes: Partial<SettingsOptions> = {},
) =>
  makeSettings({
    clientId: id,
    clientAuthentication: method,
    tokenEndpoint: server.token_endpoint,
    authorizationEndpoint: server.authorization_endpoint,
    deviceAuthorizationEndpoint: server.device_authorization_endpoint,
    scope: 'openid email',
    audience,
    loginHint: hint,
    redirectAddress: redirectUri,
    ...changes,
  })
const signInSettings = (fields: Typed, method: Method, changes: Partial<SettingsOptions> = {}) =>
  settingsOf(fields, method, {
    grantType: 'authorizationCode',
    ...changes,
  }) as AuthorizationSettings

async function attemptOf({ state }: Typed, isPlain = false): Promise<Attempt> {
  return {
    state,
    nonce: 'a-nonce',
    verifier,
    challenge: await challengeOf(isPlain ? 'none' : 'S256', verifier),
    redirectUri,
    isForSomebodyElse: false,
  }
}

/** The parameters that the peer leaves to its user. */
async function parametersOf({ state, hint, audience }: Typed): Promise<URLSearchParams> {
  return new URLSearchParams({
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: 'openid email',
    state,
    nonce: 'a-nonce',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    login_hint: hint,
    audience,
  })
}

function forEachMethod(check: (fields: Typed, method: Method) => Promise<void>): void {
  for (const method of ['basic', 'body', 'none'] as const) {
    it(`with the client authentication ${method}`, async () => {
      await fc.assert(
        fc.asyncProperty(typed, (fields) => check(fields, method)),
        { numRuns: 40, seed: seedOr(8414) },
      )
    })
  }
}

const clientOf = ({ id }: Typed): Client => ({ client_id: id })

describe('oauth4webapi would push the same authorization request', () => {
  forEachMethod(async (fields, method) => {
    const { options, request } = catcher()
    const auth = authentications[method](fields.secret)
    const parameters = await parametersOf(fields)
    await pushedAuthorizationRequest(server, clientOf(fields), auth, parameters, options)
    const ours = pushedRequest(
      signInSettings(fields, method),
      { clientSecret: fields.secret },
      await attemptOf(fields),
      server.pushed_authorization_request_endpoint,
    )
    expect(ofOurs(ours)).toEqual(request())
  })
})

describe('the authorization request', () => {
  it('has the parameters of a pushed one, encoded alike', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (fields) => {
        const parameters = await parametersOf(fields)
        parameters.set('client_id', fields.id)
        const address = authorizationAddress(
          signInSettings(fields, 'none'),
          await attemptOf(fields),
        )
        const [endpoint, query = ''] = address.split('?')
        expect(endpoint).toBe(server.authorization_endpoint)
        expect(query.split('&').sort()).toEqual(parameters.toString().split('&').sort())
      }),
      { numRuns: 60, seed: seedOr(6749) },
    )
  })

  it('names a pushed request and the client, and nothing else', () => {
    const fields = { id: 'a b', hint: 'h', audience: 'a' } as Typed
    const address = pushedAddress(signInSettings(fields, 'none'), 'urn:example:1')
    const expected = new URLSearchParams({ client_id: 'a b', request_uri: 'urn:example:1' })
    expect(address).toBe(`${server.authorization_endpoint}?${expected}`)
  })

  it('has the code challenge of the peer', async () => {
    expect(await challengeOf('S256', verifier)).toBe(await calculatePKCECodeChallenge(verifier))
  })
})

describe('oauth4webapi would exchange the code with the same request', () => {
  for (const isPlain of [false, true]) {
    describe(isPlain ? 'without PKCE' : 'with PKCE', () => {
      forEachMethod(async (fields, method) => {
        const { options, request } = catcher()
        const client = clientOf(fields)
        const answer = new URLSearchParams({ code: fields.code, state: fields.state })
        const validated = validateAuthResponse(server, client, answer, fields.state)
        await authorizationCodeGrantRequest(
          server,
          client,
          authentications[method](fields.secret),
          validated,
          redirectUri,
          isPlain ? nopkce : verifier,
          // Both name the audience with every token request.
          { ...options, additionalParameters: { audience: fields.audience } },
        )
        const proof: (readonly [string, string])[] = [
          ['code', fields.code],
          ['redirect_uri', redirectUri],
        ]
        if (!isPlain) proof.push(['code_verifier', verifier])
        const ours = buildTokenRequest(
          signInSettings(fields, method),
          { clientSecret: fields.secret },
          { kind: 'authorizationCode', proof: { parameters: proof, secret: ['code'] } },
        )
        expect(ofOurs(ours)).toEqual(request())
      })
    })
  }
})

describe('oauth4webapi would ask for the same device code', () => {
  forEachMethod(async (fields, method) => {
    const { options, request } = catcher()
    await deviceAuthorizationRequest(
      server,
      clientOf(fields),
      authentications[method](fields.secret),
      { scope: 'openid email', audience: fields.audience },
      options,
    )
    const settings = settingsOf(fields, method, { grantType: 'deviceCode' })
    const ours = buildDeviceRequest(settings, { clientSecret: fields.secret })
    expect(ofOurs(ours)).toEqual(request())
  })
})

describe('oauth4webapi would poll with the same request', () => {
  forEachMethod(async (fields, method) => {
    const { options, request } = catcher()
    await deviceCodeGrantRequest(
      server,
      clientOf(fields),
      authentications[method](fields.secret),
      fields.code,
      { ...options, additionalParameters: { audience: fields.audience } },
    )
    const ours = buildTokenRequest(
      settingsOf(fields, method, { grantType: 'deviceCode' }),
      { clientSecret: fields.secret },
      {
        kind: 'deviceCode',
        proof: { parameters: [['device_code', fields.code]], secret: ['device_code'] },
      },
    )
    expect(ofOurs(ours)).toEqual(request())
  })
})

describe('oauth4webapi would end a token with the same request', () => {
  forEachMethod(async (fields, method) => {
    const { options, request } = catcher()
    const auth = authentications[method](fields.secret)
    await revocationRequest(server, clientOf(fields), auth, fields.token, {
      ...options,
      additionalParameters: { token_type_hint: 'refresh_token' },
    })
    const ours = buildRevocation(
      settingsOf(fields, method),
      { clientSecret: fields.secret },
      { kind: 'request', method: 'POST', address: server.revocation_endpoint },
      { token: fields.token, hint: 'refresh_token' },
    )
    expect({ ...ofOurs(ours), acceptsJson: null }).toEqual({ ...request(), acceptsJson: null })
  })
})

describe('oauth4webapi would ask about a token with the same request', () => {
  forEachMethod(async (fields, method) => {
    const { options, request } = catcher()
    const auth = authentications[method](fields.secret)
    await introspectionRequest(server, clientOf(fields), auth, fields.token, {
      ...options,
      additionalParameters: { token_type_hint: 'access_token' },
    })
    const ours = buildIntrospection(
      settingsOf(fields, method),
      { clientSecret: fields.secret },
      server.introspection_endpoint,
      fields.token,
    )
    expect(ofOurs(ours)).toEqual(request())
  })
})

it('oauth4webapi would ask for the claims of the person with the same request', async () => {
  const { options, request } = catcher()
  const fields = { id: 'client', hint: 'h', audience: 'a' } as Typed
  await userInfoRequest(server, clientOf(fields), 'a.token-~', options)
  const settings = settingsOf(fields, 'none')
  const ours = buildUserinfo(settings, {}, server.userinfo_endpoint, 'a.token-~')
  expect(ofOurs(ours)).toEqual(request())
})

describe('oauth4webapi would look for the settings at the same places', () => {
  it.each([
    'https://auth.example',
    'https://auth.example/',
    'https://auth.example/realms/a',
    'https://auth.example/realms/a/',
    'https://login.microsoftonline.com/contoso/v2.0',
    'https://auth.example:8443/a%20b/c',
  ])('of %s', async (typedIssuer) => {
    const reading = candidatesFor(typedIssuer)
    if (reading.kind !== 'candidates') throw new Error(reading.problem)
    const ours = reading.candidates.map(({ address }) => address)
    for (const [index, algorithm] of (['oidc', 'oauth2'] as const).entries()) {
      const { options, request } = catcher()
      await discoveryRequest(new URL(typedIssuer), { ...options, algorithm })
      expect(request().method).toBe('GET')
      expect(ours[index]).toBe(request().url)
    }
  })
})
