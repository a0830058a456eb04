import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidatesFor, maxCandidates } from '../../../../src/main/oauth/discovery/candidates.ts'
import { seedOr, sized } from '../../../support/deep.ts'

function addressesFor(typed: string): readonly string[] {
  const found = candidatesFor(typed)
  if (found.kind === 'refused') throw new Error(found.problem)
  return found.candidates.map(({ address }) => address)
}

function issuersFor(typed: string): readonly string[] {
  const found = candidatesFor(typed)
  if (found.kind === 'refused') throw new Error(found.problem)
  return [...new Set(found.candidates.map(({ issuers: [first = ''] }) => first))]
}

const oidc = '.well-known/openid-configuration'
const oauth = '.well-known/oauth-authorization-server'

describe('an issuer', () => {
  test('with a path is looked for in the order of the standards, with both spellings', () => {
    expect(addressesFor('https://id.example/team')).toEqual([
      `https://id.example/team/${oidc}`,
      `https://id.example/${oauth}/team`,
      `https://id.example/${oidc}/team`,
      `https://id.example/team/${oauth}`,
      `https://id.example/team/${oidc}/`,
      `https://id.example/${oauth}/team/`,
      `https://id.example/${oidc}/team/`,
      `https://id.example/team/${oauth}/`,
    ])
  })

  test('without a path has one place for each standard', () => {
    const expected = [
      `https://id.example/${oidc}`,
      `https://id.example/${oauth}`,
      `https://id.example/${oidc}/`,
      `https://id.example/${oauth}/`,
    ]
    for (const typed of [
      'https://id.example',
      'https://id.example/',
      'id.example',
      ' id.example ',
    ]) {
      expect(addressesFor(typed)).toEqual(expected)
    }
  })

  test('is kept character by character', () => {
    for (const typed of [
      'https://ID.example/Team/',
      'https://id.example:443/team',
      'https://id.example/a/../b',
      'https://id.example/%7Eteam',
      'https://bücher.example/x',
    ]) {
      expect(issuersFor(typed)).toEqual([typed])
    }
  })

  test('on this computer may have plain http, which need not be typed', () => {
    expect(issuersFor('localhost:8080/realms/x')).toEqual(['http://localhost:8080/realms/x'])
    expect(issuersFor('127.0.0.1:9/x')).toEqual(['http://127.0.0.1:9/x'])
    expect(issuersFor('id.example:8443/x')).toEqual(['https://id.example:8443/x'])
  })
})

describe('the address of a document', () => {
  test.each([
    [`https://id.example/team/${oidc}`, 'https://id.example/team'],
    [`https://id.example/${oauth}/team`, 'https://id.example/team'],
    [`https://id.example/${oidc}/team/`, 'https://id.example/team'],
    [`https://id.example/${oidc}`, 'https://id.example'],
    [`https://id.example/${oidc}/`, 'https://id.example'],
    [`id.example/${oidc}`, 'https://id.example'],
  ])('%s is asked first, and tells the issuer', (typed, issuer) => {
    const [first] = addressesFor(typed)
    expect(first).toBe(typed.startsWith('https') ? typed : `https://${typed}`)
    expect(issuersFor(typed)).toEqual([issuer])
  })

  test('is asked as it is, with its query', () => {
    const typed = `https://t.b2clogin.com/t.onmicrosoft.com/v2.0/${oidc}?p=b2c_1_signin`
    expect(addressesFor(typed)[0]).toBe(typed)
  })

  test('of another name tells no issuer', () => {
    const found = candidatesFor('https://id.example/files/metadata.json')
    expect(found).toEqual({
      kind: 'candidates',
      candidates: [
        { address: 'https://id.example/files/metadata.json', issuers: [], isIssuerTyped: false },
      ],
    })
  })
})

describe('the address of an endpoint', () => {
  test.each([
    // Keycloak
    ['https://id.example/realms/x/protocol/openid-connect/auth', ['https://id.example/realms/x']],
    [
      'https://id.example/auth/realms/x/protocol/openid-connect/token?a=b',
      ['https://id.example/auth/realms/x'],
    ],
    // Entra ID
    [
      'https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize',
      ['https://login.microsoftonline.com/contoso.example/v2.0'],
    ],
    [
      'https://t.b2clogin.com/t.onmicrosoft.com/b2c_1_x/oauth2/v2.0/token',
      ['https://t.b2clogin.com/t.onmicrosoft.com/b2c_1_x/v2.0'],
    ],
    [
      'https://login.microsoftonline.com/contoso.example/oauth2/token',
      [
        'https://login.microsoftonline.com/contoso.example',
        'https://login.microsoftonline.com/contoso.example/v2.0',
      ],
    ],
    [
      'https://login.microsoftonline.com/contoso.example',
      [
        'https://login.microsoftonline.com/contoso.example/v2.0',
        'https://login.microsoftonline.com/contoso.example',
      ],
    ],
    ['login.microsoftonline.com', ['https://login.microsoftonline.com/common/v2.0']],
    // Okta
    [
      'https://a.okta.example/oauth2/default/v1/authorize',
      ['https://a.okta.example/oauth2/default'],
    ],
    ['https://a.okta.example/oauth2/v1/token', ['https://a.okta.example']],
  ])('%s of a known product leads to its issuer', (typed, issuers) => {
    const [first] = issuers
    expect(issuersFor(typed).slice(0, issuers.length)).toEqual(issuers)
    expect(addressesFor(typed)[0]).toBe(`${first}/${oidc}`)
  })

  test.each([
    ['https://id.example/oauth2/authorize', ['/oauth2', '']],
    ['https://id.example/authorize', ['']],
    ['https://id.example/oauth/token', ['/oauth', '']],
    ['https://id.example/o/oauth2/v2/auth', ['/o/oauth2/v2', '/o/oauth2', '']],
    ['https://id.example/env-1/as/authorization.oauth2', ['/env-1/as', '/env-1', '']],
    ['https://id.example/connect/authorize/?client_id=a&state=b', ['/connect', '']],
    ['https://id.example/adfs/oauth2/authorize/', ['/adfs/oauth2', '/adfs', '']],
  ])('%s leads to the folders above it', (typed, folders) => {
    const expected = folders.map((folder) => `https://id.example${folder}`)
    expect(issuersFor(typed).slice(0, expected.length)).toEqual(expected)
    expect(addressesFor(typed).every((address) => !address.includes('client_id'))).toBe(true)
  })
})

test.each([
  ['', 'required'],
  ['   ', 'required'],
  ['#', 'required'],
  ['http://id.example', 'not-https'],
  ['ftp://id.example', 'not-a-url'],
  ['https://', 'not-a-url'],
  ['two words.example', 'not-a-url'],
  ['https:\\\\id.example', 'not-a-url'],
  ['https://id.example\\@evil.example', 'not-a-url'],
  ['https://me:secret@id.example', 'credentials-in-url'],
  ['me@id.example', 'credentials-in-url'],
  ['https://id.example/authorize?client_secret=s3cret', 'credentials-in-url'],
  ['https://login.microsoftonline.com/{tenant}/v2.0', 'part-to-fill-in'],
  ['https://id.example/<realm>', 'part-to-fill-in'],
  [`https://id.example/${'x'.repeat(2000)}`, 'too-long'],
])('%s is not asked: %s', (typed, problem) => {
  expect(candidatesFor(typed)).toEqual({ kind: 'refused', problem })
})

test('any text leads to at most twelve addresses of one host, or is refused', () => {
  const part = fc.constantFrom(
    'https://',
    'id.example',
    '/',
    '//',
    oidc,
    oauth,
    '/realms/x',
    '/oauth2',
    '/authorize',
    '?',
    '#',
    '..',
    '%',
    '@',
    ':',
    '[',
    '\\',
    ' ',
    '\u0000',
    '/protocol/openid-connect',
    '/v2.0',
    '/token',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const found = candidatesFor(typed)
      if (found.kind === 'refused') return
      const addresses = found.candidates.map(({ address }) => address)
      expect(addresses.length).toBeLessThanOrEqual(maxCandidates)
      expect(new Set(addresses).size).toBe(addresses.length)
      expect(new Set(addresses.map((address) => new URL(address).host)).size).toBe(1)
    }),
    { numRuns: sized({ usual: 500, deep: 20_000 }), seed: seedOr(12) },
  )
})
