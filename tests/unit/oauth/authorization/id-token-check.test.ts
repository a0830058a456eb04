import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doubtAboutIdToken } from '../../../../src/main/oauth/authorization/id-token-check.ts'
import { doubts } from '../../../../src/shared/outcome.ts'
import { seedOr } from '../../../support/deep.ts'
import { jweOf, jwtOf } from '../../../support/tokens/make-token.ts'

const now = Date.UTC(2026, 0, 1)
const seconds = now / 1000
const claims = {
  iss: 'https://auth.example',
  sub: 'ada',
  aud: 'the-client',
  nonce: 'n',
  iat: seconds,
  exp: seconds + 3600,
}
const expected = {
  clientId: 'the-client',
  issuer: 'https://auth.example',
  nonce: 'n',
  before: null,
  now,
}
const tokenOf = (changes: object) => jwtOf(JSON.stringify({ ...claims, ...changes }))
const doubt = (changes: object, against: object = {}) =>
  doubtAboutIdToken(tokenOf(changes), { ...expected, ...against })

describe('an ID token', () => {
  it.each([
    ['as it should be', {}, {}],
    ['for several, and this client', { aud: ['x', 'the-client'] }, {}],
    ['with this client as its party', { aud: ['x', 'the-client'], azp: 'the-client' }, {}],
    ['of any issuer, if none is known', { iss: 'https://other.example' }, { issuer: null }],
    ['without a nonce, if none was sent', { nonce: undefined }, { nonce: null }],
    ['of a clock that is four minutes off', { iat: seconds + 240, exp: seconds + 300 }, {}],
    ['that ended four minutes ago', { exp: seconds - 240 }, {}],
  ])('%s is believed', (_, changes, against) => {
    expect(doubt(changes, against)).toBeNull()
  })

  it.each([
    ['id-token-unreadable', { sub: undefined }],
    ['id-token-unreadable', { sub: 7 }],
    ['id-token-issuer', { iss: undefined }],
    ['id-token-issuer', { iss: ['https://auth.example'] }],
    ['id-token-issuer', { iss: 'https://auth.example/' }],
    ['id-token-audience', { aud: undefined }],
    ['id-token-audience', { aud: [] }],
    ['id-token-audience', { aud: 'the-client ' }],
    ['id-token-audience', { azp: 'x' }],
    ['id-token-nonce', { nonce: 'N' }],
    ['id-token-nonce', { nonce: undefined }],
    ['id-token-nonce', { nonce: ['n'] }],
    ['id-token-times', { exp: undefined }],
    ['id-token-times', { iat: undefined }],
    ['id-token-times', { exp: seconds - 301 }],
    ['id-token-times', { iat: seconds + 301 }],
  ])('raises %s with %j', (expectedDoubt, changes) => {
    expect(doubt(changes)).toBe(expectedDoubt)
  })

  it('with a name that stands there twice is not believed', () => {
    const text = JSON.stringify(claims)
    const twice = jwtOf(text.replace('{', '{"aud":"another",'))
    expect(doubtAboutIdToken(twice, expected)).toBe('id-token-audience')
    const issuers = jwtOf(text.replace('{', '{"iss":"https://auth.example",'))
    expect(doubtAboutIdToken(issuers, expected)).toBe('id-token-issuer')
  })

  it('that is none, or can not be read, is no proof', () => {
    for (const text of ['', 'x', 'a.b.c', '{}']) {
      expect(doubtAboutIdToken(text, expected)).toBe('id-token-unreadable')
    }
    expect(doubtAboutIdToken(jweOf('{"alg":"RSA-OAEP","enc":"A256GCM"}'), expected)).toBeNull()
  })

  it('of a renewal is for the same person, at the same issuer', () => {
    const before = tokenOf({})
    const later = { before, nonce: null }
    expect(doubt({ nonce: undefined }, later)).toBeNull()
    expect(doubt({}, later)).toBeNull()
    expect(doubt({ nonce: 'another' }, later)).toBe('id-token-nonce')
    expect(doubt({ sub: 'bob' }, later)).toBe('id-token-subject')
    const other = { before, nonce: null, issuer: null }
    expect(doubt({ iss: 'https://other.example' }, other)).toBe('id-token-issuer')
  })

  it('of Entra ID names the tenant that its issuer does', () => {
    const tid = '9188040d-6c67-4c5b-b112-36a304b66dad'
    const issuer = 'https://login.microsoftonline.com/{tenantid}/v2.0'
    const iss = `https://login.microsoftonline.com/${tid}/v2.0`
    expect(doubt({ iss, tid }, { issuer })).toBeNull()
    const other = '72f988bf-86f1-41af-91ab-2d7cd011db47'
    expect(doubt({ iss, tid: other }, { issuer })).toBe('id-token-issuer')
  })

  it.each(['https://sts.windows.net/common/', 'https://sts.windows.net/{tenantid}/'])(
    'of the older Entra ID names the tenant that its issuer does: %s',
    (issuer) => {
      const tid = '9188040d-6c67-4c5b-b112-36a304b66dad'
      expect(doubt({ iss: `https://sts.windows.net/${tid}/`, tid }, { issuer })).toBeNull()
      expect(doubt({ iss: `https://sts.windows.net/${tid}`, tid }, { issuer })).toBe(
        'id-token-issuer',
      )
      const other = `https://login.microsoftonline.com/${tid}/v2.0`
      expect(doubt({ iss: other, tid }, { issuer })).toBe('id-token-issuer')
    },
  )

  it('of one tenant of the older Entra ID is for that one', () => {
    const issuer = 'https://sts.windows.net/9188040d-6c67-4c5b-b112-36a304b66dad/'
    expect(doubt({ iss: issuer }, { issuer })).toBeNull()
    const iss = 'https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/'
    expect(doubt({ iss }, { issuer })).toBe('id-token-issuer')
  })

  it('never makes the check throw', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json().map((json) => jwtOf(json)),
    )
    fc.assert(
      fc.property(texts, texts, (text, before) => {
        const found = doubtAboutIdToken(text, { ...expected, before })
        expect([null, ...doubts]).toContain(found)
      }),
      { seed: seedOr(22) },
    )
  })
})
