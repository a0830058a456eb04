import {
  authorizationCodeGrantRequest,
  customFetch,
  None,
  nopkce,
  processAuthorizationCodeResponse,
  processDeviceAuthorizationResponse,
  processDiscoveryResponse,
  processIntrospectionResponse,
  processPushedAuthorizationResponse,
  processRevocationResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import {
  isResponse,
  readAuthorizationResponse,
  readPushedResponse,
} from '../../../../src/main/oauth/authorization/authorization-response.ts'
import { doubtAboutIdToken } from '../../../../src/main/oauth/authorization/id-token-check.ts'
import { readIntrospection } from '../../../../src/main/oauth/checks/introspection.ts'
import { readRevocation } from '../../../../src/main/oauth/checks/revocation.ts'
import { readDeviceResponse } from '../../../../src/main/oauth/device/device-response.ts'
import { candidatesFor } from '../../../../src/main/oauth/discovery/candidates.ts'
import { readMetadata } from '../../../../src/main/oauth/discovery/read-metadata.ts'
import { makeEcKey } from '../../../support/tokens/signed-token.ts'

const issuer = 'https://auth.example'
const client = { client_id: 'the-client' }
const now = Date.now()
const context = { grantType: 'authorizationCode', now, rules: [], secrets: [] } as const

interface Answer {
  readonly status: number
  readonly type?: string
  readonly body: string
}
const json = (status: number, fields: object): Answer => ({ status, body: JSON.stringify(fields) })

const ours = ({ status, type = 'application/json', body }: Answer) => ({
  kind: 'answer' as const,
  status,
  headers: { 'content-type': type },
  body: new TextEncoder().encode(body),
})
const theirs = ({ status, type = 'application/json', body }: Answer) =>
  new Response(body, { status, headers: { 'content-type': type } })

/** Returns true if the peer takes the answer. */
const isTaken = (reading: Promise<unknown>) =>
  reading.then(
    () => true,
    () => false,
  )

const state = 'the-state'
const code = 'the-code'

describe('both read the response to an authorization request alike', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['a code', `code=${code}&state=${state}`, false],
    [
      'a code with the issuer',
      `code=${code}&state=${state}&iss=${encodeURIComponent(issuer)}`,
      false,
    ],
    ['another issuer', `code=${code}&state=${state}&iss=https%3A%2F%2Fevil.example`, false],
    [
      'an issuer with a slash more',
      `code=${code}&state=${state}&iss=https%3A%2F%2Fauth.example%2F`,
      false,
    ],
    ['no issuer where one is announced', `code=${code}&state=${state}`, true],
    ['another state', `code=${code}&state=other`, false],
    ['no state', `code=${code}`, false],
    ['the state twice', `code=${code}&state=${state}&state=${state}`, false],
    ['the issuer twice', `code=${code}&state=${state}&iss=${issuer}&iss=${issuer}`, false],
    ['an error', `error=access_denied&state=${state}`, false],
    [
      'an error of another issuer',
      `error=access_denied&state=${state}&iss=https://evil.example`,
      false,
    ],
    ['an error with another state', 'error=access_denied&state=other', false],
    ['nothing', '', false],
  ]
  it.each(cases)('%s', (_, query, expectsIssuer) => {
    const parameters = new URLSearchParams(query)
    const as = { issuer, authorization_response_iss_parameter_supported: expectsIssuer }
    let peer: string
    try {
      peer = validateAuthResponse(as, client, parameters, state).get('code') ?? 'no code'
    } catch (error) {
      const isError = error instanceof Error && error.name === 'AuthorizationResponseError'
      peer = isError ? `error ${parameters.get('error')}` : 'not believed'
    }
    const reading = isResponse(parameters, state)
      ? readAuthorizationResponse(parameters, { state, issuer, expectsIssuer, context })
      : null
    let own = 'not believed'
    if (reading?.kind === 'code') own = reading.code
    else if (reading?.outcome.kind === 'denied') own = `error ${reading.outcome.oauthError}`
    expect(own).toBe(peer)
  })
})

describe('both take the same device authorization responses', () => {
  const whole = {
    device_code: 'd',
    user_code: 'ABCD-EFGH',
    verification_uri: `${issuer}/device`,
    expires_in: 600,
  }
  const without = (name: keyof typeof whole) => {
    const { [name]: _, ...rest } = whole
    return rest
  }
  it.each<readonly [string, Answer]>([
    ['whole', json(200, whole)],
    [
      'with everything',
      json(200, { ...whole, interval: 5, verification_uri_complete: `${issuer}/device?c=1` }),
    ],
    ['without a device code', json(200, without('device_code'))],
    ['without a user code', json(200, without('user_code'))],
    ['without an address', json(200, without('verification_uri'))],
    ['with an empty code', json(200, { ...whole, user_code: '' })],
    ['an error', json(400, { error: 'invalid_client' })],
    ['a page', { status: 200, type: 'text/html', body: '<html></html>' }],
    ['an array', { status: 200, body: '[]' }],
  ])('%s', async (_, answer) => {
    const own = readDeviceResponse(ours(answer), { ...context, grantType: 'deviceCode' })
    const peer = processDeviceAuthorizationResponse({ issuer }, client, theirs(answer))
    expect(own.kind === 'code').toBe(await isTaken(peer))
  })

  it('where the peer is stricter: the names and forms that Google and GitHub send', async () => {
    const { verification_uri: address, ...rest } = whole
    const google = json(200, { ...rest, verification_url: address })
    const github = {
      status: 200,
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ ...whole, expires_in: '600' }).toString(),
    }
    for (const answer of [google, github]) {
      const own = readDeviceResponse(ours(answer), { ...context, grantType: 'deviceCode' })
      expect(own).toMatchObject({ kind: 'code', authorization: { userCode: 'ABCD-EFGH', address } })
      const peer = processDeviceAuthorizationResponse({ issuer }, client, theirs(answer))
      expect(await isTaken(peer)).toBe(false)
    }
  })
})

describe('both take the same responses to a pushed request', () => {
  it.each<readonly [string, Answer]>([
    ['whole', json(201, { request_uri: 'urn:example:1', expires_in: 60 })],
    ['without an address', json(201, { expires_in: 60 })],
    ['an empty address', json(201, { request_uri: '', expires_in: 60 })],
    ['a number', json(201, { request_uri: 1, expires_in: 60 })],
    ['an error', json(400, { error: 'invalid_request' })],
    ['a page', { status: 201, type: 'text/html', body: '<html></html>' }],
  ])('%s', async (_, answer) => {
    const own = readPushedResponse(ours(answer), context)
    const peer = processPushedAuthorizationResponse({ issuer }, client, theirs(answer))
    expect(own.kind === 'pushed').toBe(await isTaken(peer))
  })
})

describe('both read the answers about a token alike', () => {
  it.each<readonly [string, Answer]>([
    ['active', json(200, { active: true, sub: 'ada', exp: 2_000_000_000 })],
    ['not active', json(200, { active: false })],
    ['without the member', json(200, { sub: 'ada' })],
    ['an error', json(401, { error: 'invalid_client' })],
    ['a page', { status: 200, type: 'text/html', body: '<html></html>' }],
  ])('introspection: %s', async (_, answer) => {
    const own = readIntrospection(ours(answer), [], now)
    const peer = await processIntrospectionResponse({ issuer }, client, theirs(answer)).then(
      ({ active }) => (active ? 'active' : 'not-active'),
      () => 'failed',
    )
    expect(own.kind).toBe(peer)
  })

  it.each<readonly [string, Answer]>([
    ['nothing', { status: 200, body: '' }],
    ['any text', { status: 200, type: 'text/html', body: 'bye' }],
    ['an error', json(400, { error: 'unsupported_token_type' })],
    ['out of order', { status: 503, body: '' }],
  ])('revocation: %s', async (_, answer) => {
    const own = readRevocation(ours(answer), { now, secrets: [] })
    expect(own.kind === 'accepted').toBe(await isTaken(processRevocationResponse(theirs(answer))))
  })
})

describe('both take the same metadata of a server', () => {
  const whole = { issuer, token_endpoint: `${issuer}/token` }
  it.each<readonly [string, Answer]>([
    ['whole', json(200, whole)],
    ['of another issuer', json(200, { ...whole, issuer: 'https://evil.example' })],
    ['without an issuer', json(200, { token_endpoint: `${issuer}/token` })],
    ['a page', { status: 200, type: 'text/html', body: '<html></html>' }],
    ['an array', { status: 200, body: '[]' }],
  ])('%s', async (_, answer) => {
    const found = candidatesFor(issuer)
    if (found.kind !== 'candidates' || found.candidates[0] === undefined) throw new Error('none')
    const { headers, body } = ours(answer)
    const contentType = headers['content-type']
    const own = readMetadata({ contentType, body }, found.candidates[0])
    const peer = processDiscoveryResponse(new URL(issuer), theirs(answer))
    expect(own.kind === 'found').toBe(await isTaken(peer))
  })
})

describe('both take the same ID tokens', () => {
  const seconds = Math.floor(now / 1000)
  const claims = {
    iss: issuer,
    sub: 'ada',
    aud: client.client_id,
    nonce: 'the-nonce',
    iat: seconds,
    exp: seconds + 300,
  }
  const key = makeEcKey()

  async function peerTakes(idToken: string, nonce: string): Promise<boolean> {
    const as = { issuer, token_endpoint: `${issuer}/token` }
    const parameters = new URLSearchParams({ code })
    const validated = validateAuthResponse(as, client, parameters)
    const answer = json(200, { access_token: 'a', token_type: 'bearer', id_token: idToken })
    const response = await authorizationCodeGrantRequest(
      as,
      client,
      None(),
      validated,
      'http://127.0.0.1/',
      nopkce,
      { [customFetch]: async () => theirs(answer) },
    )
    const client256 = { ...client, id_token_signed_response_alg: 'ES256' }
    return isTaken(
      processAuthorizationCodeResponse(as, client256, response, {
        expectedNonce: nonce,
        requireIdToken: true,
      }),
    )
  }

  it.each<readonly [string, object]>([
    ['whole', {}],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['without an issuer', { iss: undefined }],
    ['without a subject', { sub: undefined }],
    ['for another client', { aud: 'another' }],
    [
      'for several, of which we are one',
      { aud: ['another', client.client_id], azp: client.client_id },
    ],
    ['for several, given to another', { aud: ['another', client.client_id], azp: 'another' }],
    ['with another nonce', { nonce: 'another' }],
    ['without the nonce', { nonce: undefined }],
    ['expired', { iat: seconds - 4000, exp: seconds - 3600 }],
    ['without an expiry', { exp: undefined }],
  ])('%s', async (_, changes) => {
    const idToken = key.sign({ ...claims, ...changes })
    const own = doubtAboutIdToken(idToken, {
      clientId: client.client_id,
      issuer,
      nonce: 'the-nonce',
      before: null,
      now,
    })
    expect(own === null).toBe(await peerTakes(idToken, 'the-nonce'))
  })

  it('and one that is whole is among them', async () => {
    expect(await peerTakes(key.sign(claims), 'the-nonce')).toBe(true)
  })
})
