import { describe, expect, it, test } from 'vitest'
import { explainedBy } from '../../../../src/main/oauth/errors/known-causes.ts'
import { outcome, type RefusalCause, refusalCauses } from '../../../../src/shared/outcome.ts'
import { answerCases } from '../../../support/corpus/all-cases.ts'

const inBrowser = { secrets: [], grantType: 'authorizationCode' } as const

/** Explains the parameters of a redirect (RFC 6749 §4.1.2.1). */
const redirect = (error: string, description = '', secrets: readonly string[] = []) =>
  explainedBy({ code: error, texts: [error, description] }, { ...inBrowser, secrets })

describe('a redirect with an error', () => {
  it.each<readonly [string, string, RefusalCause]>([
    ['access_denied', 'User is not assigned to the client application.', 'user-not-assigned'],
    ['invalid_request', 'PKCE code challenge is required by the application.', 'pkce-required'],
    ['invalid_request', 'Missing parameter: code_challenge_method', 'pkce-required'],
    [
      'invalid_request',
      'Authorization Server policy requires PKCE to be used for this request',
      'pkce-required',
    ],
    [
      'unauthorized_client',
      'Callback URL mismatch. http://127.0.0.1:1/callback is not in the list of allowed callback URLs',
      'redirect-not-registered',
    ],
    ['invalid_request', 'Invalid parameter: redirect_uri', 'redirect-not-registered'],
    [
      'invalid_redirect_uri',
      "redirect_uri did not match any of the client's registered redirect_uris",
      'redirect-not-registered',
    ],
    ['admin_policy_enforced', '', 'administrator-required'],
    ['consent_required', '', 'consent-required'],
    [
      'access_denied',
      'AADSTS90094: Admin consent is required for the permissions requested.',
      'administrator-required',
    ],
    ['interaction_required', 'AADSTS50076: Due to a configuration change', 'more-proof-required'],
  ])('is explained: %s %s', (error, description, cause) => {
    expect(redirect(error, description).cause).toBe(cause)
  })

  it.each([
    ['access_denied', ''],
    ['access_denied', 'The resource owner or authorization server denied the request.'],
    ['server_error', 'Something went wrong with the callback URL'],
    ['invalid_request', 'code'],
    ['', ''],
  ])('is not explained if it names no cause: %s %s', (error, description) => {
    expect(redirect(error, description)).toEqual({})
  })
})

describe('the code of a product', () => {
  it.each([
    ['AADSTS65001: not consented. Trace ID: 1', 'AADSTS65001'],
    ['first AADSTS1: then AADSTS50011: last', 'AADSTS50011'],
    ['AADSTS99999999: not in any list', 'AADSTS99999999'],
    ['AADB2C90118: forgotten', 'AADB2C90118'],
    ['E0000004', 'E0000004'],
  ])('is shown: %s', (text, code) => {
    expect(redirect('error', text).providerCode).toBe(code)
  })

  it.each([
    'AADSTS',
    'AADSTS123',
    'AADSTS123456789',
    'AADSTS65001secret',
    'xAADSTS65001',
    'aadsts65001',
    'E1234567',
    'E00000041',
    'SECRET-1234',
  ])('is nothing but its prefix and digits: %s', (text) => {
    expect(redirect('error', text)).not.toHaveProperty('providerCode')
  })

  it('is left out where it repeats a secret', () => {
    const text = 'AADSTS65001234: your secret'
    expect(redirect('error', text, ['AADSTS65001234'])).toEqual({})
    expect(redirect('error', text, ['x-AADSTS65001234-y'])).toEqual({})
    expect(redirect('error', text, ['another-secret']).providerCode).toBe('AADSTS65001234')
  })

  it('fits the outcome that the window knows', () => {
    const refused = { kind: 'bad-request', status: 400, oauthError: null }
    for (const providerCode of ['AADSTS65001', 'AADB2C90118', 'E0000004']) {
      expect(outcome.safeParse({ ...refused, providerCode }).success).toBe(true)
    }
  })
})

test('the grant tells whether a code or a refresh token has expired', () => {
  const error = { code: 'invalid_grant', texts: ['AADSTS70008: expired'] }
  const causeOf = (grantType: 'authorizationCode' | 'deviceCode' | 'refreshToken') =>
    explainedBy(error, { secrets: [], grantType }).cause
  expect(causeOf('authorizationCode')).toBe('code-expired')
  expect(causeOf('deviceCode')).toBe('code-expired')
  expect(causeOf('refreshToken')).toBe('refresh-token-expired')
})

test('every cause is named by some server of the tests', () => {
  const found = new Set<RefusalCause | undefined>([
    redirect('access_denied', 'User is not assigned to the client application.').cause,
    redirect('invalid_request', 'PKCE code challenge is required').cause,
    redirect('admin_policy_enforced').cause,
  ])
  for (const { wanted } of answerCases) {
    if (wanted.kind !== 'no-token') continue
    if ('cause' in wanted.outcome) found.add(wanted.outcome.cause)
  }
  expect(refusalCauses.filter((cause) => !found.has(cause))).toEqual([])
})
