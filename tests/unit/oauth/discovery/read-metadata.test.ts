import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesFor } from '../../../../src/main/oauth/discovery/candidates.ts'
import { maxMetadata, readMetadata } from '../../../../src/main/oauth/discovery/read-metadata.ts'
import { findResult } from '../../../../src/shared/server-metadata.ts'
import {
  auth0,
  entra,
  gitlab,
  google,
  keycloak,
  mollie,
  okta,
  tenantNumber,
} from '../../../support/authorization-server/metadata.ts'
import { seedOr, sized } from '../../../support/deep.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** Reads a document as found at the first address for a typed one. */
function read(typed: string, document: unknown, contentType = 'application/json') {
  const found = candidatesFor(typed)
  if (found.kind === 'refused') throw new Error(found.problem)
  const [candidate] = found.candidates
  if (candidate === undefined) throw new Error('no candidate')
  const text = typeof document === 'string' ? document : JSON.stringify(document)
  return readMetadata({ contentType, body: encode(text) }, candidate)
}

function foundIn(typed: string, document: unknown) {
  const reading = read(typed, document)
  if (reading.kind !== 'found') throw new Error(JSON.stringify(reading))
  // The same as the page will parse it.
  expect(findResult.parse(reading)).toEqual(reading)
  return reading
}

const minimal = {
  issuer: 'https://id.example',
  authorization_endpoint: 'https://id.example/authorize',
  token_endpoint: 'https://id.example/token',
}

describe('the documents of known products', () => {
  test('Keycloak', () => {
    const realm = 'https://id.example/realms/shop'
    const { settings, warnings } = foundIn(realm, keycloak(realm))
    const base = `${realm}/protocol/openid-connect`
    expect(settings).toEqual({
      document: `${realm}/.well-known/openid-configuration`,
      server: {
        issuer: realm,
        tokenEndpoint: `${base}/token`,
        authorizationEndpoint: `${base}/auth`,
        deviceAuthorizationEndpoint: `${base}/auth/device`,
        revocationEndpoint: `${base}/revoke`,
        introspectionEndpoint: `${base}/token/introspect`,
        userinfoEndpoint: `${base}/userinfo`,
        jwksUri: `${base}/certs`,
      },
      grants: ['password', 'clientCredentials', 'authorizationCode', 'deviceCode', 'refreshToken'],
      listsGrants: true,
      clientAuthentications: [{ method: 'basic', encoding: 'form' }, { method: 'body' }],
      scopes: ['openid', 'offline_access', 'roles'],
      codeChallengeMethods: ['S256', 'plain'],
      responseModes: ['query', 'form_post'],
      expectsIssuer: true,
    })
    expect(warnings).toEqual([{ kind: 'certificate-addresses-ignored' }])
  })

  test('Entra ID with the number of the tenant', () => {
    const typed = `https://login.microsoftonline.com/${tenantNumber}/v2.0`
    const { settings, warnings } = foundIn(typed, entra(tenantNumber))
    expect(settings).toMatchObject({
      server: { issuer: typed },
      grants: ['authorizationCode', 'deviceCode'],
      listsGrants: false,
      codeChallengeMethods: null,
      expectsIssuer: false,
    })
    expect(warnings).toEqual([
      { kind: 'other-host', host: 'graph.microsoft.com', endpoints: ['userinfoEndpoint'] },
      { kind: 's256-not-announced' },
      { kind: 'certificate-addresses-ignored' },
    ])
  })

  test.each([
    'https://login.microsoftonline.com/contoso.example/v2.0',
    'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/consumers/v2.0/.well-known/openid-configuration',
  ])('Entra ID with the name of the tenant: %s', (typed) => {
    const { settings, warnings } = foundIn(typed, entra('contoso.example', tenantNumber))
    const issuer = `https://login.microsoftonline.com/${tenantNumber}/v2.0`
    expect(settings.server.issuer).toBe(issuer)
    expect(warnings).toContainEqual({ kind: 'tenant-number', issuer })
  })

  test.each([
    ['https://login.microsoftonline.com/common/v2.0', 'common'],
    ['https://login.microsoftonline.com/organizations/oauth2/v2.0/token', 'organizations'],
    ['https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration', 'common'],
    ['login.microsoftonline.com', 'common'],
  ])('Entra ID for any tenant: %s', (typed, tenant) => {
    const { settings, warnings } = foundIn(typed, entra(tenant, '{tenantid}'))
    expect(settings.server.issuer).toBe(`https://login.microsoftonline.com/${tenant}/v2.0`)
    expect(warnings).toContainEqual({ kind: 'any-tenant' })
  })

  test('Entra ID version 1, whose issuer is on another host', () => {
    const typed = 'https://login.microsoftonline.com/contoso.example/oauth2/authorize'
    const issuer = `https://sts.windows.net/${tenantNumber}/`
    const { settings, warnings } = foundIn(typed, { ...entra('contoso.example'), issuer })
    expect(settings.server.issuer).toBe(issuer)
    expect(warnings.map(({ kind }) => kind)).not.toContain('issuer-slash')
    expect(warnings).toContainEqual({ kind: 'tenant-number', issuer })
  })

  test('Entra ID version 1 for any tenant', () => {
    const typed = 'https://login.microsoftonline.com/common/oauth2/authorize'
    const issuer = 'https://sts.windows.net/{tenantid}/'
    const { settings, warnings } = foundIn(typed, { ...entra('common'), issuer })
    expect(settings.server.issuer).toBe('https://sts.windows.net/common/')
    expect(warnings).toContainEqual({ kind: 'any-tenant' })
  })

  test('Azure AD B2C', () => {
    const typed = 'https://t.b2clogin.com/t.onmicrosoft.com/b2c_1_x/v2.0'
    const issuer = `https://t.b2clogin.com/${tenantNumber}/v2.0/`
    expect(foundIn(typed, { ...minimal, issuer }).settings.server.issuer).toBe(issuer)
  })

  test('Google', () => {
    const { settings, warnings } = foundIn('accounts.google.com', google)
    expect(settings).toMatchObject({
      server: { issuer: 'https://accounts.google.com' },
      grants: ['authorizationCode', 'deviceCode', 'refreshToken'],
      codeChallengeMethods: ['S256', 'plain'],
    })
    expect(warnings).toEqual([
      {
        kind: 'other-host',
        host: 'oauth2.googleapis.com',
        endpoints: ['tokenEndpoint', 'deviceAuthorizationEndpoint', 'revocationEndpoint'],
      },
      {
        kind: 'other-host',
        host: 'openidconnect.googleapis.com',
        endpoints: ['userinfoEndpoint'],
      },
      { kind: 'other-host', host: 'www.googleapis.com', endpoints: ['jwksUri'] },
    ])
  })

  test('Auth0, whose issuer ends in a slash', () => {
    const issuer = 'https://shop.eu.auth0.example/'
    for (const typed of ['https://shop.eu.auth0.example', 'https://shop.eu.auth0.example//']) {
      const { settings, warnings } = foundIn(typed, auth0)
      expect(settings.server.issuer).toBe(issuer)
      expect(warnings).toEqual([{ kind: 'issuer-slash', issuer }])
      expect(settings.clientAuthentications.map(({ method }) => method)).toEqual([
        'basic',
        'body',
        'none',
      ])
    }
    for (const typed of [
      issuer,
      `${issuer}.well-known/openid-configuration`,
      `${issuer}authorize?client_id=x`,
    ]) {
      expect(foundIn(typed, auth0).warnings).toEqual([])
    }
  })

  test('Okta', () => {
    const typed = 'https://team.okta.example/oauth2/default/v1/authorize'
    const { settings, warnings } = foundIn(typed, okta)
    expect(settings.server.issuer).toBe('https://team.okta.example/oauth2/default')
    expect(settings.clientAuthentications).toEqual([{ method: 'body' }, { method: 'none' }])
    expect(settings.grants).toContain('deviceCode')
    expect(warnings).toEqual([])
  })

  test('GitLab', () => {
    const { settings, warnings } = foundIn('gitlab.example', gitlab)
    expect(settings.grants).toEqual([
      'password',
      'clientCredentials',
      'authorizationCode',
      'refreshToken',
    ])
    expect(warnings).toEqual([])
  })

  test('Mollie', () => {
    const { settings, warnings } = foundIn('my.mollie.example', mollie)
    expect(settings.server.introspectionEndpoint).toBeUndefined()
    expect(warnings).toEqual([
      {
        kind: 'other-host',
        host: 'api.mollie.example',
        endpoints: ['tokenEndpoint', 'revocationEndpoint'],
      },
    ])
  })
})

describe('an issuer', () => {
  test.each([
    ['https://id.example/team', 'https://id.example'],
    ['https://id.example', 'https://id.example/team'],
    ['https://id.example', 'https://ID.example'],
    ['https://id.example', 'https://id.example:443'],
    ['https://id.example', 'http://id.example'],
    ['https://id.example', 'https://evil.example'],
    ['https://id.example/authorize', 'https://other.example'],
    ['https://id.example/settings.json', 'https://other.example'],
    // Only Microsoft's own hosts name a tenant by its number.
    ['https://id.example', `https://login.microsoftonline.com/${tenantNumber}/v2.0`],
    ['https://id.example', 'https://id.example/{tenantid}/v2.0'],
    [`https://login.microsoftonline.com/${tenantNumber}/v2.0`, 'https://id.example'],
    [
      `https://login.microsoftonline.com/${tenantNumber}/v2.0`,
      'https://login.microsoftonline.com/11111111-5e6f-4a7b-8c9d-0e1f2a3b4c5d/v2.0',
    ],
  ])('typed as %s is not %s, and nothing is used', (typed, issuer) => {
    expect(read(typed, { ...minimal, issuer })).toMatchObject({ kind: 'issuer-mismatch', issuer })
  })

  test('may end like an endpoint', () => {
    const issuer = 'https://id.example/oauth2/token'
    expect(foundIn(issuer, { ...minimal, issuer }).settings.server.issuer).toBe(issuer)
  })

  test('that was not typed but guessed is looked for where it is at home', () => {
    const typed = 'https://gitlab.example/oauth/authorize'
    expect(read(typed, gitlab)).toEqual({ kind: 'no-metadata', reason: 'not-metadata' })
  })

  test('that could not be compared is mentioned', () => {
    const { warnings } = foundIn('https://id.example/settings.json', minimal)
    expect(warnings).toContainEqual({ kind: 'issuer-not-compared', issuer: minimal.issuer })
  })
})

describe('an address in a document', () => {
  test.each([
    ['http://id.example/token', 'not-https'],
    ['http://127.0.0.1/token', 'not-https'],
    ['/token', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['https://id.example/{tenant}/token', 'not-a-url'],
    ['https://me:secret@id.example/token', 'credentials-in-url'],
    ['https://id.example/token#part', 'fragment-in-url'],
    ['https://id.example/to ken', 'not-a-url'],
    [`https://id.example/${'x'.repeat(2000)}`, 'too-long'],
    [7, 'not-a-url'],
    [['https://id.example/token'], 'not-a-url'],
  ])('%s is refused', (address, problem) => {
    const { settings, warnings } = foundIn('id.example', { ...minimal, token_endpoint: address })
    expect(settings.server.tokenEndpoint).toBeUndefined()
    expect(warnings).toContainEqual({
      kind: 'endpoint-refused',
      endpoint: 'tokenEndpoint',
      problem,
    })
    expect(warnings).toContainEqual({ kind: 'no-token-endpoint' })
  })

  test('may be http where the whole server is on this computer', () => {
    const server = 'http://127.0.0.1:8080'
    const document = { issuer: server, token_endpoint: `${server}/token` }
    expect(foundIn(server, document).settings.server.tokenEndpoint).toBe(`${server}/token`)
  })

  test('below the issuer’s host needs no word, on a neighbour it does', () => {
    const of = (token_endpoint: string) => foundIn('id.example', { ...minimal, token_endpoint })
    expect(of('https://api.id.example/token').warnings).toEqual([{ kind: 's256-not-announced' }])
    expect(of('https://evil-id.example/token').warnings).toContainEqual({
      kind: 'other-host',
      host: 'evil-id.example',
      endpoints: ['tokenEndpoint'],
    })
    expect(of('https://id.example:8443/token').warnings).toContainEqual({
      kind: 'other-host',
      host: 'id.example:8443',
      endpoints: ['tokenEndpoint'],
    })
  })

  test('for pushed requests counts only where they are demanded', () => {
    const pushed = 'https://id.example/par'
    const document = { ...minimal, pushed_authorization_request_endpoint: pushed }
    const of = (extra: object) => foundIn('id.example', { ...document, ...extra }).settings.server
    expect(of({}).pushedAuthorizationRequestEndpoint).toBeUndefined()
    expect(
      of({ require_pushed_authorization_requests: true }).pushedAuthorizationRequestEndpoint,
    ).toBe(pushed)
  })
})

describe('what a document leaves out', () => {
  test('is unknown, and not a no', () => {
    const { settings, warnings } = foundIn('id.example', minimal)
    expect(settings).toMatchObject({
      grants: ['authorizationCode'],
      listsGrants: false,
      clientAuthentications: [{ method: 'basic', encoding: 'form' }],
      scopes: [],
      codeChallengeMethods: null,
      responseModes: null,
      expectsIssuer: false,
    })
    expect(warnings).toEqual([{ kind: 's256-not-announced' }])
  })

  test('may be all that this app knows', () => {
    const { settings, warnings } = foundIn('id.example', {
      ...minimal,
      code_challenge_methods_supported: ['plain'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      grant_types_supported: ['implicit'],
    })
    expect(settings).toMatchObject({ grants: [], clientAuthentications: [] })
    expect(warnings).toEqual([{ kind: 's256-not-announced' }, { kind: 'no-known-authentication' }])
  })

  test('may have another type', () => {
    const { settings } = foundIn('id.example', {
      ...minimal,
      scopes_supported: ['openid', 7, null, 'two words', 'openid', 'x'.repeat(300)],
      code_challenge_methods_supported: 'S256 plain',
      grant_types_supported: { a: 1 },
      response_modes_supported: 'query',
      authorization_response_iss_parameter_supported: 'true',
    })
    expect(settings).toMatchObject({
      scopes: ['openid'],
      codeChallengeMethods: ['S256', 'plain'],
      listsGrants: false,
      responseModes: ['query'],
      expectsIssuer: false,
    })
  })
})

test.each([
  ['', 'not-json'],
  ['[]', 'not-json'],
  ['{"issuer":', 'not-json'],
  ['<!doctype html><html><body>Hello</body></html>', 'web-page'],
  ['{}', 'not-metadata'],
  [JSON.stringify({ ...minimal, issuer: 7 }), 'not-metadata'],
  [JSON.stringify({ issuer: 'https://id.example', name: 'a website' }), 'not-metadata'],
  [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'too-deep'],
  [`{"issuer":"https://evil.example",${JSON.stringify(minimal).slice(1)}`, 'repeated-member'],
  [`${JSON.stringify(minimal)}${' '.repeat(maxMetadata)}`, 'too-large'],
])('%.40s is no document: %s', (text, reason) => {
  expect(read('id.example', text)).toEqual({ kind: 'no-metadata', reason })
})

test('a byte order mark is forgiven', () => {
  expect(read('id.example', `\ufeff${JSON.stringify(minimal)}`).kind).toBe('found')
})

test('no document makes the reader fail, and nothing of another issuer is used', () => {
  const members = [
    'issuer',
    'token_endpoint',
    'authorization_endpoint',
    'jwks_uri',
    'grant_types_supported',
    'scopes_supported',
    'token_endpoint_auth_methods_supported',
    'code_challenge_methods_supported',
    'mtls_endpoint_aliases',
    '__proto__',
  ]
  const value = fc.oneof(
    fc.constantFrom('https://id.example', 'https://id.example/', 'https://evil.example/x', 'S256'),
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.jsonValue(),
    fc.array(fc.string(), { maxLength: 5 }),
  )
  const document = fc.dictionary(fc.oneof(fc.constantFrom(...members), fc.string()), value)
  const whole = fc.oneof(
    document.map((each) => JSON.stringify({ ...each, issuer: 'https://id.example' })),
    document.map((each) => JSON.stringify(each)),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(whole, (text) => {
      const reading = read('https://id.example', text)
      if (reading.kind !== 'found') return
      expect(findResult.parse(reading)).toEqual(reading)
      expect(reading.settings.server.issuer).toMatch(/^https:\/\/id\.example\/*$/)
      for (const address of Object.values(reading.settings.server)) {
        expect(new URL(address).protocol).toBe('https:')
      }
    }),
    { numRuns: sized({ usual: 500, deep: 20_000 }), seed: seedOr(11) },
  )
})
