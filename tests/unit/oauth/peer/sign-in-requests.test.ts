import fc from 'fast-check'
import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  deviceAuthorizationRequest,
  deviceCodeGrantRequest,
  nopkce,
  pushedAuthorizationRequest,
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
import { buildDeviceRequest } from '../../../../src/main/oauth/device/device-request.ts'
import { buildTokenRequest } from '../../../../src/main/oauth/request/token-request.ts'
import { seedOr } from '../../../support/deep.ts'
import { makeSettings, type SettingsOptions } from '../../../support/profiles/settings.ts'
import {
  authentications,
  catcher,
  clientOf,
  forEachMethod,
  type Method,
  ofOurs,
  server,
  type Typed,
  typed,
} from '../../../support/requests/peer-requests.ts'

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
    askedPrompt: null,
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
