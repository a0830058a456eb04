import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  errorWithoutState,
  isResponse,
  readAuthorizationResponse,
} from '../../../../src/main/oauth/authorization/authorization-response.ts'
import { isIssuer, isSame } from '../../../../src/main/oauth/authorization/issuer.ts'
import { readPastedRedirect } from '../../../../src/main/oauth/authorization/pasted-redirect.ts'
import { outcome } from '../../../../src/shared/outcome.ts'
import { maxRedirectText } from '../../../../src/shared/sign-in.ts'
import { seedOr } from '../../../support/deep.ts'

const state = 'Zq3-the_state'
const context = { grantType: 'authorizationCode', now: 0, rules: [], secrets: [state] } as const
const expected = { state, issuer: null, expectsIssuer: false, context }
const read = (query: string, changes = {}) =>
  readAuthorizationResponse(new URLSearchParams(query), { ...expected, ...changes })

describe('a comparison in constant time', () => {
  it('agrees with the usual one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(isSame(one, other)).toBe(one === other)
        expect(isSame(one, one)).toBe(true)
        expect(isSame(one + one, one)).toBe(one === '')
      }),
      { seed: seedOr(17) },
    )
  })
})

describe('a response', () => {
  it.each([
    [`code=c&state=${state}`, true],
    [`error=e&state=${state}`, true],
    [`state=${state}`, false],
    ['code=c', false],
    ['code=c&state=', false],
    [`code=c&state=${state}x`, false],
    [`code=c&state=${state}&state=${state}`, false],
    [`code=c&state=x&state=${state}`, false],
    ['', false],
  ])('with %s ends the wait: %s', (query, isOurs) => {
    expect(isResponse(new URLSearchParams(query), state)).toBe(isOurs)
  })

  it('with another state is never one', () => {
    fc.assert(
      fc.property(fc.string(), fc.dictionary(fc.string(), fc.string()), (other, rest) => {
        const parameters = new URLSearchParams({ ...rest, code: 'c', state: other })
        expect(isResponse(parameters, state)).toBe(other === state)
      }),
      { seed: seedOr(18) },
    )
  })

  it.each([
    ['code=abc', { kind: 'code', code: 'abc' }],
    ['code=4%2F0A+b', { kind: 'code', code: '4/0A b' }],
    ['code=', { outcome: { kind: 'not-an-oauth-answer' } }],
    ['code=a&code=a', { outcome: { kind: 'unsafe-answer', reason: 'repeated-key' } }],
    ['error=a&error=b', { outcome: { kind: 'unsafe-answer', reason: 'repeated-key' } }],
    ['code=%0A', { outcome: { kind: 'unsafe-answer', reason: 'token-characters' } }],
    [`code=${'x'.repeat(16_001)}`, { outcome: { kind: 'unsafe-answer' } }],
    ['code=abc&error=access_denied', { outcome: { kind: 'denied' } }],
    ['code=abc&iss=a&iss=a', { outcome: { kind: 'not-believed', doubt: 'issuer' } }],
    ['error=', { outcome: { kind: 'bad-request', status: 302, oauthError: null } }],
    [`error=${state}`, { outcome: { kind: 'bad-request', oauthError: null } }],
    ['error=temporarily_unavailable', { outcome: { kind: 'server-trouble', status: 302 } }],
    ['error=unauthorized_client', { outcome: { kind: 'grant-not-allowed', status: 302 } }],
    ['error=consent_required', { outcome: { kind: 'needs-sign-in', status: 302 } }],
    [
      'error=access_denied&error_description=AADSTS65004%3A+declined',
      { outcome: { kind: 'denied', oauthError: 'access_denied' } },
    ],
    [
      'error=invalid_request&error_description=blocked+by+the+firewall',
      { outcome: { kind: 'bad-request', status: 302 } },
    ],
  ])('%s is read', (query, reading) => {
    expect(read(query)).toMatchObject(reading)
  })

  it('of another issuer is believed in nothing (RFC 9207)', () => {
    const issuer = 'https://auth.example'
    const doubt = { kind: 'outcome', outcome: { kind: 'not-believed', doubt: 'issuer' } }
    const iss = (value: string) => `&iss=${encodeURIComponent(value)}`
    expect(read(`code=a${iss(issuer)}`, { issuer })).toMatchObject({ kind: 'code' })
    expect(read('code=a', { issuer })).toMatchObject({ kind: 'code' })
    expect(read('code=a', { issuer, expectsIssuer: true })).toEqual(doubt)
    expect(read('error=access_denied', { issuer, expectsIssuer: true })).toEqual(doubt)
    for (const other of [`${issuer}/`, 'https://AUTH.example', `${issuer}:443`, '']) {
      expect(read(`code=a${iss(other)}`, { issuer })).toEqual(doubt)
      expect(read(`error=server_error${iss(other)}`, { issuer })).toEqual(doubt)
    }
  })

  it('never throws, and its outcome can be kept and shown', () => {
    const names = fc.constantFrom('code', 'error', 'iss', 'error_description', 'state', 'x')
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('AADSTS50011: x', state))
    fc.assert(
      fc.property(fc.array(fc.tuple(names, texts)), (pairs) => {
        const reading = readAuthorizationResponse(
          new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])),
          expected,
        )
        if (reading.kind === 'code') return
        expect(outcome.parse(reading.outcome)).toEqual(reading.outcome)
        expect(JSON.stringify(reading.outcome)).not.toContain(state)
      }),
      { seed: seedOr(19) },
    )
  })

  it('shows the error of one without a state, if it is a word', () => {
    const shown = (query: string) => errorWithoutState(new URLSearchParams(query), [state])
    expect(shown('error=server_error')).toBe('server_error')
    expect(shown('error=server_error&state=x')).toBeNull()
    expect(shown('error=<b>x</b>')).toBeNull()
    expect(shown(`error=${state}`)).toBeNull()
    expect(shown('code=c')).toBeNull()
  })
})

describe('the issuer of all tenants of Entra ID', () => {
  const tenant = '9188040d-6c67-4c5b-b112-36a304b66dad'
  const at = (part: string) => `https://login.microsoftonline.com/${part}/v2.0`

  it.each([
    [at('{tenantid}'), at(tenant), undefined, true],
    [at('{tenantid}'), at(tenant), tenant, true],
    [at('organizations'), at(tenant), tenant, true],
    [at('common'), at(tenant), 'another', false],
    [at('{tenantid}'), at('common'), undefined, false],
    [at('{tenantid}'), at(`${tenant}/x`), undefined, false],
    [at('{tenantid}'), `https://evil.example/${tenant}/v2.0`, undefined, false],
    [at('{tenantid}'), `${at(tenant)}/`, undefined, false],
    [
      `https://evil.example/{tenantid}/v2.0`,
      `https://evil.example/${tenant}/v2.0`,
      undefined,
      false,
    ],
    [at(tenant), at(tenant), undefined, true],
    [at(tenant), at('00000000-0000-0000-0000-000000000000'), undefined, false],
    ['https://accounts.google.com', 'accounts.google.com', undefined, true],
  ])('%s is met by %s (%s): %s', (issuer, named, of, isMet) => {
    expect(isIssuer(issuer, named, of)).toBe(isMet)
  })
})

describe('a pasted text', () => {
  const redirectUri = 'http://127.0.0.1:17842/callback'
  const paste = (text: string, changes = {}) =>
    readPastedRedirect(text, { ...expected, redirectUri, ...changes })
  const taken = (code: string) => ({ result: 'taken', response: { kind: 'code', code } })

  it.each([
    `${redirectUri}?code=the-code&state=${state}`,
    `${redirectUri}?state=${state}&code=the-code&session_state=x`,
    `${redirectUri}?code=the-code&amp;state=${state}`,
    `${redirectUri}?code=the-code&#38;state=${state}`,
    `  ${redirectUri}?code=the-\n  code&st\rate=${state}  `,
    `"${redirectUri}?code=the-code&state=${state}"`,
    `<${redirectUri}?code=the-code&state=${state}>`,
    `\u200b${redirectUri}?code=the-code&state=${state}\ufeff`,
    `127.0.0.1:17842/callback?code=the-code&state=${state}`,
    `${redirectUri}#code=the-code&state=${state}`,
    `${redirectUri}?code=the-code&state=${state}#_=_`,
    `https://127.0.0.1:17842/callback?code=the-code&state=${state}`,
    `https://elsewhere.example/done?code=the-code&state=${state}`,
    `?code=the-code&state=${state}`,
    `code=the-code&state=${state}`,
    `&code=the-code&state=${state}`,
    `#code=the-code&state=${state}`,
    `state=${state}&code=the-code`,
    `${redirectUri}?code=the-code`,
    `${redirectUri}/?code=the-code`,
    'code=the-code',
    `the-code#${state}`,
    'the-code',
    ' the-\ncode ',
    'the%2Dcode',
  ])('%s holds the code', (text) => {
    expect(paste(text)).toMatchObject(taken('the-code'))
  })

  it.each([
    'jrxp9cv',
    'JRXPCVq',
    '123456',
    'abcdefghijklmnopqrst',
    '4/0AX4XfWh',
    '3a1f.0c2e-11.d4b7-a2',
    'M.C105_BL2.2.U.a-b',
    'e.y.J9',
  ])('%s may be a code on its own', (text) => {
    expect(paste(text)).toMatchObject(taken(text))
  })

  it('is a code, even if it looks like a word, if more than itself says so', () => {
    expect(paste('code=finished')).toMatchObject(taken('finished'))
    expect(paste(`finished#${state}`)).toMatchObject(taken('finished'))
  })

  it.each([
    ['', 'no-code'],
    ['   ', 'no-code'],
    ['abc', 'no-code'],
    ['I have signed in and it says ok', 'no-code'],
    [redirectUri, 'no-code'],
    [`${redirectUri}?state=${state}`, 'no-code'],
    [state, 'no-code'],
    ['x'.repeat(maxRedirectText + 1), 'no-code'],
    ['schöner-code', 'no-code'],
    ['cancel', 'no-code'],
    ['Authorization', 'no-code'],
    ['PASSWORD', 'no-code'],
    ['Sorry...', 'no-code'],
    ['“finished”', 'no-code'],
    ['ada@example.org', 'no-code'],
    ['login.example.com', 'no-code'],
    [`${redirectUri}?code=c&state=another`, 'other-sign-in'],
    [`code=c&state=another`, 'other-sign-in'],
    [`${redirectUri}?error=access_denied&state=another`, 'other-sign-in'],
    [`${redirectUri}?code=c&state=${state}&state=${state}`, 'other-sign-in'],
    ['the-code#another-state', 'other-sign-in'],
    [
      `https://auth.example/authorize?client_id=a&state=${state}&response_type=code`,
      'other-address',
    ],
    ['https://auth.example/login', 'other-address'],
    ['https://elsewhere.example/done?code=the-code', 'other-address'],
    ['http://127.0.0.1:17842/other?code=the-code', 'other-address'],
  ])('%s is %s', (text, result) => {
    expect(paste(text)).toEqual({ result })
  })

  it('with an error is taken as a redirect is', () => {
    const denied = { result: 'taken', response: { outcome: { kind: 'denied' } } }
    expect(paste(`${redirectUri}?error=access_denied&state=${state}`)).toMatchObject(denied)
    expect(paste('error=access_denied')).toMatchObject(denied)
  })

  it('is held against the issuer where it names one, or should', () => {
    const changes = { issuer: 'https://auth.example', expectsIssuer: true }
    const doubt = { response: { outcome: { kind: 'not-believed', doubt: 'issuer' } } }
    expect(paste(`?code=c1&state=${state}`, changes)).toMatchObject(doubt)
    expect(paste(`?code=c1&state=${state}&iss=https%3A%2F%2Fevil`, changes)).toMatchObject(doubt)
    // A page that shows a code has no place for an issuer.
    expect(paste('the-code', changes)).toMatchObject(taken('the-code'))
  })

  it.each(['urn:ietf:wg:oauth:2.0:oob', 'com.example.app:/callback'])('for %s', (address) => {
    expect(paste('4/0AX4XfWh-long', { redirectUri: address })).toMatchObject(
      taken('4/0AX4XfWh-long'),
    )
    const whole = `${address}?code=the-code&state=${state}`
    expect(paste(whole, { redirectUri: address })).toMatchObject(taken('the-code'))
  })

  it('with a state of another sign-in is never taken, and nothing throws', () => {
    const codes = fc.stringMatching(/^[A-Za-z0-9._~-]{6,40}$/)
    fc.assert(
      fc.property(codes, codes, fc.nat(5), (code, other, form) => {
        const texts = [
          `${redirectUri}?code=${code}&state=${other}`,
          `?code=${code}&state=${other}`,
          `code=${code}&state=${other}`,
          `${code}#${other}`,
          `${redirectUri}#code=${code}&state=${other}`,
          `https://x.example/?error=${code}&state=${other}`,
        ]
        expect(paste(texts[form] ?? '').result).toBe('other-sign-in')
      }),
      { seed: seedOr(20) },
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { result } = paste(text)
        expect(['taken', 'no-code', 'other-sign-in', 'other-address']).toContain(result)
      }),
      { seed: seedOr(21) },
    )
  })
})
