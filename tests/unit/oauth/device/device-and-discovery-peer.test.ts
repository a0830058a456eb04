import * as oauth from 'oauth4webapi'
import { describe, expect, test } from 'vitest'
import { buildDeviceRequest } from '../../../../src/main/oauth/device/device-request.ts'
import { readDeviceResponse } from '../../../../src/main/oauth/device/device-response.ts'
import { candidatesFor } from '../../../../src/main/oauth/discovery/candidates.ts'
import { readMetadata } from '../../../../src/main/oauth/discovery/read-metadata.ts'
import { buildTokenRequest } from '../../../../src/main/oauth/request/token-request.ts'
import type { AuthenticationMethod } from '../../../../src/shared/client-authentication/facts.ts'
import { gitlab, keycloak, okta } from '../../../support/authorization-server/metadata.ts'
import { deviceEndpoint, deviceSettings } from '../../../support/engine/device-profile.ts'

// oauth4webapi as another reading of the same standards; none of these calls reaches a network.

interface Sent {
  readonly url: string
  readonly authorization: string | null
  readonly parameters: readonly (readonly [string, string])[]
}

/** Returns what the library would send. */
async function sentBy(call: (options: object) => Promise<Response>): Promise<Sent> {
  const sent: Sent[] = []
  await call({
    [oauth.customFetch]: async (url: string, init: RequestInit) => {
      const parameters = [...new URLSearchParams(String(init.body ?? ''))].sort()
      const authorization = new Headers(init.headers).get('authorization')
      sent.push({ url: String(url), authorization, parameters })
      return Response.json({})
    },
  })
  const [only] = sent
  if (only === undefined) throw new Error('the library sent nothing')
  return only
}

const ours = ({ url, headers, body }: ReturnType<typeof buildDeviceRequest>): Sent => ({
  url,
  authorization: headers['authorization'] ?? null,
  parameters: [...new URLSearchParams(body)].sort(),
})

const server: oauth.AuthorizationServer = {
  issuer: 'https://auth.example',
  token_endpoint: 'https://auth.example/token',
  device_authorization_endpoint: deviceEndpoint,
}
// The library encodes `-`, `_` and `.` in Basic, which RFC 6749 appendix B leaves as they are.
const client: oauth.Client = { client_id: 'theClient' }
const clientSecret = 'the client+secret'

const methods: readonly (readonly [AuthenticationMethod, oauth.ClientAuth])[] = [
  ['none', oauth.None()],
  ['basic', oauth.ClientSecretBasic(clientSecret)],
  ['body', oauth.ClientSecretPost(clientSecret)],
]

describe.each(methods)('with the client authentication %s', (clientAuthentication, theirs) => {
  const settings = deviceSettings({
    clientAuthentication,
    clientId: 'theClient',
    audience: 'https://api.example',
  })
  const secrets = clientAuthentication === 'none' ? {} : { clientSecret }
  const parameters = { scope: 'read write', audience: 'https://api.example' }

  test('the request for a device code is that of oauth4webapi', async () => {
    const sent = await sentBy((options) =>
      oauth.deviceAuthorizationRequest(server, client, theirs, parameters, options),
    )
    expect(ours(buildDeviceRequest(settings, secrets))).toEqual(sent)
  })

  test('the poll is that of oauth4webapi', async () => {
    const sent = await sentBy((options) =>
      oauth.deviceCodeGrantRequest(server, client, theirs, 'device-code', {
        additionalParameters: { audience: 'https://api.example' },
        ...options,
      }),
    )
    const proof = { parameters: [['device_code', 'device-code']], secret: ['device_code'] } as const
    const request = buildTokenRequest(settings, secrets, { kind: 'deviceCode', proof })
    expect(ours(request)).toEqual(sent)
  })
})

test('a standard answer is read as by oauth4webapi', async () => {
  const fields = {
    device_code: 'device-code',
    user_code: 'WDJB-MJHT',
    verification_uri: 'https://auth.example/device',
    verification_uri_complete: 'https://auth.example/device?user_code=WDJB-MJHT',
    expires_in: 1800,
    interval: 5,
  }
  const theirs = await oauth.processDeviceAuthorizationResponse(
    server,
    client,
    Response.json(fields),
  )
  const body = new TextEncoder().encode(JSON.stringify(fields))
  const answer = { status: 200, headers: { 'content-type': 'application/json' }, body }
  const context = { grantType: 'deviceCode', now: 0, rules: [], secrets: [] } as const
  expect(readDeviceResponse(answer, context)).toEqual({
    kind: 'code',
    authorization: {
      deviceCode: theirs.device_code,
      userCode: theirs.user_code,
      address: theirs.verification_uri,
      completeAddress: theirs.verification_uri_complete,
      lifetime: theirs.expires_in,
      interval: theirs.interval,
    },
  })
})

describe('discovery', () => {
  test.each([
    'https://id.example',
    'https://id.example/team',
    'https://id.example/team/',
    'https://id.example:8443/a/b',
  ])('of %s asks where oauth4webapi asks', async (issuer) => {
    const found = candidatesFor(issuer)
    if (found.kind === 'refused') throw new Error(found.problem)
    const asked = found.candidates.map(({ address }) => address)
    for (const [index, algorithm] of (['oidc', 'oauth2'] as const).entries()) {
      const { url } = await sentBy((options) =>
        oauth.discoveryRequest(new URL(issuer), { algorithm, ...options }),
      )
      expect(asked[index]).toBe(url)
    }
  })

  const realm = 'https://id.example/realms/shop'
  test.each([
    ['the same issuer', realm, keycloak(realm)],
    ['the same issuer', 'https://gitlab.example', { ...gitlab, issuer: 'https://gitlab.example/' }],
    ['the same issuer', 'https://team.okta.example/oauth2/default', okta],
    ['another path', 'https://gitlab.example/team', gitlab],
    ['another host', 'https://id.example', gitlab],
    ['another port', 'https://gitlab.example:8443', gitlab],
    ['no issuer', 'https://gitlab.example', { ...gitlab, issuer: undefined }],
  ])('takes a document of %s where oauth4webapi does', async (_name, issuer, document) => {
    const isTheirs = await oauth
      .processDiscoveryResponse(new URL(issuer), Response.json(document))
      .then(
        () => true,
        () => false,
      )
    const found = candidatesFor(issuer)
    if (found.kind === 'refused') throw new Error(found.problem)
    const [candidate] = found.candidates
    if (candidate === undefined) throw new Error('no candidate')
    const body = new TextEncoder().encode(JSON.stringify(document))
    const reading = readMetadata({ contentType: 'application/json', body }, candidate)
    expect(reading.kind === 'found').toBe(isTheirs)
  })
})
