import { describe, expect, it } from 'vitest'
import type { FailedOutcome, FailedRequest } from '../../../../src/renderer/i18n/failed-request.ts'
import { technicalDetails } from '../../../../src/renderer/i18n/technical-details.ts'
import type { ProfileView } from '../../../../src/shared/profile-view.ts'
import { makeToken } from '../../../support/profiles/views.ts'
import { makeProfile } from '../make.ts'
import { moments, t } from './english.ts'
import { everyFailure, failedWith } from './failures.ts'

const details = (
  outcome: FailedOutcome,
  over: Partial<FailedRequest> = {},
  profile: ProfileView = makeProfile(1),
) => technicalDetails(t, profile, failedWith(outcome, over), moments, 'Own server')

const refused = (status: number, oauthError: string | null) =>
  details({ kind: 'client-refused', status, oauthError }).map(({ code, text }) => [code, text])

describe('technical details', () => {
  it.each(everyFailure)(
    'never show a code without its meaning: $kind $reason$problem$looksLike',
    (outcome) => {
      const shown = details(outcome)
      expect(new Set(shown.map(({ label }) => label)).size).toBe(shown.length)
      for (const { label, text } of shown) {
        expect(label).toMatch(/^[A-Z].+/)
        expect(text).toMatch(/.{3,}/)
        expect(`${label} ${text}`).not.toMatch(/\{\{|technical\.|undefined|null/)
      }
    },
  )

  it('hold the field’s own word and the status', () => {
    expect(refused(401, 'invalid_client').slice(0, 2)).toEqual([
      ['HTTP 401', 'not authorised'],
      ['invalid_client', 'the client ID or secret is not accepted'],
    ])
  })

  it('explain what no standard knows as far as they can', () => {
    expect(refused(418, 'TEAPOT-7').slice(0, 2)).toEqual([
      ['HTTP 418', 'the request was refused'],
      [
        'TEAPOT-7',
        'the server’s own code; Token Desk reads it as: The server did not accept the client ID or client secret',
      ],
    ])
    expect(refused(599, null)[0]).toEqual(['HTTP 599', 'the server has a problem'])
    expect(refused(299, null)[0]).toEqual(['HTTP 299', 'the server reported success'])
    expect(refused(399, null)[0]).toEqual(['HTTP 399', 'the server points elsewhere'])
    expect(refused(700, null)[0]).toEqual(['HTTP 700', 'a code that no standard defines'])
    expect(refused(401, 'constructor')[1]?.[1]).toMatch(/^the server’s own code/)
    expect(refused(401, 'INVALID_CLIENT')[1]?.[1]).toBe('the client ID or secret is not accepted')
  })

  it('hold the code of the product, which people find in its documentation', () => {
    const refused = { kind: 'bad-request', status: 400, oauthError: 'invalid_request' } as const
    const shown = (over: object) =>
      details({ ...refused, ...over }).find(({ label }) => label === 'Code of the product')
    expect(shown({})).toBeUndefined()
    expect(shown({ providerCode: 'AADSTS9002327', cause: 'origin-required' })).toMatchObject({
      code: 'AADSTS9002327',
      text: 'the server’s own code; Token Desk reads it as: The service thinks that this app is a web page',
    })
    expect(shown({ providerCode: 'AADSTS90023' })?.text).toContain('did not understand the request')
  })

  it('say that no answer came, or that the secure connection was ended', () => {
    expect(details({ kind: 'unreachable', reason: 'timeout' })[0]).toMatchObject({
      code: null,
      text: 'none received',
    })
    expect(details({ kind: 'certificate-not-trusted', problem: 'wrong-host' })[0]).toMatchObject({
      code: 'TLS',
      text: 'the certificate belongs to another address; nothing was sent',
    })
  })

  it('name the request, its trigger, its time and the provider', () => {
    const told = (over: Partial<FailedRequest>) =>
      details({ kind: 'unreachable', reason: 'timeout' }, over)
        .map(({ text }) => text)
        .join('\n')
    expect(told({ what: 'refresh', by: 'renewal' })).toContain(
      'a new token to replace an older one; Token Desk did this automatically',
    )
    expect(told({ what: 'other-methods' })).toContain('in other ways')
    expect(told({})).toMatch(/15 Jan 2030, \d\d:00:00/)
    expect(told({})).toContain('Own server')
  })

  it('name the address of the request: for a refresh, the refresh endpoint if there is one', () => {
    const settings = { refreshEndpoint: 'https://login.example.com/refresh' }
    const address = (what: FailedRequest['what'], profile: ProfileView) =>
      details({ kind: 'unreachable', reason: 'timeout' }, { what }, profile).find(
        ({ label }) => label === 'Address in this profile',
      )
    const renewable = makeProfile(1, { token: makeToken() }, settings)
    expect(address('refresh', renewable)).toMatchObject({
      term: 'refresh endpoint',
      text: 'https://login.example.com/refresh',
    })
    expect(address('obtain', renewable)?.text).toBe('https://login.example.com/token')
    const unrenewable = makeProfile(1, { token: makeToken({ hasRefreshToken: false }) }, settings)
    expect(address('refresh', unrenewable)?.text).toBe('https://login.example.com/token')
    const given = makeProfile(1, {}, { ...settings, grantType: 'refreshToken' })
    expect(address('obtain', given)?.text).toBe('https://login.example.com/refresh')
    expect(address('refresh', makeProfile(1, { token: makeToken() }))?.term).toBe('token endpoint')
  })

  it.each([
    ['authorizationEndpoint', 'authorizationCode', 'authorization endpoint'],
    ['deviceAuthorizationEndpoint', 'deviceCode', 'device authorization endpoint'],
    [
      'pushedAuthorizationRequestEndpoint',
      'authorizationCode',
      'pushed authorization request endpoint',
    ],
  ] as const)(
    'name the address of a sign-in that failed at its %s',
    (endpoint, grantType, term) => {
      const text = 'https://login.example.com/somewhere'
      const profile = makeProfile(1, {}, { grantType, [endpoint]: text })
      const shown = details({ kind: 'unreachable', reason: 'timeout' }, { endpoint }, profile)
      expect(shown).toContainEqual(expect.objectContaining({ term, text }))
      // It was edited since, and no longer has that address.
      const edited = details({ kind: 'unreachable', reason: 'timeout' }, { endpoint })
      expect(edited).toContainEqual(expect.objectContaining({ term: 'token endpoint' }))
    },
  )

  it('name the redirect address if its port is not free', () => {
    const redirectAddress = 'http://127.0.0.1:17842/callback'
    const profile = makeProfile(1, {}, { grantType: 'authorizationCode', redirectAddress })
    expect(details({ kind: 'port-unavailable', port: 17842 }, {}, profile)).toContainEqual(
      expect.objectContaining({ term: 'redirect URI', text: redirectAddress }),
    )
  })
})
