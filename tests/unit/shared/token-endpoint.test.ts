import { describe, expect, test } from 'vitest'
import { completeTokenEndpoint } from '../../../src/shared/preset.ts'
import { endpoint, hasPartToFillIn } from '../../../src/shared/token-endpoint.ts'

describe('a token endpoint', () => {
  test.each([
    'https://oidc-pre.semansys.com/connect/token',
    'https://example.com/token?tenant=acme',
    'http://localhost:8080/token',
    'http://127.0.0.1:1/token',
    'http://[::1]:8080/token',
  ])('may be %s', (url) => {
    expect(endpoint.parse(`  ${url} `)).toBe(url)
  })

  test.each([
    ['', 'required'],
    ['example.com/token', 'not-a-url'],
    ['ftp://example.com/token', 'not-a-url'],
    ['file:///etc/passwd', 'not-a-url'],
    ['http://example.com/token', 'not-https'],
    ['http://127.0.0.1.example.com/token', 'not-https'],
    ['http://localhost.example.com/token', 'not-https'],
    ['https://example.com/token#part', 'fragment-in-url'],
    ['https://example.com/token#', 'fragment-in-url'],
    ['https://user:word@example.com/token', 'credentials-in-url'],
    ['https://example.com/token?client_secret=abc', 'credentials-in-url'],
    [`https://example.com/${'a'.repeat(2000)}`, 'too-long'],
  ])('may not be %s', (url, problem) => {
    const parsed = endpoint.safeParse(url)
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([problem])
  })
})

test.each([
  ['https://example.com/{tenant}/token', true],
  ['https://{server}/token', true],
  ['https://{tenant}.example.com/token', true],
  ['https://example.com/<tenant>/token', true],
  ['https://example.com/%7Btenant%7D/token', true],
  ['https://example.com/token?realm={realm}', true],
  ['https://example.com/token?realm={realm}&v=2', true],
  ['https://example.com/token', false],
  ['https://example.com/token?realm=%7Brealm%7D', false],
  ['https://example.com/token?claims={"a":1}', false],
  ['https://example.com/a%7Db/token', false],
])('%s has a part to fill in: %s', (address, expected) => {
  expect(hasPartToFillIn(address)).toBe(expected)
})

describe('a bare server address', () => {
  const template = 'https://{server}/oauth2/token'

  test.each([
    ['acme.example.com', 'https://acme.example.com/oauth2/token'],
    [' acme.example.com/ ', 'https://acme.example.com/oauth2/token'],
    ['https://acme.example.com', 'https://acme.example.com/oauth2/token'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/oauth2/token'],
    ['acme.example.com:8443', 'https://acme.example.com:8443/oauth2/token'],
  ])('%j becomes a token endpoint', (typed, whole) => {
    expect(completeTokenEndpoint(typed, template)).toBe(whole)
  })

  test.each(['https://acme.example.com/other/token', 'http://127.0.0.1:8080/oauth2/token', ''])(
    '%j stays as it is',
    (typed) => {
      expect(completeTokenEndpoint(typed, template)).toBe(typed)
    },
  )

  test('stays as it is where the provider has no template', () => {
    expect(completeTokenEndpoint('acme.example.com', null)).toBe('acme.example.com')
  })
})
