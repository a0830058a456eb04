import {
  discoveryRequest,
  introspectionRequest,
  revocationRequest,
  userInfoRequest,
} from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { buildIntrospection } from '../../../../src/main/oauth/checks/introspection.ts'
import { buildRevocation } from '../../../../src/main/oauth/checks/revocation.ts'
import { buildUserinfo } from '../../../../src/main/oauth/checks/userinfo.ts'
import { candidatesFor } from '../../../../src/main/oauth/discovery/candidates.ts'
import { makeSettings } from '../../../support/profiles/settings.ts'
import {
  authentications,
  catcher,
  clientOf,
  forEachMethod,
  type Method,
  ofOurs,
  server,
  type Typed,
} from '../../../support/requests/peer-requests.ts'

const settingsOf = ({ id }: Typed, method: Method) =>
  makeSettings({ clientId: id, clientAuthentication: method, tokenEndpoint: server.token_endpoint })

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
